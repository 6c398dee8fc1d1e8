// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/similar-candidates.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "archive/occurrence.h"
#include "archive/terms.h"
#include "shoroku/base/memory.h"
#include "shoroku/text/utf8.h"
#include "shoroku/trust/glossary.h"
#include "shoroku/trust/tokens.h"

#define MOST_TERMS 40	 // that are looked for, words and others each
#define MOST_MEANINGS 40 // Japanese terms that words mean
#define LONGEST_PAIR 8	 // bytes
#define LEAST_KATAKANA 9 // bytes of a word that is looked for as a phrase

struct slot {
	int64_t entry; // 0: free
	float score;
	bool run; // has one of the terms that are runs
};

struct search {
	struct archive *archive;
	struct similar_candidates *candidates;
	const struct trust_statistics *statistics;
	const char *folded;
	size_t own;	    // bytes; behind them is what they mean
	struct slot *slots; // open addressing
	size_t slot_count;
	size_t used;
};

// --- the terms that tell most

static bool
is_katakana(const char *text)
{
	return !memcmp(text, "\xE3\x82", 2) || !memcmp(text, "\xE3\x83", 2);
}

// Of katakana the index has pairs only, which tell little: whole words are looked for as phrases.
static void
take_token(void *context, const struct trust_token *token)
{
	struct search *search = context;
	const char *text = search->folded + token->start;
	size_t length = token->end - token->start;
	double weight = statistics_weigh(search->statistics, token->hash, token->word);
	bool katakana = !token->word && is_katakana(text);

	if (weight <= 0 || (katakana && length <= LEAST_KATAKANA) ||
	    (!token->word && !katakana && length > LONGEST_PAIR))
		return;
	*vec_push(&search->candidates->terms) = (struct similar_term){
	    .text = text,
	    .length = length,
	    .weight = weight,
	    .hash = token->hash,
	    .word = token->word,
	    .phrase = katakana,
	    .meant = token->start >= search->own,
	};
}

static int
by_hash(const void *a, const void *b)
{
	const struct similar_term *x = a;
	const struct similar_term *y = b;

	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return x->meant - y->meant;
}

static int
by_weight(const void *a, const void *b)
{
	const struct similar_term *x = a;
	const struct similar_term *y = b;

	if (x->weight != y->weight)
		return x->weight > y->weight ? -1 : 1;
	return by_hash(a, b);
}

// Of each kind the first MOST_TERMS, in the order of their hashes; how many that are. Behind them come
// the meanings of words.
static size_t
take_most(struct similar_candidates *candidates, size_t count)
{
	struct similar_term *terms = candidates->terms.items;
	struct similar_term meant[MOST_MEANINGS];
	size_t taken[3] = {0}; // of runs, words, words that are meant
	size_t meanings = 0;
	size_t kept = 0;

	for (size_t i = 0; i < count; i++) {
		const char *found[GLOSSARY_MOST_TERMS];
		size_t some =
		    terms[i].word ? glossary_terms(terms[i].text, terms[i].length, found) : 0;

		for (size_t k = 0; k < some && meanings < MOST_MEANINGS; k++)
			meant[meanings++] = (struct similar_term){.text = found[k],
								  .length = strlen(found[k]),
								  .word = true,
								  .meant = true,
								  .phrase = true};
		if (taken[terms[i].word + terms[i].meant]++ < MOST_TERMS)
			terms[kept++] = terms[i];
	}
	qsort(terms, kept, sizeof(*terms), by_hash);
	candidates->terms.count = kept;
	for (size_t i = 0; i < meanings; i++)
		*vec_push(&candidates->terms) = meant[i];
	return kept;
}

// Each once, what is said often before what is said once.
static void
choose_terms(struct similar_candidates *candidates)
{
	struct similar_term *terms = candidates->terms.items;
	size_t count = 0;

	if (!candidates->terms.count)
		return;
	qsort(terms, candidates->terms.count, sizeof(*terms), by_hash);
	for (size_t i = 0; i < candidates->terms.count;) {
		size_t end = i + 1;

		while (end < candidates->terms.count && terms[end].hash == terms[i].hash)
			end++;
		terms[count] = terms[i];
		terms[count++].weight *= 1 + log((double)(end - i));
		i = end;
	}
	qsort(terms, count, sizeof(*terms), by_weight);
	candidates->tokens = take_most(candidates, count);
}

// --- who has them

static struct slot *
find_slot(struct slot *slots, size_t slot_count, int64_t entry)
{
	size_t slot = (size_t)((uint64_t)entry * 0x9E3779B97F4A7C15u >> 20) & (slot_count - 1);

	while (slots[slot].entry && slots[slot].entry != entry)
		slot = (slot + 1) & (slot_count - 1);
	return &slots[slot];
}

static void
grow(struct search *search)
{
	size_t count = search->slot_count ? 2 * search->slot_count : 1u << 13;
	struct slot *slots = memory_alloc(count * sizeof(*slots));

	for (size_t i = 0; i < search->slot_count; i++) {
		if (search->slots[i].entry)
			*find_slot(slots, count, search->slots[i].entry) = search->slots[i];
	}
	free(search->slots);
	search->slots = slots;
	search->slot_count = count;
}

static void
add_score(struct search *search, int64_t entry, double score, bool run)
{
	struct slot *slot;

	if (2 * search->used >= search->slot_count)
		grow(search);
	slot = find_slot(search->slots, search->slot_count, entry);
	search->used += !slot->entry;
	slot->entry = entry;
	slot->score += (float)score;
	slot->run |= run;
}

// A phrase by every other pair of its characters, and its last one.
static void
add_phrase(struct occurrence *occurrence, const struct similar_term *term)
{
	size_t starts[32];
	size_t count = 0;

	for (size_t at = 0; at < term->length && count < 31;) {
		starts[count++] = at;
		utf8_next(term->text, term->length, &at);
		starts[count] = at;
	}
	for (size_t i = 0; i + 1 < count; i += 2) {
		occurrence_add(occurrence, TERM_WORD, term->text + starts[i],
			       starts[i + 2] - starts[i], (uint32_t)i);
	}
	if (count > 2 && count % 2)
		occurrence_add(occurrence, TERM_WORD, term->text + starts[count - 2],
			       starts[count] - starts[count - 2], (uint32_t)count - 2);
}

static int
walk(struct search *search, struct similar_term *term, struct error *err)
{
	struct occurrence *occurrence = occurrence_new(~0u);
	int64_t *entries = memory_alloc(SIMILAR_MOST_LIST * sizeof(*entries));
	int64_t at = INT64_MAX;
	size_t count = 0;
	double weight;
	int result = 0;

	if (term->phrase)
		add_phrase(occurrence, term);
	else
		occurrence_add(occurrence, TERM_WORD, term->text,
			       terms_word_length(term->text, term->length), 0);
	while (count < SIMILAR_MOST_LIST &&
	       !(result = occurrence_seek(search->archive, occurrence, at, &at, err)) &&
	       at != OCCURRENCE_END) {
		entries[count++] = at;
		at--;
	}
	term->papers = (double)count;
	weight = log(1 + search->candidates->all / (double)(count + 1));
	for (size_t i = 0; !result && i < count && (count > 1 || term->meant); i++)
		add_score(search, entries[i], weight * weight, !term->word || term->phrase);
	free(entries);
	occurrence_free(occurrence);
	return result;
}

static int
walk_all(struct search *search, struct error *err)
{
	struct statement st = statement_begin(search->archive, STATEMENT_LAST_PAPER);

	if (statement_step(&st))
		search->candidates->all = (double)statement_int(&st, 0);
	if (statement_end(&st, err))
		return -1;
	for (size_t i = 0; i < search->candidates->terms.count; i++) {
		if (walk(search, &search->candidates->terms.items[i], err))
			return -1;
	}
	return 0;
}

// --- the best of them

struct best {
	const struct slot *list[SIMILAR_CANDIDATES];
	size_t count;
	size_t most;
};

static bool
is_before(const struct slot *x, const struct slot *y)
{
	if (x->score > y->score || x->score < y->score)
		return x->score > y->score;
	return x->entry > y->entry;
}

static void
insert(struct best *best, const struct slot *slot)
{
	size_t at = best->count;

	if (at == best->most && !is_before(slot, best->list[at - 1]))
		return;
	for (; at && is_before(slot, best->list[at - 1]); at--) {
		if (at < best->most)
			best->list[at] = best->list[at - 1];
	}
	best->list[at] = slot;
	best->count += best->count < best->most;
}

// `runs`: of those that have runs or have none, −1: of all.
static void
take_best(const struct search *search, size_t most, int runs)
{
	struct similar_candidates *candidates = search->candidates;
	struct best best = {.most = most};

	for (size_t i = 0; i < search->slot_count; i++) {
		const struct slot *slot = &search->slots[i];

		if (slot->entry && (runs < 0 || slot->run == runs))
			insert(&best, slot);
	}
	for (size_t i = 0; i < best.count; i++)
		similar_candidates_add(candidates, best.list[i]->entry);
}

void
similar_candidates_add(struct similar_candidates *candidates, int64_t entry)
{
	for (size_t i = 0; i < candidates->count; i++) {
		if (candidates->entries[i] == entry)
			return;
	}
	candidates->entries[candidates->count++] = entry;
}

int
similar_candidates_find(struct archive *archive, const char *folded, size_t own, bool east,
			const struct trust_statistics *statistics,
			struct similar_candidates *candidates, struct error *err)
{
	struct search search = {archive, candidates, statistics, folded, own, NULL, 0, 0};
	int result;

	*candidates = (struct similar_candidates){0};
	tokens_each(folded, strlen(folded), take_token, &search);
	choose_terms(candidates);
	result = walk_all(&search, err);
	if (!result) {
		take_best(&search, SIMILAR_CANDIDATES, -1);
		take_best(&search, SIMILAR_FOREIGN_CANDIDATES, !east);
	}
	free(search.slots);
	return result;
}

void
similar_candidates_release(struct similar_candidates *candidates)
{
	vec_release(&candidates->terms);
}
