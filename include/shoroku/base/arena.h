// SPDX-License-Identifier: GPL-3.0-or-later
// Memory that is given back all at once. What lives "in the arena" is never freed by itself.
#ifndef SHOROKU_BASE_ARENA_H
#define SHOROKU_BASE_ARENA_H

#include <stddef.h>

struct arena_block;

struct arena {
	struct arena_block *blocks; // newest first
};

void arena_init(struct arena *arena);
void arena_release(struct arena *arena);		// may be used again afterwards
void *arena_alloc(struct arena *arena, size_t size);	// zeroed, aligned for any type
char *arena_strdup(struct arena *arena, const char *s); // NULL gives NULL
char *arena_strndup(struct arena *arena, const char *s, size_t length);

#endif
