// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a section speaks of its paper. The papers of one day stand together in a crowd: a model that
// mixes papers up mostly mixes up those it was given together.
//
// A section's share in a paper is the weight of those of its tokens that stand in the paper's title or
// its sections of other roles, of all its weight. A section's score is its share in its own paper, less
// what another paper of the crowd has of it beyond TRUST_ALLOWED: papers of a day may well be of one
// field, but none should have more of a section than the paper it is printed under.
//
// Not judged is a section that says too little, or of whose kind of words the rest of the paper has
// fewer than half of what the section has.
#ifndef SHOROKU_TRUST_CROWD_H
#define SHOROKU_TRUST_CROWD_H

#include <stdbool.h>
#include <stddef.h>

#include "shoroku/model/paper.h"
#include "shoroku/trust/statistics.h"

#define TRUST_TITLE                                                                                \
	SECTION_ROLES // the part of a paper that is its titles; the others are its sections' roles

#define TRUST_ALLOWED 0.2
#define TRUST_THRESHOLD 0.1    // what scores below is warned of, unless a setting says otherwise
#define TRUST_LEAST_TOKENS 5   // that tell something
#define TRUST_LEAST_WEIGHT 4.0 // of them together
#define TRUST_NEIGHBOURS 64    // papers of a crowd that a token is looked for in, at most

struct trust_crowd;

struct trust_crowd *crowd_new(void);
void crowd_free(struct trust_crowd *crowd); // NULL is fine
void crowd_clear(struct trust_crowd *crowd);

// Begins the next paper; they are numbered from 0. Those of one name are the same paper.
void crowd_add_paper(struct trust_crowd *crowd, const char *name);

// More of that paper: a text of one of its parts.
void crowd_add_text(struct trust_crowd *crowd, unsigned part, const char *text);

struct trust_verdict {
	bool judged;
	double score;
	double share;	// in its own paper
	double other;	// in the other paper of the crowd it has most in; 0: in none
	size_t nearest; // that paper's number
};
void crowd_judge(struct trust_crowd *crowd, size_t paper, enum section_role role,
		 const struct trust_statistics *statistics, struct trust_verdict *verdict);

bool crowd_same(const struct trust_crowd *crowd, size_t one, size_t other); // one paper

// Each different token of a paper's, once, with whether it is a word: for counting.
void crowd_each_token(const struct trust_crowd *crowd, size_t paper,
		      void (*give)(void *context, uint32_t token, bool word), void *context);

#endif
