// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/archive/similar.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "archive/handle.h"
#include "archive/occurrence.h"
#include "archive/terms.h"
#include "archive/warnings-counts.h"
#include "archive/warnings.h"
#include "shoroku/archive/reading.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/base/vec.h"
#include "shoroku/text/fold.h"
#include "shoroku/trust/alike.h"
#include "shoroku/trust/foreign.h"
#include "shoroku/trust/tokens.h"

#define MOST_TERMS 40  // that are looked for, words and others each
#define MOST_LIST 1000 // entries of each, the newest
#define COMPARED 48    // papers compared as wholes

struct term {
	const char *text;
	size_t length;
	double weight;
	uint32_t hash;
	bool word;
};

struct candidate {
	int64_t entry; // 0: free
	double score;
};

struct search {
	struct archive *archive;
	struct arena *arena;
	struct trust_statistics statistics;
	VEC(struct term) terms;
	const char *folded;	 // of the text whose terms are taken
	struct candidate *slots; // open addressing
	size_t slot_count;
	struct candidate best[COMPARED];
	double all; // papers there are
};

// --- the terms that tell most

static void
take_token(void *context, const struct trust_token *token)
{
	struct search *search = context;
	const char *text = search->folded + token->start;
	size_t length = token->end - token->start;
	double weight = statistics_weigh(&search->statistics, token->hash, token->word);

	// Of katakana the index has pairs only, which tell little.
	if (weight <= 0 || (!token->word && (length > 8 || !memcmp(text, "\xE3\x82", 2) ||
					     !memcmp(text, "\xE3\x83", 2))))
		return;
	*vec_push(&search->terms) = (struct term){text, length, weight, token->hash, token->word};
}

static int
by_hash(const void *a, const void *b)
{
	const struct term *x = a;
	const struct term *y = b;

	return x->hash < y->hash ? -1 : x->hash > y->hash;
}

static int
by_weight(const void *a, const void *b)
{
	const struct term *x = a;
	const struct term *y = b;

	if (x->weight != y->weight)
		return x->weight > y->weight ? -1 : 1;
	return by_hash(a, b);
}

// Of each kind the first MOST_TERMS; how many that are.
static size_t
take_most(struct term *terms, size_t count)
{
	size_t taken[2] = {0};
	size_t kept = 0;

	for (size_t i = 0; i < count; i++) {
		if (taken[terms[i].word]++ < MOST_TERMS)
			terms[kept++] = terms[i];
	}
	return kept;
}

// Each once, what is said often before what is said once.
static void
choose_terms(struct search *search)
{
	size_t count = 0;

	if (!search->terms.count)
		return;
	qsort(search->terms.items, search->terms.count, sizeof(struct term), by_hash);
	for (size_t i = 0; i < search->terms.count;) {
		size_t end = i + 1;

		while (end < search->terms.count &&
		       search->terms.items[end].hash == search->terms.items[i].hash)
			end++;
		search->terms.items[count] = search->terms.items[i];
		search->terms.items[count++].weight *= 1 + log((double)(end - i));
		i = end;
	}
	qsort(search->terms.items, count, sizeof(struct term), by_weight);
	search->terms.count = take_most(search->terms.items, count);
}

// --- who has them

static struct candidate *
find_slot(const struct search *search, int64_t entry)
{
	size_t slot =
	    (size_t)((uint64_t)entry * 0x9E3779B97F4A7C15u >> 20) & (search->slot_count - 1);

	while (search->slots[slot].entry && search->slots[slot].entry != entry)
		slot = (slot + 1) & (search->slot_count - 1);
	return &search->slots[slot];
}

static void
add_score(struct search *search, int64_t entry, double score)
{
	struct candidate *slot = find_slot(search, entry);

	slot->entry = entry;
	slot->score += score;
}

static int
walk(struct search *search, const struct term *term, struct error *err)
{
	struct occurrence *occurrence = occurrence_new(~0u);
	int64_t *entries = memory_alloc(MOST_LIST * sizeof(*entries));
	int64_t at = INT64_MAX;
	size_t count = 0;
	double weight;
	int result = 0;

	occurrence_add(occurrence, TERM_WORD, term->text,
		       terms_word_length(term->text, term->length), 0);
	while (count < MOST_LIST &&
	       !(result = occurrence_seek(search->archive, occurrence, at, &at, err)) &&
	       at != OCCURRENCE_END) {
		entries[count++] = at;
		at--;
	}
	weight = log(1 + search->all / (double)(count + 1));
	for (size_t i = 0; !result && i < count && count > 1; i++)
		add_score(search, entries[i], weight * weight);
	free(entries);
	occurrence_free(occurrence);
	return result;
}

static int
walk_all(struct search *search, struct error *err)
{
	int64_t papers = 0;
	struct statement st = statement_begin(search->archive, STATEMENT_LAST_PAPER);

	if (statement_step(&st))
		papers = statement_int(&st, 0);
	if (statement_end(&st, err))
		return -1;
	search->all = (double)papers;
	search->slot_count = 1u << 18; // more than twice as many as all lists together
	search->slots = memory_alloc(search->slot_count * sizeof(*search->slots));
	for (size_t i = 0; i < search->terms.count; i++) {
		if (walk(search, &search->terms.items[i], err))
			return -1;
	}
	return 0;
}

static int
by_score(const struct candidate *x, const struct candidate *y)
{
	if (x->score != y->score)
		return x->score > y->score ? -1 : 1;
	return x->entry > y->entry ? -1 : x->entry < y->entry;
}

// The best candidates, in order; how many.
static size_t
best(struct search *search)
{
	struct candidate *list = search->best;
	size_t count = 0;

	for (size_t i = 0; i < search->slot_count; i++) {
		const struct candidate *slot = &search->slots[i];
		size_t at = count;

		if (!slot->entry || (count == COMPARED && by_score(slot, &list[count - 1]) >= 0))
			continue;
		for (; at && by_score(slot, &list[at - 1]) < 0; at--) {
			if (at < COMPARED)
				list[at] = list[at - 1];
		}
		list[at] = *slot;
		count += count < COMPARED;
	}
	return count;
}

// --- comparing them as wholes

struct compared {
	VEC(int64_t) entries;
	VEC(const char *) texts;
	VEC(double) scores;
};

// Another paper of the crowd: the texts of an entry, or its section's of one role.
static int
add_paper(struct search *search, int64_t entry, int only, struct compared *compared,
	  struct error *err)
{
	struct trust_crowd *crowd = search->archive->warnings->crowd;
	struct statement st = statement_begin(search->archive, STATEMENT_WARNED_TEXTS);
	struct strbuf all;
	bool first = true;

	strbuf_init(&all);
	statement_bind_int(&st, ":first", entry);
	statement_bind_int(&st, ":last", entry);
	while (statement_step(&st)) {
		const char *texts[3] = {first ? statement_text(&st, 2) : NULL,
					first ? statement_text(&st, 3) : NULL,
					statement_text(&st, 6)};

		if (first)
			crowd_add_paper(crowd, statement_text(&st, 1));
		first = false;
		for (int i = 0; i < 3; i++) {
			if (!texts[i] || (only >= 0 && (i < 2 || statement_int(&st, 5) != only)))
				continue;
			crowd_add_text(crowd, TRUST_TITLE, texts[i]);
			strbuf_addf(&all, "%s\n", texts[i]);
		}
	}
	if (!first) {
		*vec_push(&compared->entries) = entry;
		*vec_push(&compared->texts) = arena_strdup(search->arena, all.data);
	}
	strbuf_release(&all);
	return statement_end(&st, err);
}

// The place of the highest score that is another paper and none that was given; 0: there is none.
static size_t
next_best(const struct search *search, const struct compared *compared, const struct similar *list,
	  size_t count)
{
	const struct trust_crowd *crowd = search->archive->warnings->crowd;
	size_t found = 0;

	for (size_t i = 1; i < compared->entries.count; i++) {
		bool given = compared->scores.items[i] <= 0 || crowd_same(crowd, i, 0);

		for (size_t k = 0; k < count && !given; k++) {
			size_t former = 1;

			while (compared->entries.items[former] != list[k].entry)
				former++;
			given = crowd_same(crowd, i, former);
		}
		if (!given && (!found || compared->scores.items[i] > compared->scores.items[found]))
			found = i;
	}
	return found;
}

static void
give(struct search *search, struct compared *compared, size_t most, struct similar **list,
     size_t *count)
{
	*list = arena_alloc(search->arena, (most + 1) * sizeof(**list));
	*count = 0;
	while (*count < most) {
		size_t next = next_best(search, compared, *list, *count);
		struct similar *similar = &(*list)[*count];

		if (!next)
			break;
		similar->entry = compared->entries.items[next];
		similar->score = compared->scores.items[next];
		similar->word_count = foreign_shared_words(
		    search->arena, compared->texts.items[next], &compared->texts.items[0], 1,
		    &search->statistics, similar->words, SIMILAR_WORDS);
		++*count;
	}
}

static int
compare(struct search *search, struct compared *compared, struct error *err)
{
	size_t count = best(search);

	for (size_t i = 0; i < count; i++) {
		int64_t entry = search->best[i].entry;

		if (entry != compared->entries.items[0] &&
		    add_paper(search, entry, -1, compared, err))
			return -1;
	}
	vec_reserve(&compared->scores, compared->entries.count);
	alike_score(search->archive->warnings->crowd, &search->statistics, compared->scores.items);
	return 0;
}

static int
find(struct search *search, int64_t entry, int role, struct compared *compared, struct error *err)
{
	struct strbuf folded;
	int result = -1;

	if (warnings_counts_statistics(search->archive, INT64_MAX, &search->statistics, err))
		return -1;
	crowd_clear(search->archive->warnings->crowd);
	if (add_paper(search, entry, role, compared, err))
		return -1;
	if (!compared->entries.count)
		return error_set(err, ERROR_NOT_FOUND, _("there is no entry %lld"),
				 (long long)entry);
	strbuf_init(&folded);
	fold_append(&folded, compared->texts.items[0], tokens_reach(compared->texts.items[0]));
	search->folded = folded.data;
	tokens_each(folded.data, folded.length, take_token, search);
	choose_terms(search);
	if (!walk_all(search, err))
		result = compare(search, compared, err);
	strbuf_release(&folded);
	return result;
}

static int
find_in_transaction(struct archive *archive, struct arena *arena, int64_t entry, int role,
		    size_t most, struct similar **list, size_t *count, struct error *err)
{
	struct search search = {.archive = archive, .arena = arena};
	struct compared compared = {0};
	int result;

	if (reading_begin(archive, err))
		return -1;
	result = find(&search, entry, role, &compared, err);
	if (!result)
		give(&search, &compared, most, list, count);
	reading_end(archive);
	vec_release(&compared.entries);
	vec_release(&compared.texts);
	vec_release(&compared.scores);
	vec_release(&search.terms);
	free(search.slots);
	return result;
}

int
similar_find(struct archive *archive, struct arena *arena, int64_t entry, size_t most,
	     struct similar **list, size_t *count, struct error *err)
{
	return find_in_transaction(archive, arena, entry, -1, most, list, count, err);
}

int
similar_find_section(struct archive *archive, struct arena *arena, int64_t entry,
		     enum section_role role, size_t most, struct similar **list, size_t *count,
		     struct error *err)
{
	return find_in_transaction(archive, arena, entry, (int)role, most, list, count, err);
}
