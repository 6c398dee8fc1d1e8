// SPDX-License-Identifier: GPL-3.0-or-later
// What the hits of a query have in common: their years, tags, authors and sources with counts.
#ifndef SHOROKU_ARCHIVE_FACETS_H
#define SHOROKU_ARCHIVE_FACETS_H

#include "shoroku/archive/archive.h"
#include "shoroku/base/arena.h"
#include "shoroku/query/narrow.h"

#define FACETS_HITS 1000 // the newest, of which values are counted
#define FACETS_VALUES 40 // of one facet; of the others only what the query is restricted to

struct facet_value {
	const char *text; // as the newest hit has it
	size_t count;	  // hits with it, each once
	bool chosen;	  // the query is restricted to it
};

struct facet {
	// Years the latest first, others the most frequent first; what is chosen beyond FACETS_VALUES
	// comes last.
	struct facet_value *values;
	size_t count;
};

struct facets {
	struct facet of[NARROW_FACETS];
};

// Each facet is counted over the hits of the query without its own restriction on it. Names that
// searching holds for the same are one value. Lives in the arena. search_interrupt() ends it.
int facets_count(struct archive *archive, struct arena *arena, const struct query *query,
		 struct facets *facets, struct error *err) ERROR_CHECKED;

// The same over the hits of the query as it is, whatever it restricts.
int facets_count_hits(struct archive *archive, struct arena *arena, const struct query *query,
		      struct facets *facets, struct error *err) ERROR_CHECKED;

// Names of authors, each once, of the newest entries, of at most `entries` of them.
struct facets_authors {
	const char **names;
	size_t count;
};
int facets_newest_authors(struct archive *archive, struct arena *arena, int entries,
			  struct facets_authors *authors, struct error *err) ERROR_CHECKED;

#endif
