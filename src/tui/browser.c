// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/browser.h"

#include <stdlib.h>

#include "shoroku/archive/warned.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"

#define DAYS_AT_FIRST 400 // what calendars and lists show before anybody moves
#define DAYS_NEAR 100	  // on either side of the chosen one: what is on the screen
#define DAYS_AT_ONCE 200  // of those that are not

void
browser_init(struct browser *browser, struct archive *archive)
{
	*browser = (struct browser){.archive = archive};
	browser->oldest = browser->stale = DATE_NONE;
	day_list_init(&browser->list);
	paper_set_init(&browser->papers, archive);
	arena_init(&browser->paper_arena);
}

static void
forget_query(struct browser *browser)
{
	free(browser->search);
	free(browser->query);
	browser->search = browser->query = NULL;
	browser->search_shown = browser->search_waiting = false;
}

void
browser_release(struct browser *browser)
{
	forget_query(browser);
	day_list_release(&browser->list);
	paper_set_release(&browser->papers);
	arena_release(&browser->paper_arena);
}

const struct browser_day *
browser_current_day(const struct browser *browser)
{
	return browser->day < browser->day_count ? &browser->days[browser->day] : NULL;
}

struct load_entry *
browser_current_paper(struct browser *browser)
{
	return paper_set_at(&browser->papers, browser->paper);
}

bool
browser_is_grouped(const struct browser *browser)
{
	return browser->search_shown && browser->papers.roster.order == ROSTER_BY_DATE &&
	       paper_set_spans_days(&browser->papers);
}

int
browser_rows(const struct browser *browser, int most)
{
	bool grouped = browser_is_grouped(browser);
	int rows = 0;

	for (size_t i = 0; i < browser->papers.count && rows < most; i++)
		rows += 1 + (grouped && paper_set_begins_day(&browser->papers, i));
	return rows < most ? rows : most;
}

// The index of the day with that date, or of the nearest older one, or of the last.
static size_t
day_index(const struct browser *browser, date_day date)
{
	size_t index = day_list_index(&browser->list, date);

	return index < browser->day_count || !index ? index : index - 1;
}

struct browser_day *
browser_find_day(const struct browser *browser, date_day date)
{
	size_t index = day_index(browser, date);

	if (index < browser->day_count && browser->days[index].date == date)
		return &browser->days[index];
	return NULL;
}

// The chosen one, or what it was to be shown as.
static int64_t
entry_to_open(struct browser *browser, int64_t chosen)
{
	if (browser->instead_of == chosen)
		return browser->instead;
	browser->instead_of = 0;
	return chosen;
}

// One that is gone from the archive is none.
static int
load_paper(struct browser *browser, struct error *err)
{
	int64_t id = paper_set_id(&browser->papers, browser->paper);

	arena_release(&browser->paper_arena);
	browser->open = NULL;
	if (browser->paper >= browser->papers.count)
		return 0;
	browser->open = arena_alloc(&browser->paper_arena, sizeof(*browser->open));
	if (load_entry(browser->archive, &browser->paper_arena, entry_to_open(browser, id),
		       browser->open, err)) {
		browser->open = NULL;
		return err->kind == ERROR_NOT_FOUND ? 0 : -1;
	}
	return warned_explain(browser->archive, &browser->paper_arena, &browser->open->entry,
			      err) ||
		       translation_find(browser->archive, &browser->paper_arena,
					browser->open->entry.id, &browser->translation, err)
		   ? -1
		   : 0;
}

int
browser_translate(struct browser *browser, struct error *err)
{
	int64_t id = paper_set_id(&browser->papers, browser->paper);

	if (!browser->open || !browser->translation.id)
		return 0;
	browser->instead = browser->translation.id;
	browser->instead_of = id;
	return load_paper(browser, err);
}

static int
load_day_papers(struct browser *browser, struct error *err)
{
	const struct browser_day *day = browser_current_day(browser);
	struct roster roster = {0};

	if (day && roster_of_days(browser->archive, (struct date_range){day->date, day->date},
				  browser->order, &roster, err))
		return -1;
	paper_set_take(&browser->papers, &roster);
	return 0;
}

// On the paper `id` where it is among them, else in its place.
static int
stay_on(struct browser *browser, int64_t id, struct error *err)
{
	size_t count = browser->papers.count;
	size_t index = paper_set_find(&browser->papers, id);

	if (id && index < count)
		browser->paper = index;
	if (browser->paper >= count)
		browser->paper = count ? count - 1 : 0;
	return load_paper(browser, err);
}

// Loads the papers of the chosen day or query; stays on the paper `id` where it still is.
static int
load_papers(struct browser *browser, int64_t id, struct error *err)
{
	if (browser->search_shown ? paper_set_reload(&browser->papers, err)
				  : load_day_papers(browser, err))
		return -1;
	return stay_on(browser, id, err);
}

static int
load_range(struct browser *browser, struct date_range range, struct error *err)
{
	if (day_list_load(&browser->list, browser->archive, range, err))
		return -1;
	browser->days = browser->list.days.items;
	browser->day_count = browser->list.days.count;
	return 0;
}

static int64_t
current_id(const struct browser *browser)
{
	return paper_set_id(&browser->papers, browser->paper);
}

// The chosen day, or where there is none yet the newest that has papers.
static date_day
chosen_date(const struct browser *browser)
{
	const struct browser_day *day = browser_current_day(browser);

	return day ? day->date : DATE_NONE;
}

static size_t
newest_with_papers(const struct browser *browser)
{
	for (size_t i = 0; i < browser->day_count; i++) {
		if (browser->days[i].papers)
			return i;
	}
	return 0;
}

// `date` and `id` are where one was before the days were loaded.
static int
stay(struct browser *browser, date_day date, int64_t id, struct error *err)
{
	browser->day = date == DATE_NONE ? newest_with_papers(browser) : day_index(browser, date);
	if (load_favourite_count(browser->archive, &browser->favourites, err))
		return -1;
	return load_papers(browser, id, err);
}

int
browser_reload_days(struct browser *browser, struct date_range range, struct error *err)
{
	date_day date = chosen_date(browser);
	int64_t id = current_id(browser);

	if (load_range(browser, range, err))
		return -1;
	return stay(browser, date, id, err);
}

int
browser_open(struct browser *browser, struct error *err)
{
	date_day newest;
	struct date_range range = {DATE_MIN, DATE_MAX};

	if (load_newest_day(browser->archive, &newest, err))
		return -1;
	if (newest != DATE_NONE)
		range.first = newest - DAYS_AT_FIRST;
	browser->oldest = range.first;
	browser->stale = newest == DATE_NONE ? DATE_NONE : range.first - 1;
	return browser_reload_days(browser, range, err);
}

bool
browser_is_stale(const struct browser *browser)
{
	return browser->stale != DATE_NONE;
}

int
browser_reload(struct browser *browser, struct error *err)
{
	struct date_range range = {DATE_MIN, DATE_MAX};
	size_t day = browser->day;

	if (day > DAYS_NEAR)
		range.last = browser->days[day - DAYS_NEAR].date;
	range.first = day + DAYS_NEAR < browser->day_count ? browser->days[day + DAYS_NEAR].date
							   : browser->oldest;
	browser->stale = range.first == DATE_MIN && range.last == DATE_MAX ? DATE_NONE : DATE_MAX;
	return browser_reload_days(browser, range, err);
}

// Where the next stale days begin. Before `oldest` nobody knows how many there are.
static int
stale_from(const struct browser *browser, date_day *first, struct error *err)
{
	size_t end = day_list_index(&browser->list, browser->stale) + DAYS_AT_ONCE;

	*first = DATE_MIN;
	if (end < browser->day_count)
		*first = browser->days[end].date;
	else if (browser->stale >= browser->oldest)
		*first = browser->oldest;
	else if (load_near_day(browser->archive, browser->stale + 1, -1, false, first, err))
		return -1;
	else
		*first = *first > DATE_MIN + DAYS_AT_FIRST ? *first - DAYS_AT_FIRST : DATE_MIN;
	return 0;
}

int
browser_refresh(struct browser *browser, struct error *err)
{
	struct date_range range = {DATE_MIN, browser->stale};
	date_day date = chosen_date(browser);

	if (stale_from(browser, &range.first, err) || load_range(browser, range, err)) {
		browser->stale = DATE_NONE; // is told once
		return -1;
	}
	if (range.first < browser->oldest)
		browser->oldest = range.first;
	browser->stale = range.first > DATE_MIN ? range.first - 1 : DATE_NONE;
	if (date != DATE_NONE)
		browser->day = day_index(browser, date);
	return 0;
}

int
browser_select_day(struct browser *browser, size_t index, struct error *err)
{
	if (index >= browser->day_count || (index == browser->day && !browser->search))
		return 0;
	forget_query(browser);
	browser->day = index;
	browser->paper = 0;
	return load_papers(browser, 0, err);
}

int
browser_select_paper(struct browser *browser, size_t index, struct error *err)
{
	if (index >= browser->papers.count || index == browser->paper)
		return 0;
	browser->paper = index;
	return load_paper(browser, err);
}

// So that one can go to the day.
static int
load_older(struct browser *browser, date_day date, struct error *err)
{
	date_day first = date > DATE_MIN + DAYS_AT_FIRST ? date - DAYS_AT_FIRST : DATE_MIN;
	struct date_range range = {first, browser->oldest - 1};

	browser->oldest = first;
	return load_range(browser, range, err);
}

int
browser_select_date(struct browser *browser, date_day date, struct error *err)
{
	char text[DATE_TEXT_SIZE];

	if (date < browser->oldest && load_older(browser, date, err))
		return -1;
	if (!browser_find_day(browser, date)) {
		date_format(date, text);
		return error_set(err, ERROR_NOT_FOUND, _("there is no digest of %s"), text);
	}
	return browser_select_day(browser, day_index(browser, date), err);
}

void
browser_choose_query(struct browser *browser, const char *name, const char *query, bool saved)
{
	char *name_copy = memory_strdup(name);
	char *query_copy = memory_strdup(query);

	if (!browser->search)
		browser->came_from = current_id(browser);
	free(browser->search);
	free(browser->query);
	browser->search = name_copy;
	browser->query = query_copy;
	browser->saved = saved;
	browser->search_waiting = true;
}

int
browser_show_query(struct browser *browser, struct roster *roster, struct error *err)
{
	browser->search_shown = true;
	browser->search_waiting = false;
	paper_set_take(&browser->papers, roster);
	browser->paper = 0;
	return load_paper(browser, err);
}

int
browser_replace(struct browser *browser, struct roster *roster, struct error *err)
{
	int64_t id = current_id(browser);

	browser->search_shown = true;
	browser->search_waiting = false;
	paper_set_take(&browser->papers, roster);
	return stay_on(browser, id, err);
}

int
browser_sort_day(struct browser *browser, struct error *err)
{
	return load_papers(browser, current_id(browser), err);
}

int
browser_leave_query(struct browser *browser, struct error *err)
{
	int64_t id = browser->came_from;

	forget_query(browser);
	browser->paper = 0;
	return load_papers(browser, id, err);
}

int
browser_select_entry(struct browser *browser, int64_t id, struct error *err)
{
	struct load_entry entry;
	struct arena arena;
	int result;

	arena_init(&arena);
	result = load_entry(browser->archive, &arena, id, &entry, err);
	if (!result && entry.entry.date < browser->oldest)
		result = load_older(browser, entry.entry.date, err);
	if (!result) {
		forget_query(browser);
		browser->day = day_index(browser, entry.entry.date);
		browser->paper = 0;
		result = load_papers(browser, id, err);
	}
	arena_release(&arena);
	return result;
}
