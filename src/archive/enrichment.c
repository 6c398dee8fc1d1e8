// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/archive/enrichment.h"

#include <stdlib.h>
#include <string.h>

#include "archive/handle.h"
#include "archive/index.h"
#include "archive/lines.h"
#include "archive/store-entry.h"
#include "archive/warnings.h"
#include "shoroku/base/vec.h"
#include "shoroku/model/key.h"

// --- what is wanted

typedef VEC(struct enrichment_paper) paper_list;

static int
add_paper(struct archive *archive, struct arena *arena, int64_t entry, paper_list *papers,
	  struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_ENRICHMENT_WANTED);

	statement_bind_int(&st, ":entry", entry);
	if (statement_step(&st)) {
		struct enrichment_paper *wanted = vec_push(papers);
		struct paper *paper = &wanted->paper;

		wanted->id = statement_int(&st, 0);
		paper->key = statement_copy(&st, 1, arena);
		paper->title = statement_copy(&st, 2, arena);
		paper->title_original = statement_copy(&st, 3, arena);
		paper->authors = lines_split(arena, statement_text(&st, 4), &paper->author_count);
		paper->authors_truncated = statement_int(&st, 5) != 0;
		paper->arxiv_id = statement_copy(&st, 6, arena);
		wanted->asked_at = statement_int(&st, 7);
		wanted->found = statement_int(&st, 8) != 0;
	}
	return statement_end(&st, err);
}

static int
by_id(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a;
	int64_t y = *(const int64_t *)b;

	return x < y ? -1 : x > y;
}

// Keeps the first of each paper.
static size_t
drop_repeated(struct arena *arena, struct enrichment_paper *papers, size_t count)
{
	int64_t *ids = arena_alloc(arena, (count + 1) * sizeof(*ids));
	bool *seen = arena_alloc(arena, count + 1);
	size_t kept = 0;

	for (size_t i = 0; i < count; i++)
		ids[i] = papers[i].id;
	if (count)
		qsort(ids, count, sizeof(*ids), by_id);
	for (size_t i = 0; i < count; i++) {
		int64_t *place = bsearch(&papers[i].id, ids, count, sizeof(*ids), by_id);

		while (place > ids && place[-1] == *place)
			place--;
		if (seen[place - ids])
			continue;
		seen[place - ids] = true;
		papers[kept++] = papers[i];
	}
	return kept;
}

int
enrichment_papers(struct archive *archive, struct arena *arena, const int64_t *entries,
		  size_t count, struct enrichment_paper **papers, size_t *paper_count,
		  struct error *err)
{
	paper_list list = {0};
	int result = 0;

	for (size_t i = 0; !result && i < count; i++)
		result = add_paper(archive, arena, entries[i], &list, err);
	*papers = arena_alloc(arena, (list.count + 1) * sizeof(**papers));
	if (list.count)
		memcpy(*papers, list.items, list.count * sizeof(**papers));
	*paper_count = drop_repeated(arena, *papers, list.count);
	vec_release(&list);
	return result;
}

int
enrichment_wanting(struct archive *archive, struct arena *arena, const char *source,
		   int64_t asked_before, size_t most, const int64_t **entries, size_t *count,
		   struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_ENRICHMENT_WANTING);
	VEC(int64_t) list = {0};
	int64_t *copy;

	statement_bind_int(&st, ":from", INT64_MAX);
	statement_bind_int(&st, ":asked_before", asked_before);
	statement_bind_text(&st, ":source", source);
	statement_bind_int(&st, ":most", most > INT32_MAX ? -1 : (int64_t)most);
	while (statement_step(&st))
		*vec_push(&list) = statement_int(&st, 0);
	copy = arena_alloc(arena, (list.count + 1) * sizeof(*copy));
	if (list.count)
		memcpy(copy, list.items, list.count * sizeof(*copy));
	*entries = copy;
	*count = list.count;
	vec_release(&list);
	return statement_end(&st, err);
}

// --- answers

struct answers {
	struct enrichment_answer *list;
	size_t count;
	int64_t asked_at;
	int64_t change; // 0 until a key grows
};

// Runs a statement about two papers.
static int
run_pair(struct archive *archive, enum statement_id id, int64_t from, int64_t to, struct error *err)
{
	struct statement st = statement_begin(archive, id);

	statement_bind_int(&st, ":from", from);
	if (to)
		statement_bind_int(&st, ":to", to);
	return statement_run(&st, err);
}

// All entries become the other paper's. Both are indexed anew.
static int
merge(struct archive *archive, int64_t from, int64_t to, struct error *err)
{
	static const enum statement_id steps[] = {STATEMENT_MERGE_PAPER, STATEMENT_MOVE_ENTRIES,
						  STATEMENT_MOVE_FORMER_KEYS,
						  STATEMENT_MOVE_ENRICHMENT};

	if (index_touch_paper(archive, from, err) || index_touch_paper(archive, to, err))
		return -1;
	for (size_t i = 0; i < ARRAY_LENGTH(steps); i++) {
		if (run_pair(archive, steps[i], from, to, err))
			return -1;
	}
	return run_pair(archive, STATEMENT_DROP_PAPER, from, 0, err);
}

static int
find_paper(struct archive *archive, const char *key, int64_t *id, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_FIND_PAPER);

	statement_bind_text(&st, ":key", key);
	*id = statement_step(&st) ? statement_int(&st, 0) : 0;
	return statement_end(&st, err);
}

static int
rename_paper(struct archive *archive, int64_t paper, const char *key, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_RENAME_PAPER);

	statement_bind_text(&st, ":key", key);
	statement_bind_int(&st, ":paper", paper);
	return statement_run(&st, err);
}

static int
keep_former(struct archive *archive, struct answers *answers, int64_t paper, const char *key,
	    struct error *err)
{
	struct statement st;

	if (!answers->change && store_entry_next_change(archive, &answers->change, err))
		return -1;
	st = statement_begin(archive, STATEMENT_ADD_FORMER_KEY);
	statement_bind_text(&st, ":key", key);
	statement_bind_int(&st, ":paper", paper);
	statement_bind_int(&st, ":change", answers->change);
	return statement_run(&st, err);
}

// *paper becomes the one that has the key afterwards.
static int
grow(struct archive *archive, struct answers *answers, struct enrichment_answer *answer,
     const char *former, const char *key, int64_t *paper, struct error *err)
{
	int64_t other;

	if (find_paper(archive, key, &other, err))
		return -1;
	answer->grown = true;
	answer->merged = other != 0;
	if (other ? merge(archive, *paper, other, err) : rename_paper(archive, *paper, key, err))
		return -1;
	*paper = other ? other : *paper;
	return keep_former(archive, answers, *paper, former, err);
}

static int
fill(struct archive *archive, int64_t id, const struct paper *said, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_FILL_PAPER);
	char *categories =
	    said->category_count ? lines_join(said->categories, said->category_count) : NULL;
	int result;

	statement_bind_int(&st, ":paper", id);
	statement_bind_text(&st, ":arxiv", said->arxiv_id);
	statement_bind_text(&st, ":doi", said->doi);
	statement_bind_text(&st, ":url", said->url);
	statement_bind_text(&st, ":pdf", said->pdf_url);
	statement_bind_text(&st, ":categories", categories);
	statement_bind_text(&st, ":published", said->published);
	statement_bind_text(&st, ":updated", said->updated);
	statement_bind_text(&st, ":journal_ref", said->journal_ref);
	statement_bind_text(&st, ":comment", said->comment);
	result = statement_run(&st, err);
	free(categories);
	return result;
}

static int
read_key(struct archive *archive, struct arena *arena, int64_t paper, const char **key,
	 struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_PAPER_KEY);

	statement_bind_int(&st, ":paper", paper);
	*key = statement_step(&st) ? statement_copy(&st, 0, arena) : NULL;
	return statement_end(&st, err);
}

static int
take(struct archive *archive, struct arena *arena, struct answers *answers,
     struct enrichment_answer *answer, struct error *err)
{
	int64_t paper = answer->paper;
	const char *former;
	const char *key;

	// It may have been merged with another by an answer before.
	if (read_key(archive, arena, paper, &former, err))
		return -1;
	if (!former)
		return 0;
	if (!answer->said)
		return store_entry_note_arxiv(archive, paper, answers->asked_at, NULL, NULL, err);
	key = key_of_paper(arena, answer->said);
	if (key_strength(former) < key_strength(key) &&
	    grow(archive, answers, answer, former, key, &paper, err))
		return -1;
	if (index_touch_paper(archive, paper, err) || fill(archive, paper, answer->said, err))
		return -1;
	return store_entry_note_arxiv(archive, paper, answers->asked_at, answer->said, answer->text,
				      err);
}

static int
store(struct archive *archive, void *context, struct error *err)
{
	struct answers *answers = context;
	struct arena arena;
	int result = 0;

	arena_init(&arena);
	for (size_t i = 0; !result && i < answers->count; i++)
		result = take(archive, &arena, answers, &answers->list[i], err);
	arena_release(&arena);
	return result || warnings_flush(archive, NULL, err) || index_flush(archive, err) ? -1 : 0;
}

int
enrichment_store(struct archive *archive, struct enrichment_answer *list, size_t count,
		 int64_t asked_at, struct error *err)
{
	struct answers answers = {list, count, asked_at, 0};

	if (handle_transaction(archive, store, &answers, err))
		return -1;
	index_tidy_quietly(archive);
	return 0;
}
