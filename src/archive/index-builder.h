// SPDX-License-Identifier: GPL-3.0-or-later
// Gathers the terms of entries in memory and gives them back in order: first the terms, then the entries
// of each. Touches no database, so that a thread of its own may fill one.
#ifndef ARCHIVE_INDEX_BUILDER_H
#define ARCHIVE_INDEX_BUILDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "archive/index-sink.h"

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
void index_builder_clear(struct index_builder *builder);

// Entries must be added in the descending order of the ids they will have.
void index_builder_add(struct index_builder *builder, const struct index_texts *texts);
size_t index_builder_count(const struct index_builder *builder); // entries

// Makes ready for giving back, which takes as long again as adding did; nothing may be added after.
void index_builder_sort(struct index_builder *builder);

// Gives everything to the sink, once it is sorted; ids[i] is that of the entry added as number i.
int index_builder_emit(const struct index_builder *builder, const int64_t *ids,
		       const struct index_sink *sink, struct error *err) ERROR_CHECKED;

#endif
