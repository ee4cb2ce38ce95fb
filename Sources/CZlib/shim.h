#ifndef KATSAUS_ZLIB_SHIM_H
#define KATSAUS_ZLIB_SHIM_H

#include <zlib.h>

#endif
