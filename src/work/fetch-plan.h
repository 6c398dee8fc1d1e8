// SPDX-License-Identifier: GPL-3.0-or-later
// Which days of a source are asked for, and how long that takes at least. Pure.
#ifndef WORK_FETCH_PLAN_H
#define WORK_FETCH_PLAN_H

#include "shoroku/archive/fetched.h"
#include "shoroku/base/vec.h"
#include "shoroku/work/fetch.h"

// What is known of the source, and what is wanted.
struct fetch_wish {
	const struct source *source;
	const struct fetched_list *known;
	const date_day *listed; // the days its page lists, oldest first; NULL: it has any day
	size_t listed_count;
	date_day first; // DATE_NONE: not said; so `last`
	date_day last;
	date_day today;
	bool again;
	int64_t now;
};

struct fetch_days {
	VEC(date_day) list; // newest first
};

// Adds the days that are due. The caller releases the list.
void fetch_plan_days(const struct fetch_wish *wish, struct fetch_days *days);

// What is known of a day or, with DATE_NONE, of the page; NULL: nothing.
const struct fetched *fetch_plan_known(const struct fetched_list *known, date_day date);

// The pause between requests to the URL's host, as net/http keeps it.
int fetch_plan_spacing(const struct source *source, const char *url);

#endif
