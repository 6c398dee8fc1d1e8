// SPDX-License-Identifier: GPL-3.0-or-later
// What every input becomes before anyone looks for meaning in it: blocks of clean text.
#ifndef SHOROKU_FEED_BLOCKS_H
#define SHOROKU_FEED_BLOCKS_H

#include <stdbool.h>
#include <stddef.h>

#include "shoroku/base/arena.h"
#include "shoroku/base/error.h"
#include "shoroku/base/vec.h"

#define BLOCKS_MOST ((size_t)60000) // of one document

enum block_kind {
	BLOCK_HEADING, // level 1–6; what opens a <details> counts as level 6
	BLOCK_PARAGRAPH,
	BLOCK_LIST_ITEM,
	BLOCK_CELL, // of a table; the column 0 begins a row
	BLOCK_CODE, // text with its line ends as they were
	BLOCK_RULE, // without text
	BLOCK_META, // front matter, <meta> and <title>: `name` says what
	BLOCK_OPEN, // a part of a page begins (<div class="paper">); `name` is alike for like parts
	BLOCK_CLOSE, // the last part that is open ends
};

struct block_link {
	const char *text;
	const char *href;
};

struct block {
	enum block_kind kind;
	int level;	  // of a heading; the depth of a list item, from 1; the column of a cell
	int number;	  // printed before an item of a numbered list, else 0
	bool quoted;	  // stands in a quotation
	bool head;	  // a cell of the table's head
	bool code;	  // nothing but words set as code
	const char *text; // clean; LF between its lines
	const char *name; // of BLOCK_META and BLOCK_OPEN
	const char *lead; // what is bold, emphasised or a link at the very beginning, or NULL
	struct block_link *links;
	size_t link_count;
	size_t line; // 1-based line of the input where it begins; 0: not known
};

// The texts live in the arena.
struct blocks {
	VEC(struct block) list;
	struct arena arena;
};

void blocks_init(struct blocks *blocks);
void blocks_release(struct blocks *blocks);

// A new block with a copy of the text, for the caller to fill further; valid until the next one.
struct block *blocks_add(struct blocks *blocks, enum block_kind kind, int level, const char *text,
			 size_t length, size_t line);
void blocks_add_meta(struct blocks *blocks, const char *name, const char *text, size_t line);

#endif
