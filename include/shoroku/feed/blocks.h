// SPDX-License-Identifier: GPL-3.0-or-later
// What every input becomes before anyone looks for meaning in it: blocks of clean text.
#ifndef SHOROKU_FEED_BLOCKS_H
#define SHOROKU_FEED_BLOCKS_H

#include <stddef.h>

#include "shoroku/base/arena.h"
#include "shoroku/base/vec.h"

enum block_kind { BLOCK_HEADING, BLOCK_PARAGRAPH, BLOCK_LIST_ITEM, BLOCK_RULE, BLOCK_META };

struct block {
	enum block_kind kind;
	int level;	  // of a heading, 1–6
	const char *text; // clean; LF between its lines
	size_t line;	  // 1-based line of the input where it begins
};

// The texts live in the arena.
struct blocks {
	VEC(struct block) list;
	struct arena arena;
};

void blocks_init(struct blocks *blocks);
void blocks_release(struct blocks *blocks);
void blocks_add(struct blocks *blocks, enum block_kind kind, int level, const char *text,
		size_t length, size_t line); // copies the text

#endif
