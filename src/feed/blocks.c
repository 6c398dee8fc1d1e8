// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/feed/blocks.h"

void
blocks_init(struct blocks *blocks)
{
	*blocks = (struct blocks){0};
	arena_init(&blocks->arena);
}

void
blocks_release(struct blocks *blocks)
{
	vec_release(&blocks->list);
	arena_release(&blocks->arena);
}

void
blocks_add(struct blocks *blocks, enum block_kind kind, int level, const char *text, size_t length,
	   size_t line)
{
	struct block *block = vec_push(&blocks->list);

	*block = (struct block){
	    .kind = kind,
	    .level = level,
	    .text = arena_strndup(&blocks->arena, text, length),
	    .line = line,
	};
}
