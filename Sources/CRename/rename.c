#define _GNU_SOURCE
#include "CRename.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>

int katsaus_exchange_paths(const char *first, const char *second) {
#ifdef RENAME_EXCHANGE
  return renameat2(AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE);
#else
  errno = EINVAL;
  return -1;
#endif
}
