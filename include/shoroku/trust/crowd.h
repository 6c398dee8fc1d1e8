// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a section speaks of its paper. The papers of one day stand together in a crowd: a model that
// mixes papers up mostly mixes up those it was given together.
//
// A section's share in a paper is the weight of those of its tokens that stand in the paper's title or
// its sections of other roles, of all its weight. Expected of it is
//  - what another paper of the crowd has of it, where that is more than TRUST_ALLOWED, since no paper
//    should have more of a section than the one it is printed under,
//  - and at least TRUST_TYPICAL of what the other papers of the crowd have of their sections of its role:
//    so where all of a kind speak freely, none of them is odd.
// The score is the share by what is expected, 1 where it is as expected and less the odder it is. Of its
// weight a section has TRUST_DOUBT for nothing, so that a short one must be odder than a long one.
//
// Not judged is a section that says too little (still more is asked where no other paper fits better), of
// which little is expected, or of whose kind of words the rest of the paper has fewer than half of what the
// section has; but a few do where another paper has TRUST_CLEARLY of it.
#ifndef SHOROKU_TRUST_CROWD_H
#define SHOROKU_TRUST_CROWD_H

#include <stdbool.h>
#include <stddef.h>

#include "shoroku/model/paper.h"
#include "shoroku/trust/statistics.h"

#define TRUST_TITLE                                                                                \
	SECTION_ROLES // the part of a paper that is its titles; the others are its sections' roles

#define TRUST_THRESHOLD 0.6 // what scores below is warned of, unless a setting says otherwise
#define TRUST_KEPT 0.9	    // the greatest threshold; scores above are not exact

#define TRUST_ALLOWED 0.2
#define TRUST_TYPICAL 0.35
#define TRUST_CLEARLY 0.4
#define TRUST_DOUBT 2.0
#define TRUST_LEAST_TOKENS 5   // that tell something
#define TRUST_LEAST_WEIGHT 4.0 // of them together
#define TRUST_LEAST_ALONE 14   // that tell something, where no other paper has more of the section
#define TRUST_LEAST_EXPECTED 0.1
#define TRUST_FEW 8	     // tokens of the rest of a paper that do
#define TRUST_NEIGHBOURS 256 // papers of a crowd before and behind that a section is compared with

struct trust_crowd;

struct trust_crowd *crowd_new(void);
void crowd_free(struct trust_crowd *crowd); // NULL is fine
void crowd_clear(struct trust_crowd *crowd);

// Begins the next paper; they are numbered from 0. Those of one name are the same paper.
void crowd_add_paper(struct trust_crowd *crowd, const char *name);

// More of that paper: a text of one of its parts; the other one takes it folded (text/fold.h).
void crowd_add_text(struct trust_crowd *crowd, unsigned part, const char *text);
void crowd_add_folded(struct trust_crowd *crowd, unsigned part, const char *text, size_t length);

struct trust_verdict {
	bool judged;
	double score; // exact below TRUST_KEPT
	double share; // in its own paper
	double
	    other; // in the other paper of the crowd it has most in; 0: in none, or not looked for
	size_t nearest; // that paper's number
};
struct trust_verdicts {
	struct trust_verdict roles[SECTION_ABSTRACT]; // the authors' own words are not judged
};

// Judges the papers from `first` to before `end`, which are the crowd for now; a verdicts each.
void crowd_judge(struct trust_crowd *crowd, size_t first, size_t end,
		 const struct trust_statistics *statistics, struct trust_verdicts *verdicts);

bool crowd_same(const struct trust_crowd *crowd, size_t one, size_t other); // one paper

// Each different token of a paper's, once, with whether it is a word: for counting.
void crowd_each_token(const struct trust_crowd *crowd, size_t paper,
		      void (*give)(void *context, uint32_t token, bool word), void *context);

#endif
