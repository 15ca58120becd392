#ifndef RUBRICA_CLINUX_SHIM_H
#define RUBRICA_CLINUX_SHIM_H

#include <malloc.h>

// glibc declares this only under _GNU_SOURCE, which Swift's Glibc module does not define.
int renameat2(int old_folder, const char *old_path, int new_folder, const char *new_path,
              unsigned int flags);

// linux/fs.h: swap the two paths in one step.
static const unsigned int rubrica_rename_exchange = 1u << 1;

#endif
