// SPDX-License-Identifier: GPL-3.0-or-later
// First each section is compared with its own paper. Only those that might be odd are compared with the
// others, some at a time: their tokens are put in a table that all tokens of the neighbourhood pass by.
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "shoroku/base/memory.h"
#include "shoroku/trust/crowd.h"
#include "crowd-inside.h"

#define JUDGED ((1u << SECTION_ABSTRACT) - 1) // parts: all roles but the authors' own words
#define TOGETHER 32			      // sections compared with the others at a time
#define GATE_BITS (1u << 18)		      // by which most tokens are turned away

// What is gathered of a section.
struct weighing {
	size_t paper; // counted from the first
	enum section_role role;
	double weight;
	double own;
	size_t telling; // tokens that weigh something
	size_t here[2]; // tokens that are no words, and words
	size_t rest[2]; // of the rest of the paper
};

// A token of a section that is compared.
struct wanted {
	uint32_t hash; // 0: free
	float weight;
	uint32_t section; // of those together
	uint32_t next;	  // wanted of the same hash, and one; 0: none
};

struct judging {
	struct trust_crowd *crowd;
	size_t first;
	size_t count;
	const struct trust_statistics *statistics;
	struct trust_verdicts *verdicts;
	double sums[SECTION_ABSTRACT]; // of shares
	size_t sections[SECTION_ABSTRACT];
	VEC(struct weighing) doubtful;
	VEC(struct wanted) wanted;
	uint32_t *heads; // of wanted by hash, open addressing; number and one
	size_t head_count;
	unsigned char gate[GATE_BITS / 8];
};

// A paper's tokens pass once, for the sections of all roles.
static void
weigh_paper(const struct judging *judging, size_t paper, struct weighing *weighings)
{
	const struct trust_crowd *crowd = judging->crowd;
	size_t end = crowd_end_of(crowd, judging->first + paper);

	for (size_t i = crowd->papers.items[judging->first + paper].first; i < end; i++) {
		const struct crowd_token *token = &crowd->tokens.items[i];
		double weight = token->parts & JUDGED ? statistics_weigh(judging->statistics,
									 token->hash, token->word)
						      : 0;

		for (unsigned role = 0; role < SECTION_ABSTRACT; role++) {
			struct weighing *weighing = &weighings[role];
			bool rest = (token->parts & ~(1u << role)) != 0;

			weighing->rest[token->word] += rest;
			if (!(token->parts >> role & 1))
				continue;
			weighing->here[token->word]++;
			weighing->telling += weight > 0;
			weighing->weight += weight;
			weighing->own += rest ? weight : 0;
		}
	}
}

// The words of the rest of the paper of the kind that the section mostly has, and those of the section.
static bool
has_rest(const struct weighing *weighing, bool clearly)
{
	int kind = weighing->here[1] > weighing->here[0];

	if (2 * weighing->rest[kind] >= weighing->here[kind])
		return true;
	return clearly && weighing->rest[kind] >= TRUST_FEW &&
	       TRUST_FEW * weighing->rest[kind] >= weighing->here[kind];
}

static void
compare_with_own(struct judging *judging, const struct weighing *weighing)
{
	struct trust_verdict *verdict = &judging->verdicts[weighing->paper].roles[weighing->role];

	*verdict = (struct trust_verdict){0};
	if (weighing->here[0] + weighing->here[1] < TRUST_LEAST_TOKENS ||
	    !has_rest(weighing, true) || weighing->telling < TRUST_LEAST_TOKENS ||
	    weighing->weight < TRUST_LEAST_WEIGHT)
		return;
	verdict->share = weighing->own / weighing->weight;
	verdict->score = verdict->share + TRUST_DOUBT / weighing->weight;
	verdict->judged = has_rest(weighing, false);
	judging->sums[weighing->role] += verdict->share;
	judging->sections[weighing->role]++;
	// Nothing can have more than all of it.
	if (verdict->score < TRUST_KEPT)
		*vec_push(&judging->doubtful) = *weighing;
}

// --- comparing with the others

static size_t
find_head(const struct judging *judging, uint32_t hash)
{
	size_t slot = hash & (judging->head_count - 1);

	while (judging->heads[slot] && judging->wanted.items[judging->heads[slot] - 1].hash != hash)
		slot = (slot + 1) & (judging->head_count - 1);
	return slot;
}

static void
want_tokens(struct judging *judging, const struct weighing *weighing, uint32_t section)
{
	const struct trust_crowd *crowd = judging->crowd;
	size_t paper = judging->first + weighing->paper;
	size_t end = crowd_end_of(crowd, paper);

	for (size_t i = crowd->papers.items[paper].first; i < end; i++) {
		const struct crowd_token *token = &crowd->tokens.items[i];
		uint32_t bit = token->hash % GATE_BITS;
		double weight;

		if (!(token->parts & 1u << weighing->role))
			continue;
		weight = statistics_weigh(judging->statistics, token->hash, token->word);
		if (weight <= 0)
			continue;
		*vec_push(&judging->wanted) =
		    (struct wanted){token->hash, (float)weight, section, 0};
		judging->gate[bit / 8] |= (unsigned char)(1u << bit % 8);
	}
}

static void
make_table(struct judging *judging)
{
	size_t size = 1024;

	while (size < judging->wanted.count * 2)
		size *= 2;
	if (size > judging->head_count) {
		free(judging->heads);
		judging->heads = memory_alloc(size * sizeof(*judging->heads));
		judging->head_count = size;
	} else {
		memset(judging->heads, 0, judging->head_count * sizeof(*judging->heads));
	}
	for (size_t i = 0; i < judging->wanted.count; i++) {
		size_t slot = find_head(judging, judging->wanted.items[i].hash);

		judging->wanted.items[i].next = judging->heads[slot];
		judging->heads[slot] = (uint32_t)i + 1;
	}
}

// Gives a paper its shares in the sections, of which there is a row of TOGETHER a paper.
static void
pass_paper(struct judging *judging, size_t paper, const struct weighing *sections, double *shares)
{
	const struct trust_crowd *crowd = judging->crowd;
	size_t end = crowd_end_of(crowd, judging->first + paper);

	for (size_t i = crowd->papers.items[judging->first + paper].first; i < end; i++) {
		const struct crowd_token *token = &crowd->tokens.items[i];
		uint32_t bit = token->hash % GATE_BITS;

		if (!(judging->gate[bit / 8] & 1u << bit % 8))
			continue;
		for (uint32_t at = judging->heads[find_head(judging, token->hash)]; at;
		     at = judging->wanted.items[at - 1].next) {
			const struct wanted *wanted = &judging->wanted.items[at - 1];

			if (token->parts & ~(1u << sections[wanted->section].role))
				shares[wanted->section] += (double)wanted->weight;
		}
	}
}

static void
conclude(struct judging *judging, const struct weighing *weighing)
{
	enum section_role role = weighing->role;
	struct trust_verdict *verdict = &judging->verdicts[weighing->paper].roles[role];
	size_t others = judging->sections[role] - 1;
	double expected = verdict->other > TRUST_ALLOWED ? verdict->other : 0;

	if (others > 1 && weighing->telling >= TRUST_LEAST_ALONE) {
		double typical = (judging->sums[role] - verdict->share) / (double)others;

		if (TRUST_TYPICAL * typical > expected)
			expected = TRUST_TYPICAL * typical;
	}
	verdict->judged =
	    expected >= TRUST_LEAST_EXPECTED && has_rest(weighing, verdict->other >= TRUST_CLEARLY);
	if (verdict->judged)
		verdict->score = (verdict->share + TRUST_DOUBT / weighing->weight) / expected;
}

static void
compare_with_others(struct judging *judging, const struct weighing *sections, size_t count)
{
	size_t from =
	    sections[0].paper > TRUST_NEIGHBOURS ? sections[0].paper - TRUST_NEIGHBOURS : 0;
	size_t end = sections[count - 1].paper + TRUST_NEIGHBOURS;

	end = end < judging->count ? end : judging->count;
	vec_clear(&judging->wanted);
	memset(judging->gate, 0, sizeof(judging->gate));
	for (size_t i = 0; i < count; i++)
		want_tokens(judging, &sections[i], (uint32_t)i);
	make_table(judging);
	for (size_t paper = from; paper < end; paper++) {
		double shares[TOGETHER] = {0};

		pass_paper(judging, paper, sections, shares);
		for (size_t i = 0; i < count; i++) {
			struct trust_verdict *verdict =
			    &judging->verdicts[sections[i].paper].roles[sections[i].role];
			double share = shares[i] / sections[i].weight;

			if (share <= verdict->other ||
			    crowd_same(judging->crowd, judging->first + paper,
				       judging->first + sections[i].paper))
				continue;
			verdict->other = share;
			verdict->nearest = judging->first + paper;
		}
	}
	for (size_t i = 0; i < count; i++)
		conclude(judging, &sections[i]);
}

void
crowd_judge(struct trust_crowd *crowd, size_t first, size_t end,
	    const struct trust_statistics *statistics, struct trust_verdicts *verdicts)
{
	struct judging *judging = memory_alloc(sizeof(*judging));

	judging->crowd = crowd;
	judging->first = first;
	judging->count = end - first;
	judging->statistics = statistics;
	judging->verdicts = verdicts;
	for (size_t paper = 0; paper < end - first; paper++) {
		struct weighing weighings[SECTION_ABSTRACT] = {0};

		weigh_paper(judging, paper, weighings);
		for (int role = 0; role < SECTION_ABSTRACT; role++) {
			weighings[role].paper = paper;
			weighings[role].role = (enum section_role)role;
			compare_with_own(judging, &weighings[role]);
		}
	}
	for (size_t i = 0; i < judging->doubtful.count; i += TOGETHER) {
		size_t left = judging->doubtful.count - i;

		compare_with_others(judging, &judging->doubtful.items[i],
				    left < TOGETHER ? left : TOGETHER);
	}
	vec_release(&judging->doubtful);
	vec_release(&judging->wanted);
	free(judging->heads);
	free(judging);
}
