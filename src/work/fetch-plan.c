// SPDX-License-Identifier: GPL-3.0-or-later
#include "work/fetch-plan.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "shoroku/work/source-url.h"

#define SPACING_MS 1000
#define SPACING_ARXIV_MS 3000

static int
compare_date(const void *key, const void *item)
{
	date_day date = *(const date_day *)key;
	const struct fetched *fetched = item;

	return (date > fetched->date) - (date < fetched->date);
}

const struct fetched *
fetch_plan_known(const struct fetched_list *known, date_day date)
{
	return known->count
		   ? bsearch(&date, known->items, known->count, sizeof(*known->items), compare_date)
		   : NULL;
}

// What arXiv announced on a day is not what was submitted on it: a day that came is done with.
static bool
is_announced(const struct fetch_wish *wish, const struct fetched *known)
{
	return wish->source->kind == SOURCE_ARXIV && known->date < wish->today &&
	       known->record.has_text && !(known->url && strstr(known->url, "submittedDate"));
}

static bool
is_good(const struct fetch_wish *wish, const struct fetched *known)
{
	return day_state_shown(&known->record) == DAY_COMPLETE || is_announced(wish, known);
}

static date_day
last_good_day(const struct fetch_wish *wish)
{
	for (size_t i = wish->known->count; i-- > 0;) {
		const struct fetched *known = &wish->known->items[i];

		if (known->date <= wish->today && is_good(wish, known))
			return known->date;
	}
	return DATE_NONE;
}

// Where nothing is said: from behind the last complete day, else from the first that was asked for, else a
// few days.
static date_day
default_first(const struct fetch_wish *wish, date_day last_good)
{
	size_t count = wish->listed_count;

	if (last_good != DATE_NONE)
		return last_good < wish->today ? last_good + 1 : wish->today;
	for (size_t i = 0; i < wish->known->count; i++) {
		if (wish->known->items[i].date != DATE_NONE)
			return wish->known->items[i].date;
	}
	if (wish->listed && count)
		return wish->listed[count > FETCH_FIRST_DAYS ? count - FETCH_FIRST_DAYS : 0];
	return wish->today - FETCH_FIRST_DAYS + 1;
}

struct planning {
	const struct fetch_wish *wish;
	struct fetch_days *days;
	date_day last_good;
	date_day first;
	date_day last;
};

static bool
is_due(const struct planning *planning, date_day date)
{
	const struct fetch_wish *wish = planning->wish;
	const struct fetched *known = fetch_plan_known(wish->known, date);
	bool open = planning->last_good == DATE_NONE || date > planning->last_good;
	struct day_record none = {0};

	if (known && is_announced(wish, known))
		return false;
	return wish->again ||
	       day_state_is_due(known ? &known->record : &none, open, date, wish->today, wish->now);
}

static void
add_if_due(const struct planning *planning, date_day date)
{
	if (is_due(planning, date))
		*vec_push(&planning->days->list) = date;
}

// Whether it was asked for before, outside the range, so that it may be unsettled.
static bool
was_asked(const struct planning *planning, const struct fetched *known)
{
	const struct fetch_wish *wish = planning->wish;

	return wish->first == DATE_NONE && wish->last == DATE_NONE && !wish->again && known &&
	       known->date != DATE_NONE && known->date < planning->first &&
	       known->record.state != DAY_UNKNOWN;
}

static void
add_any(const struct planning *planning)
{
	const struct fetched_list *known = planning->wish->known;

	for (date_day date = planning->last; date >= planning->first; date--)
		add_if_due(planning, date);
	for (size_t i = known->count; i-- > 0;) {
		if (was_asked(planning, &known->items[i]))
			add_if_due(planning, known->items[i].date);
	}
}

static void
add_listed(const struct planning *planning)
{
	const struct fetch_wish *wish = planning->wish;

	for (size_t i = wish->listed_count; i-- > 0;) {
		date_day date = wish->listed[i];

		if (i && wish->listed[i - 1] == date)
			continue;
		if ((date >= planning->first && date <= planning->last) ||
		    was_asked(planning, fetch_plan_known(wish->known, date)))
			add_if_due(planning, date);
	}
}

void
fetch_plan_days(const struct fetch_wish *wish, struct fetch_days *days)
{
	struct planning planning = {
	    .wish = wish,
	    .days = days,
	    .last_good = last_good_day(wish),
	    .first = wish->first,
	    .last = wish->last == DATE_NONE || wish->last > wish->today ? wish->today : wish->last,
	};

	if (planning.first == DATE_NONE)
		planning.first = default_first(wish, planning.last_good);
	if (planning.first < DATE_MIN)
		planning.first = DATE_MIN;
	if (wish->source->since != DATE_NONE && planning.first < wish->source->since)
		planning.first = wish->source->since;
	if (wish->listed)
		add_listed(&planning);
	else
		add_any(&planning);
}

static bool
host_is(const char *host, size_t length, const char *name)
{
	return strlen(name) == length && !strncasecmp(host, name, length);
}

static bool
host_ends(const char *host, size_t length, const char *name)
{
	size_t ending = strlen(name);

	return length > ending && !strncasecmp(host + length - ending, name, ending);
}

int
fetch_plan_spacing(const struct source *source, const char *url)
{
	const char *host = strstr(url, "://");
	size_t length;

	if (source->spacing_ms >= 0)
		return source->spacing_ms;
	host = host ? host + 3 : url;
	length = strcspn(host, *host == '[' ? "/?#" : ":/?#");
	if (host_is(host, length, "localhost") || !strncmp(host, "127.", 4) ||
	    !strncmp(host, "[::1]", 5))
		return 0;
	if (host_is(host, length, "arxiv.org") || host_ends(host, length, ".arxiv.org"))
		return SPACING_ARXIV_MS;
	return SPACING_MS;
}
