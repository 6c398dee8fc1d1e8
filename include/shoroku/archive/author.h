// SPDX-License-Identifier: GPL-3.0-or-later
// What the archive has of one author.
#ifndef SHOROKU_ARCHIVE_AUTHOR_H
#define SHOROKU_ARCHIVE_AUTHOR_H

#include <stdbool.h>

#include "shoroku/archive/facets.h"
#include "shoroku/archive/load.h"

#define AUTHOR_PAPERS 500 // at most, the newest

struct author {
	const char *query;	    // that finds the papers: author:="…"
	struct load_entries papers; // newest first
	bool more;		    // papers than these
	struct facet years;	    // of the newest FACETS_HITS, the latest first
	struct facet others;	    // the author's fellow authors, the most frequent first
};

// Names that searching holds for the same are one author. Everything lives in the arena. ERROR_NOT_FOUND
// where the query language cannot say the name or nothing is by that author.
int author_load(struct archive *archive, struct arena *arena, const char *name, date_day today,
		struct author *author, struct error *err) ERROR_CHECKED;

#endif
