// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/archive/hits.h"

#include <stdlib.h>
#include <string.h>

#include "archive/handle.h"
#include "shoroku/base/vec.h"
#include "shoroku/text/fold.h"

struct found {
	int64_t id;
	double rank;
	char *key; // folded title or authors
};

typedef VEC(struct found) found_list;

static int
collect(struct search *search, size_t most, found_list *list, bool *more, struct error *err)
{
	int64_t id;
	int next = 1;

	*more = false;
	while (list->count < most && (next = search_next(search, &id, err)) > 0)
		*vec_push(list) = (struct found){.id = id};
	if (next > 0)
		*more = (next = search_next(search, &id, err)) > 0;
	return next < 0 ? -1 : 0;
}

static int
add_ranks(struct search *search, found_list *list, struct arena *arena, struct error *err)
{
	int64_t *ids = arena_alloc(arena, (list->count + 1) * sizeof(*ids));
	double *ranks = arena_alloc(arena, (list->count + 1) * sizeof(*ranks));

	for (size_t i = 0; i < list->count; i++)
		ids[i] = list->items[i].id;
	if (search_rank(search, ids, list->count, ranks, err))
		return -1;
	for (size_t i = 0; i < list->count; i++)
		list->items[i].rank = ranks[i];
	return 0;
}

static int
add_keys(struct archive *archive, found_list *list, int column, struct error *err)
{
	for (size_t i = 0; i < list->count; i++) {
		struct statement st = statement_begin(archive, STATEMENT_ENTRY_TEXT);

		statement_bind_int(&st, ":entry", list->items[i].id);
		if (statement_step(&st))
			list->items[i].key = fold_string(statement_text(&st, column));
		if (statement_end(&st, err))
			return -1;
	}
	return 0;
}

static int
newest_first(int64_t a, int64_t b)
{
	return a > b ? -1 : a < b;
}

static int
compare_ranks(const void *a, const void *b)
{
	const struct found *x = a;
	const struct found *y = b;

	if (x->rank < y->rank)
		return -1;
	return x->rank > y->rank ? 1 : newest_first(x->id, y->id);
}

static int
compare_keys(const void *a, const void *b)
{
	const struct found *x = a;
	const struct found *y = b;
	int order = strcmp(x->key ? x->key : "", y->key ? y->key : "");

	return order ? order : newest_first(x->id, y->id);
}

static int
sort(struct archive *archive, struct arena *arena, struct search *search, enum query_sort order,
     found_list *list, struct error *err)
{
	switch (order) {
	case QUERY_BY_DATE:
		return 0;
	case QUERY_BY_RELEVANCE:
		if (add_ranks(search, list, arena, err))
			return -1;
		break;
	case QUERY_BY_TITLE:
	case QUERY_BY_AUTHOR:
		if (add_keys(archive, list, order == QUERY_BY_TITLE ? 0 : 1, err))
			return -1;
		break;
	}
	if (list->count)
		qsort(list->items, list->count, sizeof(*list->items),
		      order == QUERY_BY_RELEVANCE ? compare_ranks : compare_keys);
	return 0;
}

int
hits_find(struct archive *archive, struct arena *arena, const struct query *query, size_t most,
	  struct hits *hits, struct error *err)
{
	bool sorted = query->sort != QUERY_BY_DATE;
	size_t limit = query->limit && query->limit < most ? query->limit : most;
	struct search *search = search_open(archive, query, err);
	found_list list = {0};
	int result = -1;

	*hits = (struct hits){0};
	if (!search)
		return -1;
	if (collect(search, sorted ? HITS_SORTED : limit, &list, &hits->more, err) ||
	    sort(archive, arena, search, query->sort, &list, err))
		goto out;
	hits->partial = sorted && hits->more;
	hits->more |= list.count > limit;
	hits->count = list.count < limit ? list.count : limit;
	hits->ids = arena_alloc(arena, (hits->count + 1) * sizeof(*hits->ids));
	for (size_t i = 0; i < hits->count; i++)
		hits->ids[i] = list.items[i].id;
	result = 0;
out:
	for (size_t i = 0; i < list.count; i++)
		free(list.items[i].key);
	vec_release(&list);
	search_close(search);
	return result;
}

int
hits_load(struct archive *archive, struct arena *arena, const struct hits *hits,
	  struct load_entries *entries, struct error *err)
{
	entries->count = hits->count;
	entries->items = arena_alloc(arena, (hits->count + 1) * sizeof(*entries->items));
	for (size_t i = 0; i < hits->count; i++) {
		if (load_entry(archive, arena, hits->ids[i], &entries->items[i], err))
			return -1;
	}
	return 0;
}
