// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/archive/facets.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "archive/handle.h"
#include "shoroku/archive/reading.h"
#include "shoroku/archive/search.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/vec.h"
#include "shoroku/model/entry-id.h"
#include "shoroku/text/fold.h"

// One value of one hit.
struct mention {
	char *key; // what equal names have in common
	const char *text;
	size_t hit; // index of the hit, the newest 0
};

typedef VEC(struct mention) mention_list;
typedef VEC(int64_t) id_list;

struct counter {
	struct archive *archive;
	struct arena *scratch;
	const struct query *query;
	mention_list mentions[NARROW_FACETS];
};

static int
find_ids(struct archive *archive, const struct query *query, id_list *ids, struct error *err)
{
	struct search *search = search_open(archive, query, err);
	size_t most = query->limit && query->limit < FACETS_HITS ? query->limit : FACETS_HITS;
	int64_t id;
	int next = search ? 1 : -1;

	vec_clear(ids);
	while (next > 0 && ids->count < most && (next = search_next(search, &id, err)) > 0)
		*vec_push(ids) = id;
	search_close(search);
	return next < 0 ? -1 : 0;
}

static void
mention(struct counter *counter, enum narrow_facet facet, const char *text, size_t length,
	size_t hit)
{
	char *copy = arena_strndup(counter->scratch, text, length);

	// As narrow_holds() and the index compare them.
	*vec_push(&counter->mentions[facet]) = (struct mention){
	    .key = facet == NARROW_TAG ? fold_string(copy) : fold_skeleton(copy, length),
	    .text = copy,
	    .hit = hit,
	};
}

static void
mention_year(struct counter *counter, int64_t id, size_t hit)
{
	char year[16];
	int length = snprintf(year, sizeof(year), "%04d", date_to_civil(entry_id_day(id)).year);

	mention(counter, NARROW_YEAR, year, (size_t)length, hit);
}

static void
mention_authors(struct counter *counter, const char *names, size_t hit)
{
	while (*names) {
		size_t length = strcspn(names, "\n");

		if (length)
			mention(counter, NARROW_AUTHOR, names, length, hit);
		names += length + (names[length] == '\n');
	}
}

static int
read_paper(struct counter *counter, int64_t id, size_t hit, const bool *wanted, struct error *err)
{
	struct statement st = statement_begin(counter->archive, STATEMENT_FACET_PAPER);

	statement_bind_int(&st, ":entry", id);
	if (statement_step(&st)) {
		const char *source = statement_text(&st, 0);

		if (wanted[NARROW_SOURCE])
			mention(counter, NARROW_SOURCE, source, strlen(source), hit);
		if (wanted[NARROW_AUTHOR])
			mention_authors(counter, statement_text(&st, 1), hit);
	}
	return statement_end(&st, err);
}

static int
read_tags(struct counter *counter, int64_t id, size_t hit, struct error *err)
{
	struct statement st = statement_begin(counter->archive, STATEMENT_FACET_TAGS);

	statement_bind_int(&st, ":entry", id);
	while (statement_step(&st)) {
		const char *tag = statement_text(&st, 0);

		mention(counter, NARROW_TAG, tag, strlen(tag), hit);
	}
	return statement_end(&st, err);
}

static int
read_each(struct counter *counter, const id_list *ids, const bool *wanted, struct error *err)
{
	for (size_t i = 0; i < ids->count; i++) {
		int64_t id = ids->items[i];

		if (handle_is_stopped(counter->archive))
			return error_set(err, ERROR_LOCKED, _("the search was interrupted"));
		if (wanted[NARROW_YEAR])
			mention_year(counter, id, i);
		if ((wanted[NARROW_SOURCE] || wanted[NARROW_AUTHOR]) &&
		    read_paper(counter, id, i, wanted, err))
			return -1;
		if (wanted[NARROW_TAG] && read_tags(counter, id, i, err))
			return -1;
	}
	return 0;
}

static int
read_hits(struct counter *counter, const id_list *ids, const bool *wanted, struct error *err)
{
	int result;

	if (reading_begin(counter->archive, err))
		return -1;
	result = read_each(counter, ids, wanted, err);
	reading_end(counter->archive);
	return result;
}

static int
gather_hits(struct counter *counter, struct error *err)
{
	const bool wanted[NARROW_FACETS] = {true, true, true, true};
	id_list ids = {0};
	int failed = find_ids(counter->archive, counter->query, &ids, err) ||
		     read_hits(counter, &ids, wanted, err);

	vec_release(&ids);
	return failed ? -1 : 0;
}

// Facets the query says nothing about share one search; each of the others needs its own.
static int
gather(struct counter *counter, struct error *err)
{
	bool wanted[NARROW_FACETS] = {false};
	id_list ids = {0};
	struct query rest;
	int failed = 0;

	for (int i = 0; !failed && i < NARROW_FACETS; i++) {
		bool alone[NARROW_FACETS] = {false};

		alone[i] =
		    narrow_without(counter->scratch, counter->query, (enum narrow_facet)i, &rest);
		wanted[i] = !alone[i];
		if (alone[i])
			failed = find_ids(counter->archive, &rest, &ids, err) ||
				 read_hits(counter, &ids, alone, err);
	}
	if (!failed)
		failed = find_ids(counter->archive, counter->query, &ids, err) ||
			 read_hits(counter, &ids, wanted, err);
	vec_release(&ids);
	return failed ? -1 : 0;
}

static int
by_key(const void *a, const void *b)
{
	const struct mention *x = a;
	const struct mention *y = b;
	int order = strcmp(x->key, y->key);

	return order ? order : x->hit < y->hit ? -1 : x->hit > y->hit;
}

static int
by_count(const void *a, const void *b)
{
	const struct facet_value *x = a;
	const struct facet_value *y = b;

	if (x->count != y->count)
		return x->count > y->count ? -1 : 1;
	return strcmp(x->text, y->text);
}

static int
latest_first(const void *a, const void *b)
{
	const struct facet_value *x = a;
	const struct facet_value *y = b;

	return strcmp(y->text, x->text);
}

// Moves what is shown of a facet from the scratch memory to the caller's.
static void
keep(const struct counter *counter, struct arena *arena, enum narrow_facet which,
     struct facet *facet)
{
	const struct facet_value *all = facet->values;
	size_t count = facet->count;

	facet->values = arena_alloc(arena, ((count < FACETS_VALUES ? count : FACETS_VALUES) + 1) *
					       sizeof(*all));
	facet->count = 0;
	for (size_t i = 0; i < count && facet->count <= FACETS_VALUES; i++) {
		bool chosen = narrow_holds(counter->query, which, all[i].text);

		if (i < FACETS_VALUES || chosen)
			facet->values[facet->count++] = (struct facet_value){
			    arena_strdup(arena, all[i].text), all[i].count, chosen};
	}
}

// Runs of equal keys become values.
static void
make_facet(struct counter *counter, struct arena *arena, enum narrow_facet which,
	   struct facet *facet)
{
	mention_list *list = &counter->mentions[which];

	facet->count = 0;
	facet->values = arena_alloc(counter->scratch, (list->count + 1) * sizeof(*facet->values));
	if (list->count)
		qsort(list->items, list->count, sizeof(*list->items), by_key);
	for (size_t i = 0; i < list->count; i++) {
		const struct mention *now = &list->items[i];
		const struct mention *before = i ? now - 1 : NULL;

		if (!before || strcmp(before->key, now->key) != 0)
			facet->values[facet->count++] = (struct facet_value){.text = now->text};
		else if (before->hit == now->hit)
			continue;
		facet->values[facet->count - 1].count++;
	}
	qsort(facet->values, facet->count, sizeof(*facet->values),
	      which == NARROW_YEAR ? latest_first : by_count);
	keep(counter, arena, which, facet);
}

static int
count(struct archive *archive, struct arena *arena, const struct query *query,
      int (*gather_mentions)(struct counter *, struct error *), struct facets *facets,
      struct error *err)
{
	struct arena scratch;
	struct counter counter = {archive, &scratch, query, {{0}}};
	int result;

	*facets = (struct facets){0};
	arena_init(&scratch);
	result = gather_mentions(&counter, err);
	for (int i = 0; i < NARROW_FACETS; i++) {
		if (!result)
			make_facet(&counter, arena, (enum narrow_facet)i, &facets->of[i]);
		for (size_t j = 0; j < counter.mentions[i].count; j++)
			free(counter.mentions[i].items[j].key);
		vec_release(&counter.mentions[i]);
	}
	arena_release(&scratch);
	return result;
}

int
facets_count(struct archive *archive, struct arena *arena, const struct query *query,
	     struct facets *facets, struct error *err)
{
	return count(archive, arena, query, gather, facets, err);
}

int
facets_count_hits(struct archive *archive, struct arena *arena, const struct query *query,
		  struct facets *facets, struct error *err)
{
	return count(archive, arena, query, gather_hits, facets, err);
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

int
facets_newest_authors(struct archive *archive, struct arena *arena, int entries,
		      struct facets_authors *authors, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_NEWEST_AUTHORS);
	VEC(const char *) names = {0};
	int result;

	statement_bind_int(&st, ":from", INT64_MAX);
	statement_bind_int(&st, ":entries", entries);
	while (statement_step(&st)) {
		const char *name = statement_text(&st, 0);

		while (*name) {
			size_t length = strcspn(name, "\n");

			if (length)
				*vec_push(&names) = arena_strndup(arena, name, length);
			name += length + (name[length] == '\n');
		}
	}
	result = statement_end(&st, err);
	*authors = (struct facets_authors){0};
	authors->names = arena_alloc(arena, (names.count + 1) * sizeof(*authors->names));
	if (names.count)
		qsort(names.items, names.count, sizeof(*names.items), by_name);
	for (size_t i = 0; i < names.count; i++) {
		if (!i || strcmp(names.items[i - 1], names.items[i]) != 0)
			authors->names[authors->count++] = names.items[i];
	}
	vec_release(&names);
	return result;
}
