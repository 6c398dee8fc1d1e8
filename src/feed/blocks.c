// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/feed/blocks.h"

#include <string.h>

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

struct block *
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
	return block;
}

void
blocks_add_meta(struct blocks *blocks, const char *name, const char *text, size_t line)
{
	struct block *block = blocks_add(blocks, BLOCK_META, 0, text, strlen(text), line);

	block->name = arena_strdup(&blocks->arena, name);
}
