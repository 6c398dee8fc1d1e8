// SPDX-License-Identifier: GPL-3.0-or-later
// The hits of a query in the order it asks for.
#ifndef SHOROKU_ARCHIVE_HITS_H
#define SHOROKU_ARCHIVE_HITS_H

#include <stdint.h>

#include "shoroku/archive/load.h"
#include "shoroku/archive/search.h"

// Any order but newest first looks at so many of the newest hits.
#define HITS_SORTED 20000

struct hits {
	int64_t *ids; // in the arena
	size_t count;
	bool more;    // than were asked for
	bool partial; // sorted among the newest HITS_SORTED only
};

// At most `most` of them; the query's own limit counts too.
int hits_find(struct archive *archive, struct arena *arena, const struct query *query, size_t most,
	      struct hits *hits, struct error *err) ERROR_CHECKED;

// The entries of the hits in their order, with sections and marks, into the arena.
int hits_load(struct archive *archive, struct arena *arena, const struct hits *hits,
	      struct load_entries *entries, struct error *err) ERROR_CHECKED;

#endif
