// SPDX-License-Identifier: GPL-3.0-or-later
// What a piece of typed text asks the index for.
#ifndef ARCHIVE_MATCH_H
#define ARCHIVE_MATCH_H

#include "archive/stream.h"
#include "shoroku/query/query.h"

// Adds to the AND `into` what finds the text node; where the index finds too much, a check of the texts
// as well. A text without atoms asks for nothing.
int match_add_text(struct archive *archive, struct stream *into, const struct query_node *node,
		   struct error *err) ERROR_CHECKED;

// Adds entries that have the name: a kind of archive/terms.h without fields.
void match_add_name(struct stream *into, char kind, const char *name);

// The terms of a text node as one sequence, for counting how often it stands in an entry; NULL where
// they are no such sequence. The caller frees it.
struct occurrence *match_occurrence(const struct query_node *node);

#endif
