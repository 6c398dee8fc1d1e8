// SPDX-License-Identifier: GPL-3.0-or-later
// The query language: what a person types, as a tree. Words are AND; or | ( ) -not "phrase" prefix*
// field:value. No SQL here: archive/search.h finds what a tree says.
#ifndef SHOROKU_QUERY_QUERY_H
#define SHOROKU_QUERY_QUERY_H

#include <stdbool.h>
#include <stddef.h>

#include "shoroku/base/arena.h"
#include "shoroku/base/compiler.h"
#include "shoroku/base/date.h"
#include "shoroku/base/error.h"
#include "shoroku/base/strbuf.h"

enum query_kind {
	QUERY_AND,    // of all children
	QUERY_OR,     // of any child
	QUERY_NOT,    // of the one child
	QUERY_TEXT,   // `text` in the texts of `fields`
	QUERY_AUTHOR, // `text` is the whole name of an author
	QUERY_TAG,
	QUERY_SOURCE,
	QUERY_LANG,
	QUERY_CATEGORY,
	QUERY_ID, // arXiv id, DOI, key or entry id
	QUERY_DATES,
	QUERY_FLAG,
};

// The texts a word may stand in; a set of bits.
enum query_text {
	QUERY_TITLE = 1 << 0,
	QUERY_AUTHORS = 1 << 1,
	QUERY_REASON = 1 << 2,
	QUERY_SHORT = 1 << 3,
	QUERY_DETAIL = 1 << 4,
	QUERY_ABSTRACT = 1 << 5,
	QUERY_ANYWHERE = (1 << 6) - 1, // and in tags and notes
	QUERY_NOTES = 1 << 6,
};

enum query_flag {
	QUERY_READ,
	QUERY_UNREAD,
	QUERY_FAVOURITE,
	QUERY_NOTED,
	QUERY_NEW, // came since the reader was opened the time before
	QUERY_HAS_ARXIV,
	QUERY_HAS_DOI,
	QUERY_HAS_PDF,
	QUERY_HAS_NOTE,
	QUERY_HAS_WARNING, // not dismissed
};

enum query_sort { QUERY_BY_DATE, QUERY_BY_RELEVANCE, QUERY_BY_TITLE, QUERY_BY_AUTHOR };

struct query_node {
	enum query_kind kind;
	const struct query_node **children;
	size_t count;
	const char *text; // as typed, full-width signs made ASCII; of dates too
	unsigned fields;
	bool prefix; // the last word of `text` may go on
	enum query_flag flag;
	struct date_range dates;
};

struct query {
	const struct query_node *root; // NULL: everything
	enum query_sort sort;
	size_t limit; // 0: not said
};

// `live`: somebody is still typing, so a last word without a blank after it is a prefix. The tree
// lives in `arena`. On failure *offset is the byte where the mistake is, at most the text's length.
int query_parse(struct arena *arena, const char *text, date_day today, bool live,
		struct query *query, size_t *offset, struct error *err) ERROR_CHECKED;

// Appends the query in its canonical form, which parses to the same tree.
void query_print(const struct query *query, struct strbuf *out);

// The same of the value of a field: a name, in quotes where it needs them.
void query_print_value(const char *value, struct strbuf *out);

#endif
