// SPDX-License-Identifier: GPL-3.0-or-later
// A line of an entry that shows where the words of a query stand.
#ifndef SHOROKU_QUERY_SNIPPET_H
#define SHOROKU_QUERY_SNIPPET_H

#include "shoroku/base/strbuf.h"
#include "shoroku/model/paper.h"
#include "shoroku/query/highlight.h"

#define SNIPPET_BEFORE 40 // code points before the first hit
#define SNIPPET_LENGTH 160

// Code points [start, end) of the snippet's text.
struct snippet_hit {
	size_t start;
	size_t end;
};

struct snippet {
	enum section_role role; // of the section it is from
	struct strbuf text;	// one line
	VEC(struct snippet_hit) hits;
};

void snippet_init(struct snippet *snippet);
void snippet_release(struct snippet *snippet);

// Of the first section the words stand in; false where they stand in none.
bool snippet_make(struct snippet *snippet, const struct highlight *highlight,
		  const struct entry *entry);

#endif
