// SPDX-License-Identifier: GPL-3.0-or-later
// What one text of a digest says that another does not.
#ifndef SHOROKU_MODEL_DIFFERENCE_H
#define SHOROKU_MODEL_DIFFERENCE_H

#include <stddef.h>

#include "shoroku/model/paper.h"

enum difference_kind {
	DIFFERENCE_ADDED,	    // a paper
	DIFFERENCE_GONE,	    // a paper
	DIFFERENCE_TITLE,	    // detail: the former title
	DIFFERENCE_AUTHORS,	    // no detail
	DIFFERENCE_DETAILS,	    // ids, links, categories, when it was published; no detail
	DIFFERENCE_SECTION_GAINED,  // detail: its label
	DIFFERENCE_SECTION_LOST,    // likewise
	DIFFERENCE_SECTION_CHANGED, // likewise
	DIFFERENCE_ORDER, // the same papers in another order: of no paper, once at the end
};

struct difference {
	enum difference_kind kind;
	const char *title;  // of the paper, as it is now; NULL for an order
	const char *detail; // NULL: there is none
};

struct differences {
	struct difference *items; // by the papers of the new text in their order; then those gone
	size_t count;
};

// From `before` to `after`. Papers are the same by their keys, else by their titles; of several entries
// of one paper the first goes with the first. Sections are the same by role and label; those of one
// role under other labels have changed. The list lives in `arena`, its texts in the digests.
void difference_find(struct arena *arena, const struct digest *before, const struct digest *after,
		     struct differences *differences);

// The entries of `before` that go with those of `after`, by index; SIZE_MAX: it has none. In `arena`.
const size_t *difference_pair(struct arena *arena, const struct digest *before,
			      const struct digest *after);

const char *difference_kind_name(enum difference_kind kind); // "added", "section-lost" …

#endif
