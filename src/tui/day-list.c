// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/day-list.h"

#include <string.h>

#include "shoroku/archive/fetched.h"
#include "shoroku/base/strbuf.h"

void
day_list_init(struct day_list *list)
{
	*list = (struct day_list){0};
	arena_init(&list->arena);
}

void
day_list_release(struct day_list *list)
{
	vec_release(&list->days);
	vec_release(&list->absent);
	vec_release(&list->texts);
	arena_release(&list->arena);
}

// Days come and come again with the same few sources and reasons.
static const char *
keep(struct day_list *list, const char *text)
{
	if (!text)
		return NULL;
	for (size_t i = 0; i < list->texts.count; i++) {
		if (!strcmp(list->texts.items[i], text))
			return list->texts.items[i];
	}
	text = arena_strdup(&list->arena, text);
	*vec_push(&list->texts) = text;
	return text;
}

static const char *
join_sources(struct day_list *list, const char *sources, const char *name)
{
	struct strbuf joined;
	const char *result;

	strbuf_init(&joined);
	strbuf_addf(&joined, "%s, %s", sources, name);
	result = keep(list, joined.data);
	strbuf_release(&joined);
	return result;
}

// The first of the days, newest first, that is not after the date; `count`: none.
static size_t
find_from(const struct browser_day *days, size_t count, date_day date)
{
	size_t low = 0;

	while (low < count) {
		size_t middle = low + (count - low) / 2;

		if (days[middle].date > date)
			low = middle + 1;
		else
			count = middle;
	}
	return low;
}

size_t
day_list_index(const struct day_list *list, date_day date)
{
	return find_from(list->days.items, list->days.count, date);
}

const struct browser_day *
day_list_absent(const struct day_list *list, date_day date)
{
	size_t index = find_from(list->absent.items, list->absent.count, date);

	return index < list->absent.count && list->absent.items[index].date == date
		   ? &list->absent.items[index]
		   : NULL;
}

static void
add_digest(struct day_list *list, struct browser_day *day, const struct load_day *digest)
{
	day->date = digest->date;
	day->sources = day->sources ? join_sources(list, day->sources, digest->source)
				    : keep(list, digest->source);
	day->papers += digest->papers;
	day->unread += digest->unread;
	day->favourites += digest->favourites;
	if (day_state_is_worse(digest->state, day->state))
		day->state = digest->state;
	if (digest->reason)
		day->reason = keep(list, digest->reason);
}

// Of several sources without a text the failure is what can be done something about, then what may come.
static void
add_empty(struct day_list *list, struct browser_day *day, const struct load_day *empty)
{
	bool first = !day->sources;

	day->date = empty->date;
	day->sources =
	    first ? keep(list, empty->source) : join_sources(list, day->sources, empty->source);
	if (first || empty->state == DAY_FAILED ||
	    (empty->state == DAY_NOT_PUBLISHED && day->state == DAY_ABSENT)) {
		day->state = empty->state;
		day->reason = keep(list, empty->reason);
	}
}

// Several sources may have published for one date: to the reader that is one day.
static void
merge(struct day_list *list, const struct load_days *digests, const struct load_days *empties,
      day_vec *days, day_vec *absent)
{
	size_t i = 0;
	size_t j = 0;

	while (i < digests->count || j < empties->count) {
		struct browser_day day = {0};
		date_day date = i < digests->count ? digests->items[i].date : DATE_MIN;

		if (j < empties->count && empties->items[j].date > date)
			date = empties->items[j].date;
		for (; i < digests->count && digests->items[i].date == date; i++)
			add_digest(list, &day, &digests->items[i]);
		for (; j < empties->count && empties->items[j].date == date; j++) {
			if (!day.papers)
				add_empty(list, &day, &empties->items[j]);
		}
		if (day.papers || day.state == DAY_FAILED || day.state == DAY_NOT_PUBLISHED)
			*vec_push(days) = day;
		else
			*vec_push(absent) = day;
	}
}

// Puts `fresh` in the place of the range.
static void
splice(day_vec *days, struct date_range range, const day_vec *fresh)
{
	size_t first = find_from(days->items, days->count, range.last);
	size_t after = range.first > DATE_MIN ? find_from(days->items, days->count, range.first - 1)
					      : days->count;
	size_t rest = days->count - after;
	size_t size = sizeof(*days->items);

	vec_reserve(days, first + fresh->count + rest);
	if (rest)
		memmove(days->items + first + fresh->count, days->items + after, rest * size);
	if (fresh->count)
		memcpy(days->items + first, fresh->items, fresh->count * size);
	days->count = first + fresh->count + rest;
}

int
day_list_load(struct day_list *list, struct archive *archive, struct date_range range,
	      struct error *err)
{
	struct load_days digests;
	struct load_days empties;
	struct arena arena;
	int result;

	arena_init(&arena);
	result = load_days(archive, &arena, range, &digests, err) ||
		 fetched_empty_days(archive, &arena, range, &empties, err);
	if (!result) {
		day_vec days = {0};
		day_vec absent = {0};

		merge(list, &digests, &empties, &days, &absent);
		splice(&list->days, range, &days);
		splice(&list->absent, range, &absent);
		vec_release(&days);
		vec_release(&absent);
	}
	arena_release(&arena);
	return result ? -1 : 0;
}
