// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/trust/counts.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "shoroku/base/memory.h"
#include "shoroku/trust/tokens.h"
#include "prior-table.h"

#define HEADER 12 // bytes: version, papers, of them with Han, Hangul or katakana
#define ROW 8	  // bytes: token, papers

struct count {
	uint32_t token; // 0: free
	uint32_t papers;
	float prior; // papers
};

struct trust_counts {
	struct count *slots; // open addressing
	size_t slot_count;   // a power of two
	size_t used;
	uint32_t all;
	uint32_t east;
	bool has_east; // the paper being counted
};

static struct count *
find(const struct trust_counts *counts, uint32_t token)
{
	size_t slot = token & (counts->slot_count - 1);

	while (counts->slots[slot].token && counts->slots[slot].token != token)
		slot = (slot + 1) & (counts->slot_count - 1);
	return &counts->slots[slot];
}

static void
grow(struct trust_counts *counts)
{
	struct count *former = counts->slots;
	size_t former_count = counts->slot_count;

	counts->slot_count *= 2;
	counts->slots = memory_alloc(counts->slot_count * sizeof(*counts->slots));
	for (size_t i = 0; i < former_count; i++) {
		if (former[i].token)
			*find(counts, former[i].token) = former[i];
	}
	free(former);
}

static struct count *
find_or_add(struct trust_counts *counts, uint32_t token)
{
	struct count *count = find(counts, token);

	if (count->token)
		return count;
	if (counts->used * 2 >= counts->slot_count) {
		grow(counts);
		count = find(counts, token);
	}
	counts->used++;
	count->token = token;
	return count;
}

// What a row of the prior's table is being read for.
struct prior {
	struct trust_counts *counts;
	double share;
	size_t
	    end; // of the whole token: parts of a long one are tokens as well, and stand by themselves
	uint32_t token;
};

static void
see_token(void *context, const struct trust_token *token)
{
	struct prior *prior = context;

	if (token->start == 0 && token->end == prior->end)
		prior->token = token->hash;
}

static void
add_prior(struct trust_counts *counts, const struct trust_prior_class *class)
{
	const char *text = class->tokens;

	while (*text) {
		size_t length = strcspn(text, " ");
		struct prior prior = {.end = length};

		tokens_each(text, length, see_token, &prior);
		if (prior.token)
			find_or_add(counts, prior.token)->prior =
			    (float)(class->share * TRUST_PRIOR);
		text += length + 1;
	}
}

struct trust_counts *
counts_new(void)
{
	struct trust_counts *counts = memory_alloc(sizeof(*counts));

	counts->slot_count = 1 << 14;
	counts->slots = memory_alloc(counts->slot_count * sizeof(*counts->slots));
	for (size_t i = 0; prior_table[i].tokens; i++)
		add_prior(counts, &prior_table[i]);
	return counts;
}

void
counts_free(struct trust_counts *counts)
{
	if (!counts)
		return;
	free(counts->slots);
	free(counts);
}

static void
count_token(void *context, uint32_t token, bool word)
{
	struct trust_counts *counts = context;

	find_or_add(counts, token)->papers++;
	counts->has_east |= !word;
}

void
counts_add(struct trust_counts *counts, const struct trust_crowd *crowd, size_t paper)
{
	counts->has_east = false;
	crowd_each_token(crowd, paper, count_token, counts);
	counts->all++;
	counts->east += counts->has_east;
}

static double
papers_with(void *context, uint32_t token)
{
	const struct count *count = find(context, token);

	return (double)count->papers + (double)count->prior;
}

struct trust_statistics
counts_statistics(struct trust_counts *counts)
{
	return statistics_make(papers_with, counts, counts->all + TRUST_PRIOR,
			       counts->east + TRUST_PRIOR);
}

// --- as bytes: numbers of four, the lowest first

static void
pack_number(struct strbuf *bytes, uint32_t number)
{
	for (int i = 0; i < 4; i++)
		strbuf_add_byte(bytes, (char)(number >> 8 * i & 0xFF));
}

static uint32_t
unpack_number(const unsigned char *bytes)
{
	return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 |
	       (uint32_t)bytes[3] << 24;
}

static int
by_token(const void *a, const void *b)
{
	const struct count *x = a;
	const struct count *y = b;

	return x->token < y->token ? -1 : x->token > y->token;
}

void
counts_pack(struct trust_counts *counts, struct strbuf *bytes)
{
	struct count *kept = memory_alloc(counts->used * sizeof(*kept));
	size_t count = 0;

	for (size_t i = 0; i < counts->slot_count; i++) {
		if (counts->slots[i].papers < TRUST_SELDOM)
			counts->slots[i].papers = 0;
		else
			kept[count++] = counts->slots[i];
	}
	qsort(kept, count, sizeof(*kept), by_token);
	pack_number(bytes, TRUST_TOKENS_VERSION);
	pack_number(bytes, counts->all);
	pack_number(bytes, counts->east);
	for (size_t i = 0; i < count; i++) {
		pack_number(bytes, kept[i].token);
		pack_number(bytes, kept[i].papers);
	}
	free(kept);
}

int
counts_unpack(struct trust_counts *counts, const void *bytes, size_t length)
{
	const unsigned char *at = bytes;

	if (length < HEADER || (length - HEADER) % ROW || unpack_number(at) != TRUST_TOKENS_VERSION)
		return -1;
	counts->all = unpack_number(at + 4);
	counts->east = unpack_number(at + 8);
	for (size_t i = HEADER; i < length; i += ROW) {
		uint32_t token = unpack_number(at + i);

		if (!token)
			return -1;
		find_or_add(counts, token)->papers = unpack_number(at + i + 4);
	}
	return 0;
}
