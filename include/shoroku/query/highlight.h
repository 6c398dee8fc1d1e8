// SPDX-License-Identifier: GPL-3.0-or-later
// Where the words of a query stand in a text as printed.
#ifndef SHOROKU_QUERY_HIGHLIGHT_H
#define SHOROKU_QUERY_HIGHLIGHT_H

#include "shoroku/base/vec.h"
#include "shoroku/model/paper.h"
#include "shoroku/query/query.h"
#include "shoroku/text/phrase.h"

struct highlight_word {
	struct phrase phrase;
	unsigned texts; // enum query_text: where it is looked for
};
struct highlight {
	VEC(struct highlight_word) words;
};

// Bytes [start, end) of the text.
struct highlight_span {
	size_t start;
	size_t end;
};
struct highlight_spans {
	VEC(struct highlight_span) list; // ascending, apart from each other
};

// The words the query wants, those after a minus aside.
void highlight_set(struct highlight *highlight, const struct query *query);
void highlight_release(struct highlight *highlight); // may be used again afterwards

// Replaces `spans` by those of a text, which is of the kind `which`.
void highlight_find(const struct highlight *highlight, enum query_text which, const char *text,
		    size_t length, struct highlight_spans *spans);

enum query_text highlight_text_of(enum section_role role);
void highlight_spans_release(struct highlight_spans *spans);

#endif
