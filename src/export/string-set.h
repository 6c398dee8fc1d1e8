// SPDX-License-Identifier: GPL-3.0-or-later
// Which strings were there already.
#ifndef EXPORT_STRING_SET_H
#define EXPORT_STRING_SET_H

#include <stdbool.h>
#include <stddef.h>

#include "shoroku/base/arena.h"

struct string_set {
	struct arena arena;
	const char **slots; // open addressing; NULL is free
	size_t capacity;    // a power of two, or 0
	size_t count;
};

void string_set_init(struct string_set *set);
void string_set_release(struct string_set *set);

// Keeps a copy. False where it was there.
bool string_set_add(struct string_set *set, const char *text);

// FNV-1a, 64 bits: the same everywhere.
unsigned long long string_set_hash(const char *text);

#endif
