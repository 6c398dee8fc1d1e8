// SPDX-License-Identifier: GPL-3.0-or-later
// Puts blocks together from what the readers of markup meet: a block begins, text, bold, links, line
// ends, it ends. Text goes through the text door here.
#ifndef FEED_BUILDER_H
#define FEED_BUILDER_H

#include "shoroku/base/strbuf.h"
#include "shoroku/feed/blocks.h"

struct builder_link {
	size_t start; // in the text
	size_t end;   // SIZE_MAX while it is open
	size_t href;  // offset in the addresses
};

struct block_builder {
	struct blocks *blocks;
	struct block next; // what the block will be: kind, level, number, quoted, head, name
	struct strbuf text;
	struct strbuf addresses; // each with its NUL
	VEC(struct builder_link) links;
	int bold;	   // how many marks of emphasis are open
	size_t lead_end;   // where what stands out at the beginning ends; SIZE_MAX: not seen yet
	bool plain;	   // the block began without emphasis
	bool code;	   // what comes is set as code
	size_t after_code; // where the last words set as code ended
	bool prose;	   // the block has words that are not
	bool preformatted;
	bool full; // too many blocks: what comes is dropped
	size_t line;
	size_t first_line;
	size_t parsed;	 // bytes given to the parser of HTML, also where the page was refused
	size_t elements; // that it told of
};

void builder_init(struct block_builder *builder, struct blocks *blocks);
void builder_release(struct block_builder *builder);

// Ends the block before it.
void builder_begin(struct block_builder *builder, enum block_kind kind, int level);
void builder_end(struct block_builder *builder); // a block of nothing but blanks is none

// Blanks run together unless `preformatted` is set.
void builder_text(struct block_builder *builder, const char *text, size_t length);
void builder_code(struct block_builder *builder, bool begins);
void builder_break(struct block_builder *builder);
void builder_bold(struct block_builder *builder, bool begins);
void builder_link(struct block_builder *builder, const char *href, size_t length);
void builder_link_end(struct block_builder *builder);

// An address or id that belongs here though no text shows it.
void builder_address(struct block_builder *builder, const char *href);

void builder_part(struct block_builder *builder, const char *name); // NULL: the part ends

#endif
