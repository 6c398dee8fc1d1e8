// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/archive/stats.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "archive/handle.h"
#include "shoroku/base/clock.h"
#include "shoroku/base/vec.h"
#include "shoroku/model/entry-id.h"
#include "shoroku/text/fold.h"

#define LONGEST_GAP 5000 // periods

// What happened on one day.
struct event {
	date_day day;
	size_t papers;
	size_t read;
};

typedef VEC(struct event) event_list;
typedef VEC(struct stats_row) row_list;

const char *
stats_group_name(enum stats_group group)
{
	static const char *const names[STATS_GROUPS] = {
	    [STATS_DAY] = "day",       [STATS_WEEK] = "week",	  [STATS_MONTH] = "month",
	    [STATS_YEAR] = "year",     [STATS_SOURCE] = "source", [STATS_TAG] = "tag",
	    [STATS_AUTHOR] = "author",
	};

	return names[group];
}

static void
keep_rows(struct arena *arena, const row_list *list, struct stats *stats)
{
	stats->count = list->count;
	stats->rows = arena_alloc(arena, (list->count + 1) * sizeof(*stats->rows));
	if (list->count)
		memcpy(stats->rows, list->items, list->count * sizeof(*stats->rows));
	for (size_t i = 0; i < list->count; i++)
		stats->papers += list->items[i].papers;
}

// --- by time

static int
read_papers(struct archive *archive, struct date_range range, event_list *events, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_STATS_DAYS);

	statement_bind_int(&st, ":first", range.first);
	statement_bind_int(&st, ":last", range.last);
	while (statement_step(&st))
		*vec_push(events) = (struct event){.day = (date_day)statement_int(&st, 0),
						   .papers = (size_t)statement_int(&st, 1)};
	return statement_end(&st, err);
}

// Of papers that are read now: the day on which they became so.
static int
read_readings(struct archive *archive, struct date_range range, event_list *events,
	      struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_STATS_READ);

	while (statement_step(&st)) {
		date_day day = clock_day(statement_int(&st, 0));

		if (day >= range.first && day <= range.last)
			*vec_push(events) = (struct event){.day = day, .read = 1};
	}
	return statement_end(&st, err);
}

static int
by_day(const void *a, const void *b)
{
	const struct event *x = a;
	const struct event *y = b;

	return x->day < y->day ? -1 : x->day > y->day;
}

static date_day
period_first(enum stats_group group, date_day day)
{
	struct date_civil civil = date_to_civil(day);

	switch (group) {
	case STATS_WEEK:
		return day - date_weekday(day);
	case STATS_MONTH:
		return date_from_civil(civil.year, civil.month, 1);
	case STATS_YEAR:
		return date_from_civil(civil.year, 1, 1);
	case STATS_DAY:
	case STATS_SOURCE:
	case STATS_TAG:
	case STATS_AUTHOR:
	case STATS_GROUPS:
		break;
	}
	return day;
}

static date_day
period_next(enum stats_group group, date_day first)
{
	switch (group) {
	case STATS_WEEK:
		return first + 7;
	case STATS_MONTH:
		return date_add_months(first, 1);
	case STATS_YEAR:
		return date_add_months(first, 12);
	case STATS_DAY:
	case STATS_SOURCE:
	case STATS_TAG:
	case STATS_AUTHOR:
	case STATS_GROUPS:
		break;
	}
	return first + 1;
}

static const char *
period_name(struct arena *arena, enum stats_group group, date_day first)
{
	char text[DATE_TEXT_SIZE];

	date_format(first, text);
	if (group == STATS_MONTH)
		text[7] = '\0';
	else if (group == STATS_YEAR)
		text[4] = '\0';
	return arena_strdup(arena, text);
}

// Adds the periods up to `last`, from `next` on, but none of a gap that no plot would show.
static void
add_periods(struct arena *arena, enum stats_group group, date_day next, date_day last,
	    row_list *rows)
{
	if ((last - next) / (period_next(group, next) - next) > LONGEST_GAP)
		next = last;
	for (; next <= last; next = period_next(group, next))
		*vec_push(rows) =
		    (struct stats_row){.name = period_name(arena, group, next), .first = next};
}

// The events in order become periods.
static void
make_periods(struct arena *arena, enum stats_group group, const event_list *events, row_list *rows)
{
	for (size_t i = 0; i < events->count; i++) {
		const struct event *event = &events->items[i];
		date_day first = period_first(group, event->day);
		date_day next =
		    rows->count ? period_next(group, rows->items[rows->count - 1].first) : first;

		if (next <= first)
			add_periods(arena, group, next, first, rows);
		rows->items[rows->count - 1].papers += event->papers;
		rows->items[rows->count - 1].read += event->read;
	}
}

static void
find_streaks(const event_list *events, date_day today, struct stats *stats)
{
	date_day last = DATE_NONE;
	int now = 0;

	for (size_t i = 0; i < events->count; i++) {
		const struct event *event = &events->items[i];

		if (!event->read)
			continue;
		stats->read += event->read;
		if (event->day != last)
			now = last != DATE_NONE && event->day == last + 1 ? now + 1 : 1;
		last = event->day;
		if (now > stats->longest)
			stats->longest = now;
	}
	stats->streak = last != DATE_NONE && last >= today - 1 ? now : 0;
}

static int
count_periods(struct archive *archive, struct arena *arena, enum stats_group group,
	      struct date_range range, date_day today, struct stats *stats, struct error *err)
{
	event_list events = {0};
	row_list rows = {0};
	int result = read_papers(archive, range, &events, err);

	if (!result)
		result = read_readings(archive, range, &events, err);
	if (!result && events.count) {
		qsort(events.items, events.count, sizeof(*events.items), by_day);
		make_periods(arena, group, &events, &rows);
		find_streaks(&events, today, stats);
	}
	keep_rows(arena, &rows, stats);
	vec_release(&rows);
	vec_release(&events);
	return result;
}

// --- by name

static int
count_named(struct archive *archive, struct arena *arena, enum statement_id id,
	    struct date_range range, struct stats *stats, struct error *err)
{
	struct statement st = statement_begin(archive, id);
	row_list rows = {0};
	int result;

	statement_bind_int(&st, ":first", range.first);
	statement_bind_int(&st, ":last", range.last);
	while (statement_step(&st))
		*vec_push(&rows) = (struct stats_row){.name = statement_copy(&st, 0, arena),
						      .first = DATE_NONE,
						      .papers = (size_t)statement_int(&st, 1)};
	result = statement_end(&st, err);
	keep_rows(arena, &rows, stats);
	vec_release(&rows);
	return result;
}

struct author {
	const char *name;
	char *key; // what searching holds for the same; NULL until names are unique
	size_t papers;
};

typedef VEC(struct author) author_list;

static int
by_name(const void *a, const void *b)
{
	return strcmp(((const struct author *)a)->name, ((const struct author *)b)->name);
}

static int
by_key(const void *a, const void *b)
{
	const struct author *x = a;
	const struct author *y = b;
	int order = strcmp(x->key, y->key);

	if (!order)
		order = x->papers > y->papers ? -1 : x->papers < y->papers;
	return order ? order : strcmp(x->name, y->name);
}

static int
by_papers(const void *a, const void *b)
{
	const struct stats_row *x = a;
	const struct stats_row *y = b;

	if (x->papers != y->papers)
		return x->papers > y->papers ? -1 : 1;
	return strcmp(x->name, y->name);
}

static void
add_names(struct arena *arena, const char *names, author_list *authors)
{
	while (*names) {
		size_t length = strcspn(names, "\n");

		if (length)
			*vec_push(authors) = (struct author){
			    .name = arena_strndup(arena, names, length), .papers = 1};
		names += length + (names[length] == '\n');
	}
}

static int
read_authors(struct archive *archive, struct arena *arena, struct date_range range,
	     author_list *authors, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_STATS_AUTHORS);

	statement_bind_int(&st, ":first", entry_id_day_first(range.first));
	statement_bind_int(&st, ":last", entry_id_day_last(range.last));
	statement_bind_int(&st, ":entries", STATS_ENTRIES);
	while (statement_step(&st))
		add_names(arena, statement_text(&st, 0), authors);
	return statement_end(&st, err);
}

// Equal names, which stand together, become one with their number.
static void
join_names(author_list *authors)
{
	size_t kept = 0;

	for (size_t i = 0; i < authors->count; i++) {
		if (kept && !strcmp(authors->items[kept - 1].name, authors->items[i].name))
			authors->items[kept - 1].papers++;
		else
			authors->items[kept++] = authors->items[i];
	}
	authors->count = kept;
}

// One row for the spellings of a name, under the most frequent of them.
static void
make_authors(struct arena *arena, author_list *authors, row_list *rows)
{
	qsort(authors->items, authors->count, sizeof(*authors->items), by_name);
	join_names(authors);
	for (size_t i = 0; i < authors->count; i++)
		authors->items[i].key =
		    fold_skeleton(authors->items[i].name, strlen(authors->items[i].name));
	qsort(authors->items, authors->count, sizeof(*authors->items), by_key);
	for (size_t i = 0; i < authors->count; i++) {
		const struct author *author = &authors->items[i];

		if (!i || strcmp(author[-1].key, author->key) != 0)
			*vec_push(rows) = (struct stats_row){
			    .name = arena_strdup(arena, author->name), .first = DATE_NONE};
		rows->items[rows->count - 1].papers += author->papers;
	}
	for (size_t i = 0; i < authors->count; i++)
		free(authors->items[i].key);
	qsort(rows->items, rows->count, sizeof(*rows->items), by_papers);
}

static int
count_authors(struct archive *archive, struct arena *arena, struct date_range range,
	      struct stats *stats, struct error *err)
{
	author_list authors = {0};
	row_list rows = {0};
	struct arena scratch;
	int result;

	arena_init(&scratch);
	result = read_authors(archive, &scratch, range, &authors, err);
	if (!result && authors.count)
		make_authors(arena, &authors, &rows);
	keep_rows(arena, &rows, stats);
	vec_release(&rows);
	vec_release(&authors);
	arena_release(&scratch);
	return result;
}

int
stats_count(struct archive *archive, struct arena *arena, enum stats_group group,
	    struct date_range range, date_day today, struct stats *stats, struct error *err)
{
	*stats = (struct stats){0};
	switch (group) {
	case STATS_DAY:
	case STATS_WEEK:
	case STATS_MONTH:
	case STATS_YEAR:
		return count_periods(archive, arena, group, range, today, stats, err);
	case STATS_SOURCE:
		return count_named(archive, arena, STATEMENT_STATS_SOURCES, range, stats, err);
	case STATS_TAG:
		return count_named(archive, arena, STATEMENT_STATS_TAGS, range, stats, err);
	case STATS_AUTHOR:
		return count_authors(archive, arena, range, stats, err);
	case STATS_GROUPS:
		break;
	}
	BUG("group %d of statistics", (int)group);
}
