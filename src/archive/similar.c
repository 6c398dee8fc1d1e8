// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/archive/similar.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "archive/handle.h"
#include "archive/similar-authors.h"
#include "archive/similar-candidates.h"
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
#include "shoroku/trust/glossary.h"
#include "shoroku/trust/tokens.h"

#define MEANT 8 // papers of a language
#define MOST_RAISED 2.5
#define SAME_AUTHORS 0.15 // is added to the score of papers by the same people
#define STANDS_OUT 1.5	  // times the mean of the best of its language
#define TRUSTED 1000.0	  // papers that the counts of words are worth beside those of the archive
#define FEW_PAPERS 3000	  // of fewer it is chance which have a word

struct search {
	struct archive *archive;
	struct arena *arena;
	struct trust_statistics statistics;
	struct similar_candidates candidates;
	double scale; // papers there are, for each that was counted; at least 1
	bool east;    // whether the paper itself is in Japanese, so that others are not
};

// --- what tokens weigh: those looked for by how many papers have them, others by the counts

static int
compare_term(const void *hash, const void *term)
{
	uint32_t x = *(const uint32_t *)hash;
	uint32_t y = ((const struct similar_term *)term)->hash;

	return x < y ? -1 : x > y;
}

static double
papers_with(void *context, uint32_t token)
{
	const struct search *search = context;
	const struct similar_candidates *candidates = &search->candidates;
	double papers = search->statistics.papers(search->statistics.context, token);
	const struct similar_term *term =
	    candidates->tokens ? bsearch(&token, candidates->terms.items, candidates->tokens,
					 sizeof(*term), compare_term)
			       : NULL;

	if (!term || term->papers >= SIMILAR_MOST_LIST || candidates->all < FEW_PAPERS)
		return fmax(papers, 0.5) * search->scale;
	papers = (fmax(0, term->papers - 2) + papers * TRUSTED / search->statistics.all[1]) /
		 (candidates->all + TRUSTED);
	return papers * search->statistics.all[1] * search->scale;
}

static struct trust_statistics
refine(struct search *search)
{
	const struct trust_statistics *counted = &search->statistics;

	search->scale = fmax(1, search->candidates.all / counted->all[1]);
	return statistics_make(papers_with, search, counted->all[1] * search->scale,
			       counted->all[0] * search->scale);
}

// --- comparing them as wholes

struct compared {
	VEC(int64_t) entries;
	VEC(const char *) texts; // folded
	VEC(const char *)
	meant; // the same with what Japanese terms mean; NULL where it was not asked
	VEC(bool) east;
	VEC(const char *) authors; // a name a line
	VEC(double) scores;
};

// Whether a text is one in Japanese, Chinese or Korean, by its bytes.
static bool
is_east(const char *text, size_t length)
{
	size_t east = 0;

	for (size_t i = 0; i < length; i++)
		east += (unsigned char)text[i] >= 0xE3 && (unsigned char)text[i] <= 0xED;
	return east * 10 > length;
}

// Ends a paper of the crowd. What the first one means is added to it, and to others if it is of
// another language.
static void
end_paper(struct search *search, int64_t entry, struct strbuf *text, struct compared *compared)
{
	struct trust_crowd *crowd = search->archive->warnings->crowd;
	bool first = !compared->entries.count;
	size_t own = text->length;
	bool east = is_east(text->data, text->length);

	crowd_add_folded(crowd, TRUST_TITLE, text->data, text->length);
	*vec_push(&compared->entries) = entry;
	*vec_push(&compared->texts) = arena_strdup(search->arena, text->data);
	*vec_push(&compared->east) = east;
	if (first)
		search->east = east;
	if (!east || (!first && search->east)) {
		*vec_push(&compared->meant) = NULL;
		return;
	}
	// The other is the text as it was, which is read while words are added.
	glossary_translate(compared->texts.items[compared->texts.count - 1], own, text);
	crowd_add_folded(crowd, TRUST_TITLE, text->data + own, text->length - own);
	*vec_push(&compared->meant) = arena_strdup(search->arena, text->data);
}

// Another paper of the crowd: the texts of an entry, or its section's of one role.
static int
add_paper(struct search *search, int64_t entry, int only, struct compared *compared,
	  struct error *err)
{
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

		if (first) {
			crowd_add_paper(search->archive->warnings->crowd, statement_text(&st, 1));
			*vec_push(&compared->authors) = statement_copy(&st, 7, search->arena);
		}
		first = false;
		for (int i = 0; i < 3; i++) {
			if (!texts[i] || (only >= 0 && (i < 2 || statement_int(&st, 5) != only)))
				continue;
			fold_append(&all, texts[i], tokens_reach(texts[i]));
			strbuf_add_byte(&all, '\n');
		}
	}
	if (!first)
		end_paper(search, entry, &all, compared);
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

// Across languages by what the Japanese terms of one mean.
static size_t
share_words(struct search *search, const struct compared *compared, size_t paper,
	    const char **words)
{
	const char *own = compared->texts.items[0];
	const char *other = compared->texts.items[paper];

	if (compared->meant.items[paper])
		other = compared->meant.items[paper];
	else if (compared->meant.items[0] && !compared->east.items[paper])
		own = compared->meant.items[0];
	return foreign_shared_words(search->arena, other, &own, 1, &search->statistics, words,
				    SIMILAR_WORDS);
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
		similar->word_count = share_words(search, compared, next, similar->words);
		++*count;
	}
}

// The mean of the best few scores of the papers that are in the first one's language, or are not; 0: there
// are too few.
static double
mean_of_best(const struct search *search, const struct compared *compared, bool foreign)
{
	double best[MEANT] = {0};
	double sum = 0;

	for (size_t i = 1; i < compared->entries.count; i++) {
		double score = compared->scores.items[i];
		size_t at = MEANT;

		if ((compared->east.items[i] != search->east) != foreign)
			continue;
		for (; at && score > best[at - 1]; at--) {
			if (at < MEANT)
				best[at] = best[at - 1];
		}
		if (at < MEANT)
			best[at] = score;
	}
	for (size_t i = 0; i < MEANT; i++)
		sum += best[i];
	return best[MEANT - 1] > 0 ? sum / MEANT : 0;
}

// Of papers in two languages only a part can be compared, so that the score of one that stands out among
// those of its language means more.
static void
even_out(const struct search *search, struct compared *compared)
{
	double own = mean_of_best(search, compared, false);
	double foreign = mean_of_best(search, compared, true);
	double factor = own > 0 && foreign > 0 ? fmin(MOST_RAISED, own / foreign) : 1;

	for (size_t i = 1; factor > 1 && i < compared->entries.count; i++) {
		if (compared->east.items[i] != search->east &&
		    compared->scores.items[i] > STANDS_OUT * foreign)
			compared->scores.items[i] = fmin(1, compared->scores.items[i] * factor);
	}
}

// Of papers that have something in common; of a section alone not, which may be told of because it is
// somebody else's.
static void
add_authors(const struct similar_authors *authors, struct compared *compared)
{
	for (size_t i = 1; authors->names.count && i < compared->entries.count; i++) {
		double *score = &compared->scores.items[i];

		if (*score > 0)
			*score = fmin(1, *score + SAME_AUTHORS *
						      similar_authors_share(
							  authors, compared->authors.items[i]));
	}
}

static int
compare(struct search *search, const struct similar_authors *authors, struct compared *compared,
	struct error *err)
{
	const struct similar_candidates *candidates = &search->candidates;
	struct trust_statistics refined = refine(search);

	for (size_t i = 0; i < candidates->count; i++) {
		int64_t entry = candidates->entries[i];

		if (entry != compared->entries.items[0] &&
		    add_paper(search, entry, -1, compared, err))
			return -1;
	}
	vec_reserve(&compared->scores, compared->entries.count);
	alike_score(search->archive->warnings->crowd, &refined, compared->scores.items);
	even_out(search, compared);
	add_authors(authors, compared);
	return 0;
}

static int
find(struct search *search, int64_t entry, int role, struct compared *compared, struct error *err)
{
	struct similar_authors authors = {0};
	const char *text;
	int result;

	if (warnings_counts_statistics(search->archive, INT64_MAX, &search->statistics, err))
		return -1;
	crowd_clear(search->archive->warnings->crowd);
	if (add_paper(search, entry, role, compared, err))
		return -1;
	if (!compared->entries.count)
		return error_set(err, ERROR_NOT_FOUND, _("there is no entry %lld"),
				 (long long)entry);
	text = compared->meant.items[0] ? compared->meant.items[0] : compared->texts.items[0];
	if (similar_candidates_find(search->archive, text, strlen(compared->texts.items[0]),
				    search->east, &search->statistics, &search->candidates, err))
		return -1;
	if (role < 0)
		similar_authors_read(&authors, compared->authors.items[0]);
	result = similar_authors_find(search->archive, &authors, &search->candidates, err) ||
		 compare(search, &authors, compared, err);
	similar_authors_release(&authors);
	return result ? -1 : 0;
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
	vec_release(&compared.meant);
	vec_release(&compared.east);
	vec_release(&compared.authors);
	vec_release(&compared.scores);
	similar_candidates_release(&search.candidates);
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
