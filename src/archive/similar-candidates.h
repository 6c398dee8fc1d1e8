// SPDX-License-Identifier: GPL-3.0-or-later
// Papers that may be similar to one: those that the lists of the index have for its most telling terms.
#ifndef ARCHIVE_SIMILAR_CANDIDATES_H
#define ARCHIVE_SIMILAR_CANDIDATES_H

#include <stdbool.h>
#include <stdint.h>

#include "archive/handle.h"
#include "shoroku/base/vec.h"
#include "shoroku/trust/statistics.h"

#define SIMILAR_CANDIDATES 48	      // by all terms
#define SIMILAR_FOREIGN_CANDIDATES 24 // and the best that seem to be in another language
#define SIMILAR_BY_AUTHORS 16	      // and those of the same people

// A term that was looked for.
struct similar_term {
	const char *text; // folded
	size_t length;
	double weight;
	uint32_t hash; // as a token (trust/tokens.h)
	bool word;
	bool meant;    // by one of the paper's: it stands nowhere there
	bool phrase;   // of a run: all its characters in a row
	double papers; // that have it, counted to SIMILAR_MOST_LIST
};
#define SIMILAR_MOST_LIST 1000

struct similar_candidates {
	VEC(struct similar_term) terms; // the tokens among them sorted by their hash
	size_t tokens;			// of the terms; those behind are in another language
	double all;			// entries there are, about
	int64_t entries[SIMILAR_CANDIDATES + SIMILAR_FOREIGN_CANDIDATES + SIMILAR_BY_AUTHORS];
	size_t count;
};

// By a folded text, which is borrowed as long as the candidates are: `own` bytes of the paper's and behind
// them what its terms mean in English; `east`: it is in Japanese or the like. Within one transaction.
int similar_candidates_find(struct archive *archive, const char *folded, size_t own, bool east,
			    const struct trust_statistics *statistics,
			    struct similar_candidates *candidates, struct error *err) ERROR_CHECKED;
void similar_candidates_add(struct similar_candidates *candidates,
			    int64_t entry); // unless it is there
void similar_candidates_release(struct similar_candidates *candidates);

#endif
