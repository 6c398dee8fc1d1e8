// SPDX-License-Identifier: GPL-3.0-or-later
// The days of the archive, of which any range can be loaded anew without touching the others, so that what
// comes in the background costs as much as came.
#ifndef TUI_DAY_LIST_H
#define TUI_DAY_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "shoroku/archive/load.h"
#include "shoroku/base/vec.h"

struct browser_day {
	date_day date;
	enum day_state state; // the worst of its digests; without papers: of its fetches
	int papers;
	int unread;
	int favourites;
	const char *sources; // names joined with ", "
	const char *reason;  // of a state of trouble, or NULL
};

typedef VEC(struct browser_day) day_vec; // newest first

struct day_list {
	day_vec days;	    // with digests, and those that failed or may still come
	day_vec absent;	    // asked for and not there
	struct arena arena; // of the texts, each of which is kept once
	VEC(const char *) texts;
};

void day_list_init(struct day_list *list);
void day_list_release(struct day_list *list);

// Puts what the archive has of the range in the place of what the list had.
int day_list_load(struct day_list *list, struct archive *archive, struct date_range range,
		  struct error *err) ERROR_CHECKED;

// The index of the day of that date, or of the nearest older one, or the count of days.
size_t day_list_index(const struct day_list *list, date_day date);

// The day that was asked for and is not there; NULL where there is none of that date.
const struct browser_day *day_list_absent(const struct day_list *list, date_day date);

#endif
