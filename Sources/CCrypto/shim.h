#ifndef KATSAUS_CRYPTO_SHIM_H
#define KATSAUS_CRYPTO_SHIM_H

#include <openssl/sha.h>

#endif
