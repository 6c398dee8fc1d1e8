// SPDX-License-Identifier: GPL-3.0-or-later
// Which blocks of a page belong to which paper. The rules, as a reader would state them:
//
// * Like parts of a page (<div class="paper">), each about one arXiv paper, are papers.
// * Headings of one level, each with something of a paper directly under it (authors, an id, a link, a
//   labelled section; a number in brackets before it), are papers' titles. A heading that is a label or
//   holds a date is none. The level with the most of them is the papers'. A paper ends where a heading
//   of its level or a higher one comes that is no label, and at a rule.
// * Rows of a table with a column of titles are papers; where there are papers under headings too, only
//   rows with an id or a link to a paper.
// * Items of a list outside of these are papers when they begin with a number in brackets or a name
//   that stands out, a dash, and a text, and have an id or stand directly under a day's heading.
// * Where front matter names a paper, or the first heading is the only one that could be a title, or
//   none of the above is found, the whole file is one paper.
// * A heading with a date opens a day; several of them make several days.
#ifndef FEED_OUTLINE_H
#define FEED_OUTLINE_H

#include <stdbool.h>

#include "shoroku/base/date.h"
#include "shoroku/base/vec.h"
#include "shoroku/feed/blocks.h"
#include "shoroku/feed/labels.h"
#include "shoroku/model/paper.h"

enum outline_form { OUTLINE_PART, OUTLINE_HEADING, OUTLINE_ROW, OUTLINE_ITEM, OUTLINE_WHOLE };

struct outline_paper {
	enum outline_form form;
	size_t title; // of OUTLINE_HEADING: its block, which stands before `first`
	size_t first; // the blocks [first, end)
	size_t end;
	size_t head;  // of OUTLINE_ROW: the first cell of the table's head
	date_day day; // of the heading it stands under, or DATE_NONE
	enum announcement announcement;
};

struct outline {
	VEC(struct outline_paper) papers;
	date_day day; // of the first heading with a date, or DATE_NONE
	bool empty;   // the page says that it has no papers
};

void outline_find(struct outline *outline, const struct blocks *blocks,
		  const struct labels *labels);
void outline_release(struct outline *outline);

// Past the numbering, brackets and emoji that stand before a title: "[1] ", "1. ", "📄 ".
const char *outline_skip_number(const char *title);

// How much of an item "[4] name — text" or "name — text", the name standing out, is the name; 0 where it
// is no such item.
size_t outline_item_name(const struct block *item);

// Whether a block is nothing but links.
bool outline_is_links(const struct block *block);

#endif
