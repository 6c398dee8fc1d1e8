// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/browser.h"

#include <stdlib.h>
#include <string.h>

#include "shoroku/archive/reading.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/strbuf.h"

#define DAYS_AT_FIRST 400 // what calendars and lists show before anybody moves

void
browser_init(struct browser *browser, struct archive *archive)
{
	*browser = (struct browser){.archive = archive};
	arena_init(&browser->days_arena);
	arena_init(&browser->papers_arena);
	arena_init(&browser->paper_arena);
}

static void
forget_search(struct browser *browser)
{
	free(browser->search);
	browser->search = NULL;
	browser->search_shown = false;
	vec_release(&browser->hits);
}

void
browser_release(struct browser *browser)
{
	forget_search(browser);
	arena_release(&browser->days_arena);
	arena_release(&browser->papers_arena);
	arena_release(&browser->paper_arena);
}

const struct browser_day *
browser_current_day(const struct browser *browser)
{
	return browser->day < browser->day_count ? &browser->days[browser->day] : NULL;
}

struct load_entry *
browser_current_paper(const struct browser *browser)
{
	return browser->paper < browser->papers.count ? &browser->papers.items[browser->paper]
						      : NULL;
}

static const char *
join_sources(struct arena *arena, const char *sources, const char *name)
{
	struct strbuf joined;
	const char *result;

	strbuf_init(&joined);
	strbuf_addf(&joined, "%s, %s", sources, name);
	result = arena_strdup(arena, joined.data);
	strbuf_release(&joined);
	return result;
}

// Several sources may have published for one date: to the reader that is one day.
static void
merge_days(struct browser *browser, const struct load_days *loaded)
{
	struct arena *arena = &browser->days_arena;
	struct browser_day *day = NULL;

	browser->days = arena_alloc(arena, loaded->count * sizeof(*browser->days));
	browser->day_count = 0;
	for (size_t i = 0; i < loaded->count; i++) {
		const struct load_day *digest = &loaded->items[i];

		if (!day || day->date != digest->date) {
			day = &browser->days[browser->day_count++];
			day->date = digest->date;
			day->sources = digest->source;
		} else {
			day->sources = join_sources(arena, day->sources, digest->source);
		}
		day->papers += digest->papers;
		day->unread += digest->unread;
		day->favourites += digest->favourites;
		if (day_state_is_worse(digest->state, day->state))
			day->state = digest->state;
	}
}

// The index of the day with that date, or of the nearest older one, or of the last.
static size_t
day_index(const struct browser *browser, date_day date)
{
	for (size_t i = 0; i < browser->day_count; i++) {
		if (browser->days[i].date <= date)
			return i;
	}
	return browser->day_count ? browser->day_count - 1 : 0;
}

struct browser_day *
browser_find_day(const struct browser *browser, date_day date)
{
	size_t index = day_index(browser, date);

	if (index < browser->day_count && browser->days[index].date == date)
		return &browser->days[index];
	return NULL;
}

static int
load_paper(struct browser *browser, struct error *err)
{
	const struct load_entry *chosen = browser_current_paper(browser);

	arena_release(&browser->paper_arena);
	browser->open = NULL;
	if (!chosen)
		return 0;
	browser->open = arena_alloc(&browser->paper_arena, sizeof(*browser->open));
	if (load_entry(browser->archive, &browser->paper_arena, chosen->entry.id, browser->open,
		       err)) {
		browser->open = NULL;
		return -1;
	}
	browser->open->day_position = chosen->day_position;
	return 0;
}

static int
load_day_papers(struct browser *browser, struct error *err)
{
	const struct browser_day *day = browser_current_day(browser);
	struct date_range range;

	if (!day)
		return 0;
	range = (struct date_range){day->date, day->date};
	return load_entries(browser->archive, &browser->papers_arena, range, false,
			    &browser->papers, err);
}

// Those of the hits that are still in the archive.
static int
load_each_hit(struct browser *browser, struct error *err)
{
	struct load_entries *papers = &browser->papers;

	papers->items =
	    arena_alloc(&browser->papers_arena, (browser->hits.count + 1) * sizeof(*papers->items));
	for (size_t i = 0; i < browser->hits.count; i++) {
		if (!load_entry(browser->archive, &browser->papers_arena, browser->hits.items[i],
				&papers->items[papers->count], err))
			papers->count++;
		else if (err->kind != ERROR_NOT_FOUND)
			return -1;
	}
	return 0;
}

static int
load_hits(struct browser *browser, struct error *err)
{
	int result;

	if (reading_begin(browser->archive, err))
		return -1;
	result = load_each_hit(browser, err);
	reading_end(browser->archive);
	return result;
}

// Loads the papers of the chosen day or search; stays on the paper `id` where it still is.
static int
load_papers(struct browser *browser, int64_t id, struct error *err)
{
	arena_release(&browser->papers_arena);
	browser->papers = (struct load_entries){0};
	if (browser->search_shown ? load_hits(browser, err) : load_day_papers(browser, err))
		return -1;
	if (browser->paper >= browser->papers.count)
		browser->paper = browser->papers.count ? browser->papers.count - 1 : 0;
	for (size_t i = 0; id && i < browser->papers.count; i++) {
		if (browser->papers.items[i].entry.id == id)
			browser->paper = i;
	}
	return load_paper(browser, err);
}

static int
load_day_list(struct browser *browser, date_day oldest, struct error *err)
{
	struct date_range range = {oldest, DATE_MAX};
	struct load_days loaded;
	struct arena arena;
	int result;

	arena_init(&arena);
	result = load_days(browser->archive, &arena, range, &loaded, err);
	if (!result)
		result = load_favourite_count(browser->archive, &browser->favourites, err);
	if (!result) {
		arena_release(&browser->days_arena);
		browser->days_arena = arena;
		browser->oldest = oldest;
		merge_days(browser, &loaded);
	} else {
		arena_release(&arena);
	}
	return result;
}

static int
load_from(struct browser *browser, date_day oldest, struct error *err)
{
	const struct browser_day *day = browser_current_day(browser);
	const struct load_entry *paper = browser_current_paper(browser);
	date_day date = day ? day->date : DATE_MAX;
	int64_t id = paper ? paper->entry.id : 0;

	if (load_day_list(browser, oldest, err))
		return -1;
	browser->day = day_index(browser, date);
	return load_papers(browser, id, err);
}

int
browser_open(struct browser *browser, struct error *err)
{
	date_day newest;

	if (load_newest_day(browser->archive, &newest, err))
		return -1;
	return load_from(browser, newest == DATE_NONE ? DATE_MIN : newest - DAYS_AT_FIRST, err);
}

bool
browser_is_partial(const struct browser *browser)
{
	return browser->oldest > DATE_MIN;
}

int
browser_reload(struct browser *browser, struct error *err)
{
	return load_from(browser, DATE_MIN, err);
}

int
browser_select_day(struct browser *browser, size_t index, struct error *err)
{
	if (index >= browser->day_count || (index == browser->day && !browser->search))
		return 0;
	forget_search(browser);
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

int
browser_select_date(struct browser *browser, date_day date, struct error *err)
{
	char text[DATE_TEXT_SIZE];

	if (!browser_find_day(browser, date)) {
		date_format(date, text);
		return error_set(err, ERROR_NOT_FOUND, _("there is no digest of %s"), text);
	}
	return browser_select_day(browser, day_index(browser, date), err);
}

void
browser_choose_search(struct browser *browser, const char *name)
{
	char *copy = memory_strdup(name);

	free(browser->search);
	browser->search = copy;
}

int
browser_show_search(struct browser *browser, const struct load_entries *hits, bool more,
		    struct error *err)
{
	if (!browser->search)
		return 0;
	browser->search_shown = true;
	browser->search_more = more;
	browser->paper = 0;
	vec_clear(&browser->hits);
	for (size_t i = 0; i < hits->count; i++)
		*vec_push(&browser->hits) = hits->items[i].entry.id;
	return load_papers(browser, 0, err);
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
		result = load_day_list(browser, DATE_MIN, err);
	if (!result) {
		forget_search(browser);
		browser->day = day_index(browser, entry.entry.date);
		browser->paper = 0;
		result = load_papers(browser, id, err);
	}
	arena_release(&arena);
	return result;
}
