// SPDX-License-Identifier: GPL-3.0-or-later
// How alike papers of a crowd are by what they speak of.
#ifndef SHOROKU_TRUST_ALIKE_H
#define SHOROKU_TRUST_ALIKE_H

#include <stddef.h>

#include "shoroku/trust/crowd.h"

// The cosine of what the first paper speaks of, each token by its weight, and each of the papers, into
// scores[]: nearly 1 for the same, 0 for nothing in common.
void alike_score(const struct trust_crowd *crowd, const struct trust_statistics *statistics,
		 double *scores);

#endif
