// SPDX-License-Identifier: GPL-3.0-or-later
// The entries in which some terms stand at fixed distances, all in one field: a phrase, or with one
// term a word or a character. Newest first, over all segments; of those only the ones are opened
// that may hold what is asked for.
#ifndef ARCHIVE_OCCURRENCE_H
#define ARCHIVE_OCCURRENCE_H

#include "archive/index.h"

#define OCCURRENCE_END INT64_MIN

struct occurrence;

// `fields` is a set of enum query_text; of terms without fields it says nothing.
struct occurrence *occurrence_new(unsigned fields);
void occurrence_free(struct occurrence *occurrence); // NULL is fine

// Adds a term: its kind and its text, and how far behind the first one it stands (0 for terms without
// places). To be called before the first seek.
void occurrence_add(struct occurrence *occurrence, char kind, const char *text, size_t length,
		    uint32_t distance);

// The greatest entry not above `at_most` into *id, or OCCURRENCE_END. Within one transaction.
int occurrence_seek(struct archive *archive, struct occurrence *occurrence, int64_t at_most,
		    int64_t *id, struct error *err) ERROR_CHECKED;

// How often it stands in each field of the entry sought last, into counts[INDEX_FIELDS]: 1 where the
// terms have no places.
void occurrence_count(struct occurrence *occurrence, int64_t id, unsigned *counts);

#endif
