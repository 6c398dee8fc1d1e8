// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/archive/roster.h"

#include <stdlib.h>
#include <string.h>

#include "archive/handle.h"
#include "archive/roster-order.h"
#include "shoroku/archive/reading.h"
#include "shoroku/archive/search.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/vec.h"
#include "shoroku/model/entry-id.h"

typedef VEC(int64_t) id_list;

void
roster_release(struct roster *roster)
{
	free(roster->ids);
	free(roster->flags);
	free(roster->by_id);
	*roster = (struct roster){0};
}

static const char *const order_names[ROSTER_ORDERS] = {
    [ROSTER_BY_DATE] = "date",	   [ROSTER_BY_TITLE] = "title",
    [ROSTER_BY_AUTHOR] = "author", [ROSTER_BY_RATING] = "rating",
    [ROSTER_BY_UNREAD] = "unread", [ROSTER_BY_RELEVANCE] = "relevance",
};

const char *
roster_order_name(enum roster_order order)
{
	return order_names[order];
}

enum roster_order
roster_order_find(const char *name)
{
	int order = 0;

	while (order < ROSTER_ORDERS && strcmp(order_names[order], name) != 0)
		order++;
	return (enum roster_order)order;
}

// The index in `by_id` of the first entry whose id is not above `id`.
static size_t
find_not_above(const struct roster *roster, int64_t id)
{
	size_t low = 0;
	size_t high = roster->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (roster->ids[roster->by_id[middle]] > id)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

size_t
roster_find(const struct roster *roster, int64_t id)
{
	size_t index = find_not_above(roster, id);

	if (index < roster->count && roster->ids[roster->by_id[index]] == id)
		return roster->by_id[index];
	return roster->count;
}

// --- marks

static int
read_flag(struct archive *archive, struct roster *roster, const char *field, enum roster_flag flag,
	  struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_SEARCH_MARKS);
	size_t next = 0;

	statement_bind_text(&st, ":match", field);
	statement_bind_int(&st, ":from", roster->ids[roster->by_id[0]]);
	while (next < roster->count && statement_step(&st)) {
		int64_t id = statement_int(&st, 0);

		while (next < roster->count && roster->ids[roster->by_id[next]] > id)
			next++;
		if (next < roster->count && roster->ids[roster->by_id[next]] == id)
			roster->flags[roster->by_id[next]] |= (unsigned char)flag;
	}
	return statement_end(&st, err);
}

int
roster_read_flags(struct archive *archive, struct roster *roster, struct error *err)
{
	if (!roster->count)
		return 0;
	memset(roster->flags, 0, roster->count);
	if (read_flag(archive, roster, "read", ROSTER_READ, err))
		return -1;
	return read_flag(archive, roster, "favourite", ROSTER_FAVOURITE, err);
}

// --- making one

static int
compare_descending(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a;
	int64_t y = *(const int64_t *)b;

	return (x < y) - (x > y);
}

static bool
is_descending(const int64_t *ids, size_t count)
{
	size_t i = 1;

	while (i < count && ids[i - 1] > ids[i])
		i++;
	return i >= count;
}

struct place {
	int64_t id;
	uint32_t index;
};

static void
number_places(struct roster *roster)
{
	struct place *places;

	if (is_descending(roster->ids, roster->count)) {
		for (size_t i = 0; i < roster->count; i++)
			roster->by_id[i] = (uint32_t)i;
		return;
	}
	places = memory_alloc(roster->count * sizeof(*places));
	for (size_t i = 0; i < roster->count; i++)
		places[i] = (struct place){roster->ids[i], (uint32_t)i};
	qsort(places, roster->count, sizeof(*places), compare_descending);
	for (size_t i = 0; i < roster->count; i++)
		roster->by_id[i] = places[i].index;
	free(places);
}

// Of ids in the order by date, taken over.
static int
begin(struct archive *archive, id_list *ids, struct roster *roster, struct error *err)
{
	*roster = (struct roster){.ids = ids->items, .count = ids->count};
	roster->flags = memory_alloc(ids->count + 1);
	roster->by_id = memory_alloc((ids->count + 1) * sizeof(*roster->by_id));
	number_places(roster);
	return roster_read_flags(archive, roster, err);
}

// Puts what begin() made in order; on failure nothing is left of it.
static int
finish(struct archive *archive, struct search *search, enum roster_order order,
       struct roster *roster, struct error *err)
{
	if (!roster_order_arrange(archive, search, order, roster, err)) {
		roster->order = order;
		return 0;
	}
	roster_release(roster);
	return -1;
}

static int
collect(struct search *search, size_t most, id_list *ids, struct error *err)
{
	int64_t id;
	int next = 1;

	while (ids->count < most && (next = search_next(search, &id, err)) > 0)
		*vec_push(ids) = id;
	return next < 0 ? -1 : 0;
}

static enum roster_order
order_of(const struct query *query, enum roster_order order)
{
	switch (query->sort) {
	case QUERY_BY_DATE:
		break;
	case QUERY_BY_RELEVANCE:
		return ROSTER_BY_RELEVANCE;
	case QUERY_BY_TITLE:
		return ROSTER_BY_TITLE;
	case QUERY_BY_AUTHOR:
		return ROSTER_BY_AUTHOR;
	}
	return order;
}

// The limit is about the order the query asks for.
int
roster_of_query(struct archive *archive, const struct query *query, enum roster_order order,
		struct roster *roster, struct error *err)
{
	struct search *search = search_open(archive, query, err);
	size_t limit = query->limit ? query->limit : SIZE_MAX;
	id_list ids = {0};
	int result;

	*roster = (struct roster){0};
	if (!search)
		return -1;
	result = collect(search, query->sort == QUERY_BY_DATE ? limit : SIZE_MAX, &ids, err);
	if (result)
		vec_release(&ids);
	else if ((result = begin(archive, &ids, roster, err)))
		roster_release(roster);
	else
		result = finish(archive, search, order_of(query, order), roster, err);
	if (!result && roster->count > limit) {
		roster->count = limit;
		number_places(roster);
	}
	search_close(search);
	return result;
}

static int
arrange_list(struct archive *archive, id_list *ids, enum roster_order order, struct roster *roster,
	     struct error *err)
{
	if (!begin(archive, ids, roster, err))
		return finish(archive, NULL, order, roster, err);
	roster_release(roster);
	return -1;
}

int
roster_of_days(struct archive *archive, struct date_range range, enum roster_order order,
	       struct roster *roster, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_ENTRIES_OF_DAYS);
	id_list ids = {0};

	*roster = (struct roster){0};
	statement_bind_int(&st, ":first", range.first);
	statement_bind_int(&st, ":last", range.last);
	while (statement_step(&st))
		*vec_push(&ids) = statement_int(&st, 0);
	if (!statement_end(&st, err))
		return arrange_list(archive, &ids, order, roster, err);
	vec_release(&ids);
	return -1;
}

int
roster_of_ids(struct archive *archive, const int64_t *ids, size_t count, enum roster_order order,
	      struct roster *roster, struct error *err)
{
	id_list list = {0};
	int result;

	*roster = (struct roster){0};
	for (size_t i = 0; i < count; i++)
		*vec_push(&list) = ids[i];
	if (count)
		qsort(list.items, count, sizeof(*ids), compare_descending);
	if (reading_begin(archive, err)) {
		vec_release(&list);
		return -1;
	}
	result = arrange_list(archive, &list, order, roster, err);
	reading_end(archive);
	return result;
}
