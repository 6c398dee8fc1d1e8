// SPDX-License-Identifier: GPL-3.0-or-later
// What FTS5 is asked for one piece of typed text. Tokens are strings, never syntax.
#ifndef ARCHIVE_MATCH_H
#define ARCHIVE_MATCH_H

#include "shoroku/base/strbuf.h"
#include "shoroku/query/query.h"
#include "shoroku/text/phrase.h"

struct match {
	struct strbuf phrases; // expression over the table `phrases`, "" for none
	struct strbuf terms;   // over `terms`
	bool check;	       // hits must be looked at: the expressions find too much
};

void match_init(struct match *match);
void match_release(struct match *match);

// Adds what finds the text node, AND to what is there. A text without atoms adds nothing.
void match_add_text(struct match *match, const struct query_node *node,
		    const struct phrase *phrase);

// Adds one term, AND to what is there.
void match_add_term(struct match *match, const char *kind, const char *text, size_t length);

// Appends a token as an FTS5 string.
void match_quote(struct strbuf *out, const char *kind, const char *text, size_t length);

#endif
