// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/trust/alike.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "shoroku/base/memory.h"
#include "crowd-inside.h"

#define ALIKE_LEAST 100 // weight: so much is added to what papers have, squared

// The first paper's tokens by their hash, open addressing.
struct table {
	uint32_t *hashes; // 0: free
	size_t size;
};

static size_t
find(const struct table *table, uint32_t hash)
{
	size_t slot = hash & (table->size - 1);

	while (table->hashes[slot] && table->hashes[slot] != hash)
		slot = (slot + 1) & (table->size - 1);
	return slot;
}

static void
fill(struct table *table, const struct trust_crowd *crowd)
{
	size_t end = crowd_end_of(crowd, 0);

	table->size = 64;
	while (table->size < 2 * end)
		table->size *= 2;
	table->hashes = memory_alloc(table->size * sizeof(*table->hashes));
	for (size_t i = 0; i < end; i++)
		table->hashes[find(table, crowd->tokens.items[i].hash)] =
		    crowd->tokens.items[i].hash;
}

// By the kinds of tokens that both have: so papers in two languages are compared by their words. A few
// words that are the same make nothing alike.
static double
compare(const double own[2], const double length[2], double shared)
{
	double x = 0;
	double y = 0;

	for (int kind = 0; kind < 2; kind++) {
		if (own[kind] > 0 && length[kind] > 0) {
			x += own[kind];
			y += length[kind];
		}
	}
	return shared / (sqrt(x * y) + ALIKE_LEAST);
}

void
alike_score(const struct trust_crowd *crowd, const struct trust_statistics *statistics,
	    double *scores)
{
	struct table table;
	double length[2] = {0}; // of the first paper: of tokens that are no words, and of words

	fill(&table, crowd);
	for (size_t paper = 0; paper < crowd->papers.count; paper++) {
		size_t end = crowd_end_of(crowd, paper);
		double own[2] = {0};
		double shared = 0;

		for (size_t i = crowd->papers.items[paper].first; i < end; i++) {
			const struct crowd_token *token = &crowd->tokens.items[i];
			double weight = statistics_weigh(statistics, token->hash, token->word);

			own[token->word] += weight * weight;
			if (table.hashes[find(&table, token->hash)])
				shared += weight * weight;
		}
		if (!paper)
			memcpy(length, own, sizeof(own));
		scores[paper] = compare(own, length, shared);
	}
	free(table.hashes);
}
