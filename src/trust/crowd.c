// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/trust/crowd.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "shoroku/base/memory.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/base/vec.h"
#include "shoroku/text/fold.h"
#include "shoroku/trust/tokens.h"

#define NONE UINT32_MAX

struct token {
	uint32_t hash;
	uint32_t newest; // posting
	float weight;	 // negative: not asked for yet
	bool word;
};

// That a paper has a token. A paper's postings stand together, in the order its tokens were met.
struct posting {
	uint32_t token;
	uint32_t paper;
	uint32_t before; // the posting of the same token in an earlier paper, or NONE
	uint32_t parts;	 // bits
};

struct paper_tokens {
	const char *name;
	size_t first; // posting
};

struct trust_crowd {
	VEC(struct token) tokens;
	uint32_t *slots; // of tokens by their hash, open addressing; NONE: free
	size_t slot_count;
	VEC(struct posting) postings;
	VEC(struct paper_tokens) papers;
	struct arena names;
	struct strbuf folded;
	double *shares; // of each paper, while judging; all 0 otherwise
	size_t share_count;
	unsigned part; // of the text being read
};

static void
empty_slots(struct trust_crowd *crowd)
{
	for (size_t i = 0; i < crowd->slot_count; i++)
		crowd->slots[i] = NONE;
}

struct trust_crowd *
crowd_new(void)
{
	struct trust_crowd *crowd = memory_alloc(sizeof(*crowd));

	arena_init(&crowd->names);
	strbuf_init(&crowd->folded);
	crowd->slot_count = 1 << 12;
	crowd->slots = memory_alloc(crowd->slot_count * sizeof(*crowd->slots));
	empty_slots(crowd);
	return crowd;
}

void
crowd_free(struct trust_crowd *crowd)
{
	if (!crowd)
		return;
	vec_release(&crowd->tokens);
	vec_release(&crowd->postings);
	vec_release(&crowd->papers);
	arena_release(&crowd->names);
	strbuf_release(&crowd->folded);
	free(crowd->shares);
	free(crowd->slots);
	free(crowd);
}

void
crowd_clear(struct trust_crowd *crowd)
{
	vec_clear(&crowd->tokens);
	vec_clear(&crowd->postings);
	vec_clear(&crowd->papers);
	arena_release(&crowd->names);
	empty_slots(crowd);
}

void
crowd_add_paper(struct trust_crowd *crowd, const char *name)
{
	*vec_push(&crowd->papers) = (struct paper_tokens){
	    .name = arena_strdup(&crowd->names, name),
	    .first = crowd->postings.count,
	};
}

static size_t
find_slot(const struct trust_crowd *crowd, uint32_t hash)
{
	size_t slot = hash & (crowd->slot_count - 1);

	while (crowd->slots[slot] != NONE && crowd->tokens.items[crowd->slots[slot]].hash != hash)
		slot = (slot + 1) & (crowd->slot_count - 1);
	return slot;
}

static void
grow_slots(struct trust_crowd *crowd)
{
	free(crowd->slots);
	crowd->slot_count *= 4;
	crowd->slots = memory_alloc(crowd->slot_count * sizeof(*crowd->slots));
	empty_slots(crowd);
	for (size_t i = 0; i < crowd->tokens.count; i++)
		crowd->slots[find_slot(crowd, crowd->tokens.items[i].hash)] = (uint32_t)i;
}

static uint32_t
find_token(struct trust_crowd *crowd, uint32_t hash, bool word)
{
	size_t slot = find_slot(crowd, hash);

	if (crowd->slots[slot] != NONE)
		return crowd->slots[slot];
	if (crowd->tokens.count * 2 >= crowd->slot_count) {
		grow_slots(crowd);
		slot = find_slot(crowd, hash);
	}
	crowd->slots[slot] = (uint32_t)crowd->tokens.count;
	*vec_push(&crowd->tokens) = (struct token){hash, NONE, -1, word};
	return crowd->slots[slot];
}

static void
add_token(void *context, const struct trust_token *read)
{
	struct trust_crowd *crowd = context;
	uint32_t number = find_token(crowd, read->hash, read->word);
	struct token *token = &crowd->tokens.items[number];
	uint32_t paper = (uint32_t)crowd->papers.count - 1;

	if (token->newest == NONE || crowd->postings.items[token->newest].paper != paper) {
		*vec_push(&crowd->postings) = (struct posting){number, paper, token->newest, 0};
		token->newest = (uint32_t)crowd->postings.count - 1;
	}
	crowd->postings.items[token->newest].parts |= 1u << crowd->part;
}

void
crowd_add_text(struct trust_crowd *crowd, unsigned part, const char *text)
{
	crowd->part = part;
	strbuf_clear(&crowd->folded);
	fold_append(&crowd->folded, text, tokens_reach(text));
	tokens_each(crowd->folded.data, crowd->folded.length, add_token, crowd);
}

static size_t
end_of(const struct trust_crowd *crowd, size_t paper)
{
	return paper + 1 < crowd->papers.count ? crowd->papers.items[paper + 1].first
					       : crowd->postings.count;
}

// What is gathered of a section while it is judged.
struct weighing {
	double weight;
	double own;
	size_t telling; // tokens that weigh something
	size_t here[2]; // tokens that are no words, and words
	size_t rest[2]; // of the rest of the paper
};

static double
weight_of(struct token *token, const struct trust_statistics *statistics)
{
	if (token->weight < 0)
		token->weight = (float)statistics_weigh(statistics, token->hash, token->word);
	return (double)token->weight;
}

// Gives the other papers that have the token their share.
static void
share_out(struct trust_crowd *crowd, const struct token *token, size_t paper, unsigned other_parts)
{
	uint32_t at = token->newest;

	for (int i = 0; at != NONE && i < TRUST_NEIGHBOURS; i++) {
		const struct posting *posting = &crowd->postings.items[at];

		if (posting->paper != paper && posting->parts & other_parts)
			crowd->shares[posting->paper] += (double)token->weight;
		at = posting->before;
	}
}

static void
weigh(struct trust_crowd *crowd, size_t paper, enum section_role role,
      const struct trust_statistics *statistics, struct weighing *weighing)
{
	unsigned others = ~(1u << role);
	size_t end = end_of(crowd, paper);

	for (size_t i = crowd->papers.items[paper].first; i < end; i++) {
		const struct posting *posting = &crowd->postings.items[i];
		struct token *token = &crowd->tokens.items[posting->token];

		weighing->rest[token->word] += (posting->parts & others) != 0;
		if (!(posting->parts & 1u << role))
			continue;
		weighing->here[token->word]++;
		if (weight_of(token, statistics) <= 0)
			continue;
		weighing->telling++;
		weighing->weight += (double)token->weight;
		if (posting->parts & others)
			weighing->own += (double)token->weight;
		share_out(crowd, token, paper, others);
	}
}

bool
crowd_same(const struct trust_crowd *crowd, size_t one, size_t other)
{
	return one == other ||
	       !strcmp(crowd->papers.items[one].name, crowd->papers.items[other].name);
}

// The other paper with the greatest share; leaves all shares 0.
static void
find_nearest(struct trust_crowd *crowd, size_t paper, struct trust_verdict *verdict)
{
	for (size_t i = 0; i < crowd->papers.count; i++) {
		if (!crowd_same(crowd, i, paper) && crowd->shares[i] > verdict->other) {
			verdict->other = crowd->shares[i];
			verdict->nearest = i;
		}
		crowd->shares[i] = 0;
	}
}

static bool
is_enough(const struct weighing *weighing)
{
	int kind = weighing->here[1] > weighing->here[0];

	return weighing->telling >= TRUST_LEAST_TOKENS && weighing->weight >= TRUST_LEAST_WEIGHT &&
	       2 * weighing->rest[kind] >= weighing->here[kind];
}

void
crowd_judge(struct trust_crowd *crowd, size_t paper, enum section_role role,
	    const struct trust_statistics *statistics, struct trust_verdict *verdict)
{
	struct weighing weighing = {0};

	if (crowd->share_count < crowd->papers.count) {
		free(crowd->shares);
		crowd->share_count = crowd->papers.count + 64;
		crowd->shares = memory_alloc(crowd->share_count * sizeof(*crowd->shares));
	}
	*verdict = (struct trust_verdict){0};
	weigh(crowd, paper, role, statistics, &weighing);
	find_nearest(crowd, paper, verdict);
	if (weighing.weight <= 0)
		return;
	verdict->judged = is_enough(&weighing);
	verdict->share = weighing.own / weighing.weight;
	verdict->other /= weighing.weight;
	verdict->score = verdict->share;
	if (verdict->other > TRUST_ALLOWED)
		verdict->score -= verdict->other - TRUST_ALLOWED;
}

void
crowd_each_token(const struct trust_crowd *crowd, size_t paper,
		 void (*give)(void *context, uint32_t token, bool word), void *context)
{
	size_t end = end_of(crowd, paper);

	for (size_t i = crowd->papers.items[paper].first; i < end; i++) {
		const struct token *token = &crowd->tokens.items[crowd->postings.items[i].token];

		give(context, token->hash, token->word);
	}
}
