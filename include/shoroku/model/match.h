// SPDX-License-Identifier: GPL-3.0-or-later
// Whether two descriptions are of one paper, by title and authors. Pure; every score is 0 to 1000.
//
// Titles are compared as people say them: TeX, case, accents and punctuation do not count, nor does a
// subtitle behind a colon that one of them lacks, nor words that a version gained or lost. What tells
// sisters apart counts for all: a number, a Roman numeral, a single letter ("Part II", "M31"), or a word
// in another one's place. Names match as "Y. Wang" and "Wang, Yu" do.
#ifndef SHOROKU_MODEL_MATCH_H
#define SHOROKU_MODEL_MATCH_H

#include "shoroku/model/paper.h"

#define MATCH_CERTAIN 1000
#define MATCH_THRESHOLD 850 // below it nothing is guessed
#define MATCH_UNKNOWN (-1)  // one of the two lists of authors is empty

int match_titles(const char *a, const char *b);

// How many of the shorter list stand in the other, and somewhat less where neither says that it was cut
// and one is much longer.
int match_authors(const struct paper *a, const struct paper *b);

// Of both: the best of their titles, lowered by what the authors lack. Without authors on either side it
// stays below the threshold whatever the titles say.
int match_papers(const struct paper *a, const struct paper *b);

#endif
