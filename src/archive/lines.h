// SPDX-License-Identifier: GPL-3.0-or-later
// Names as a column holds them: one a line.
#ifndef ARCHIVE_LINES_H
#define ARCHIVE_LINES_H

#include <stddef.h>

#include "shoroku/base/arena.h"

const char **lines_split(struct arena *arena, const char *joined, size_t *count); // in the arena
char *lines_join(const char *const *lines, size_t count); // the caller frees it

#endif
