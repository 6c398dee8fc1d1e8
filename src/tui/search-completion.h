// SPDX-License-Identifier: GPL-3.0-or-later
// What Tab offers while a query is typed.
#ifndef TUI_SEARCH_COMPLETION_H
#define TUI_SEARCH_COMPLETION_H

#include "shoroku/base/strbuf.h"

struct session;

// For the `complete` of a prompt: names of fields; after a field that has them its choices, tags,
// and names of authors, those of the present hits first, then those of the newest papers.
void search_completion_find(struct session *session, const char *word, struct strbuf *candidates);

// Appends the tags that begin with `wanted` after folding, each behind `before` and in the quotes that its
// language wants.
void search_completion_tags(struct session *session, const char *before, const char *wanted,
			    void (*quote)(struct strbuf *out, const char *name),
			    struct strbuf *candidates);

#endif
