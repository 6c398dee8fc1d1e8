// SPDX-License-Identifier: GPL-3.0-or-later
// Who wrote a paper, for finding those that are similar: the same people write of the same, in whatever
// language it is told.
#ifndef ARCHIVE_SIMILAR_AUTHORS_H
#define ARCHIVE_SIMILAR_AUTHORS_H

#include "archive/similar-candidates.h"

// The names of a paper's first authors as the index has them; released by similar_authors_release().
struct similar_authors {
	VEC(char *) names;
};

void similar_authors_read(struct similar_authors *authors, const char *lines); // a name a line
void similar_authors_release(struct similar_authors *authors);

// Adds the newest papers that most of them wrote to the candidates, SIMILAR_BY_AUTHORS at most.
int similar_authors_find(struct archive *archive, const struct similar_authors *authors,
			 struct similar_candidates *candidates, struct error *err) ERROR_CHECKED;

// How many of the shorter list stand in the other: 0 to 1.
double similar_authors_share(const struct similar_authors *authors, const char *lines);

#endif
