// SPDX-License-Identifier: GPL-3.0-or-later
// How much a token tells, by how few papers have it. Whoever judges says how to ask for the counts.
#ifndef SHOROKU_TRUST_STATISTICS_H
#define SHOROKU_TRUST_STATISTICS_H

#include <stdbool.h>
#include <stdint.h>

// A token that every so-manieth paper has tells nothing of any one of them.
#define TRUST_COMMON 8

struct trust_statistics {
	// How many papers have a token.
	double (*papers)(void *context, uint32_t token);
	void *context;
	double all
	    [2]; // papers a token may stand in: those with Han, Hangul or katakana; all, for words
	double unknown[2]; // what a token of no paper weighs, likewise
};

// `all` papers there are, `east` of them with Han, Hangul or katakana.
struct trust_statistics statistics_make(double (*papers)(void *context, uint32_t token),
					void *context, double all, double east);

// The logarithm of how much rarer the token is than a common one; 0 for common ones.
double statistics_weigh(const struct trust_statistics *statistics, uint32_t token, bool word);

#endif
