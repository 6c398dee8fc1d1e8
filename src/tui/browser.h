// SPDX-License-Identifier: GPL-3.0-or-later
// What is being looked at: the days, the papers of the chosen day or of a query, the chosen
// paper. Loaded from the archive, shown by the views. A reload never moves off the day and the paper one is on.
#ifndef TUI_BROWSER_H
#define TUI_BROWSER_H

#include <stdbool.h>
#include <stddef.h>

#include "shoroku/archive/load.h"
#include "shoroku/archive/translation.h"
#include "shoroku/base/vec.h"
#include "tui/day-list.h"
#include "tui/paper-set.h"

struct browser {
	struct archive *archive; // borrowed
	struct day_list list;
	struct browser_day *days; // those of the list, newest first
	size_t day_count;
	date_day oldest; // no day before it is loaded
	date_day stale;	 // what is not after it is to be loaded again; DATE_NONE: nothing
	size_t day;	 // the chosen one
	// A query that was chosen stands in the place of the day until a day is chosen again.
	char *search;		 // its name, NULL: a day is chosen
	char *query;		 // its text
	bool saved;		 // it is a saved search
	bool search_shown;	 // what it finds has come and is the papers
	bool search_waiting;	 // it has not come yet
	int64_t came_from;	 // the paper one was on before; 0: none
	enum roster_order order; // wanted of days, and of queries that want none themselves
	struct paper_set papers; // of the chosen day or the query
	size_t paper;		 // the chosen one
	struct arena paper_arena;
	struct load_entry *open; // the chosen paper with its sections, NULL where there is none
	struct translation translation; // of it
	int64_t instead;		// that entry, of another language, is open in place of …
	int64_t instead_of;		// … this chosen one; 0: none
	int favourites;			// in the whole archive
};

void browser_init(struct browser *browser, struct archive *archive);
void browser_release(struct browser *browser);

// Loads the newest days only, so that the first paint costs the same however many there are; the others
// are stale.
int browser_open(struct browser *browser, struct error *err) ERROR_CHECKED;

// Anything may have changed: loads the chosen day, its papers and the days near it anew, staying on the
// same day and paper where they still are; all other days are stale then.
int browser_reload(struct browser *browser, struct error *err) ERROR_CHECKED;

// Those days may have changed, and what is chosen.
int browser_reload_days(struct browser *browser, struct date_range range, struct error *err)
    ERROR_CHECKED;

// Loads some of the stale days, so many that no key waits for it; until none are.
int browser_refresh(struct browser *browser, struct error *err) ERROR_CHECKED;
bool browser_is_stale(const struct browser *browser);

int browser_select_day(struct browser *browser, size_t index, struct error *err) ERROR_CHECKED;
int browser_select_paper(struct browser *browser, size_t index, struct error *err) ERROR_CHECKED;

// Chooses the day of that date. ERROR_NOT_FOUND where the archive has none.
int browser_select_date(struct browser *browser, date_day date, struct error *err) ERROR_CHECKED;

// Chooses a query, whose papers are still to come, and shows them when they have, the cursor on the first.
void browser_choose_query(struct browser *browser, const char *name, const char *query, bool saved);
int browser_show_query(struct browser *browser, struct roster *roster, struct error *err)
    ERROR_CHECKED;

// The same papers in another order, or what the query finds by now: one stays on one's paper.
int browser_replace(struct browser *browser, struct roster *roster, struct error *err)
    ERROR_CHECKED;

// Goes back to the day and the paper one was on before a query was chosen.
int browser_leave_query(struct browser *browser, struct error *err) ERROR_CHECKED;

// Puts the papers of the day in the wanted order.
int browser_sort_day(struct browser *browser, struct error *err) ERROR_CHECKED;

// Chooses an entry and its day.
int browser_select_entry(struct browser *browser, int64_t id, struct error *err) ERROR_CHECKED;

// Opens the chosen paper in the next of its languages, where it has several, until another one is chosen.
int browser_translate(struct browser *browser, struct error *err) ERROR_CHECKED;

// The chosen ones, NULL where there is none.
const struct browser_day *browser_current_day(const struct browser *browser);
struct load_entry *browser_current_paper(struct browser *browser);

// Whether the papers stand under headings, one a day: where they are of several, by date.
bool browser_is_grouped(const struct browser *browser);

// The rows of a list with a row a paper and a heading, `most` where it is more.
int browser_rows(const struct browser *browser, int most);

// The day of a date, NULL where there is none.
struct browser_day *browser_find_day(const struct browser *browser, date_day date);

#endif
