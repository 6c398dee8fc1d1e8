// SPDX-License-Identifier: GPL-3.0-or-later
// Inputs that may be gzipped, read as if they were not.
#ifndef SHOROKU_FEED_GUNZIP_H
#define SHOROKU_FEED_GUNZIP_H

#include <stddef.h>
#include <sys/types.h>

#include "shoroku/base/error.h"
#include "shoroku/base/strbuf.h"

// The first bytes of an input that can be rewound, unpacked; how many. The descriptor stays at its
// beginning.
ssize_t gunzip_peek(int fd, char *bytes, size_t size);

// Appends all of it, unpacked. More than `limit` bytes after unpacking is ERROR_DATA as soon as that
// many are there, and so is what is damaged or cut off. `name` is how messages call the input.
int gunzip_read(int fd, const char *name, size_t limit, struct strbuf *out, struct error *err)
    ERROR_CHECKED;

#endif
