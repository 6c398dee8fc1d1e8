// SPDX-License-Identifier: GPL-3.0-or-later
// Gathers the terms of entries in memory and puts them in order. Touches no database, so that a
// thread of its own may fill one.
#ifndef ARCHIVE_INDEX_BUILDER_H
#define ARCHIVE_INDEX_BUILDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "archive/index-lists.h"

#define INDEX_AUTHORS 1
#define INDEX_FIELDS 6 // the bits of enum query_text, from QUERY_TITLE on

// Whether the index has triples of the field's texts: the long ones, in which pairs are frequent.
static inline bool
index_has_triples(int field)
{
	return field >= 4;
}

// What is searched of an entry. NULL is nothing; names stand one a line.
struct index_texts {
	const char *fields[INDEX_FIELDS];
	const char *source;
	const char *lang;
	const char *arxiv_id;
	const char *doi;
	const char *pdf_url;
	const char *categories;
};

struct index_builder;

struct index_builder *index_builder_new(void);
void index_builder_free(struct index_builder *builder); // NULL is fine

// Entries must be added in the descending order of the ids they will have.
void index_builder_add(struct index_builder *builder, const struct index_texts *texts);

// Replaces `lists` by what was gathered, the entries numbered as they were added, and begins anew.
void index_builder_finish(struct index_builder *builder, struct index_lists *lists);

#endif
