// SPDX-License-Identifier: GPL-3.0-or-later
// Allocation that does not fail: lack of memory ends the program with a sentence.
#ifndef SHOROKU_BASE_MEMORY_H
#define SHOROKU_BASE_MEMORY_H

#include <stddef.h>

void *memory_alloc(size_t size); // zeroed; never NULL, also for size 0
void *memory_grow_array(void *old, size_t count, size_t size);
char *memory_strdup(const char *s);
char *memory_strndup(const char *s, size_t length);

#endif
