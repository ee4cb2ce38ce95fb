#ifndef KATSAUS_RENAME_H
#define KATSAUS_RENAME_H

/// Exchanges two paths on one file system in a single step, so that no reader ever finds neither.
/// Returns 0, or -1 with errno set (EINVAL where the file system cannot).
int katsaus_exchange_paths(const char *first, const char *second);

#endif
