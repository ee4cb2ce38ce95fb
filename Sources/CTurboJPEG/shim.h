#ifndef KATSAUS_TURBOJPEG_SHIM_H
#define KATSAUS_TURBOJPEG_SHIM_H

#include <turbojpeg.h>

#endif
