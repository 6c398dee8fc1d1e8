// SPDX-License-Identifier: GPL-3.0-or-later
// The month's calendar, the list of days, and the saved searches, tags and sources.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/export/brief.h"
#include "tui/calendar.h"
#include "tui/date-text.h"
#include "tui/list.h"
#include "tui/recall.h"
#include "tui/saved-column.h"
#include "tui/session.h"
#include "tui/views.h"

// Two lists, of the days and of what is below them; the one with the keys stands first, for the actions
// of lists.
struct days_state {
	struct list list;
	struct list other;
	int list_row; // where the list of days was drawn in the pane
	int list_column;
	int saved_row; // where what is below it begins
	// The month of the calendar: that of the day one is on, unless the wheel turned to another since.
	int calendar_column; // −1: it is not shown
	int calendar_rows;
	date_day day;
	date_day page;
	struct saved_column column;
};

struct drawing {
	const struct session *session;
	bool focused;
};

// Rows below which the list would be left too little room beside a calendar above it.
#define LEAST_LIST_ROWS 4

enum { STATE_COLUMN = 30 };

static struct list *
days_list(const struct session *session, struct days_state *state)
{
	return session->saved.has_keys ? &state->other : &state->list;
}

static struct list *
saved_list(const struct session *session, struct days_state *state)
{
	return session->saved.has_keys ? &state->list : &state->other;
}

static void
switch_lists(struct session *session, struct days_state *state)
{
	struct list list = state->list;

	state->list = state->other;
	state->other = list;
	session->saved.has_keys = !session->saved.has_keys;
}

static bool
has_saved(const struct session *session)
{
	return session->saved.items.count > 0 && !session->saved.has_keys;
}

static bool
in_saved(const struct session *session)
{
	return session->saved.has_keys;
}

static bool
in_days(const struct session *session)
{
	return !session->saved.has_keys;
}

static void
follow(struct session *session, void *item)
{
	struct days_state *state = item;
	struct saved_list *saved = &session->saved;
	struct list *list;

	if (saved->wanted && !saved->has_keys && saved->items.count) {
		switch_lists(session, state);
		saved_list_open(session, saved->chosen < saved->items.count ? saved->chosen : 0);
	}
	saved->wanted = false;
	if (saved->has_keys && (!session->browser.search || !saved->items.count))
		switch_lists(session, state); // a day was gone to, or the last one is gone
	days_list(session, state)->count = session->browser.day_count;
	days_list(session, state)->selected = session->browser.day;
	list = saved_list(session, state);
	list->count = saved->items.count;
	if (list->selected >= list->count)
		list->selected = list->count ? list->count - 1 : 0;
	if (saved_list_shown(session) < saved->items.count)
		list->selected = saved_list_shown(session);
}

static void *
start(struct session *session)
{
	struct days_state *state = memory_alloc(sizeof(*state));

	follow(session, state);
	return state;
}

// The word behind the sign, where the whole word has room.
static void
draw_state(const struct pane *pane, enum day_state state)
{
	const char *text = brief_state(state);

	if (pane->columns > STATE_COLUMN + canvas_cells_of(pane->canvas, text))
		canvas_put_string(pane, 0, STATE_COLUMN, text,
				  state == DAY_FAILED	 ? STYLE_ERROR
				  : state == DAY_CHANGED ? STYLE_WARNING
							 : STYLE_META);
}

// A sign where the papers are counted, and the word where there is room for it.
static void
draw_empty_day(const struct pane *pane, enum day_state state)
{
	const struct glyphs *glyphs = pane->canvas->glyphs;
	bool failed = state == DAY_FAILED;

	canvas_put_string(pane, 0, pane->columns < 30 ? 15 : 20,
			  failed ? glyphs->day_failed : glyphs->day_waiting,
			  failed ? STYLE_ERROR : STYLE_META);
}

static int
draw_day(void *context, size_t index, const struct pane *pane, bool selected)
{
	const struct drawing *drawing = context;
	const struct browser_day *day = &drawing->session->browser.days[index];
	const struct glyphs *glyphs = pane->canvas->glyphs;
	enum style_role role = day->unread ? STYLE_UNREAD : STYLE_NORMAL;
	char date[DATE_TEXT_SIZE];
	char counts[32];

	if (!pane->rows)
		return 1;
	if (selected && !drawing->session->saved.has_keys)
		canvas_put_string(pane, 0, 1, glyphs->cursor,
				  drawing->focused ? STYLE_CURSOR : STYLE_META);
	date_format(day->date, date);
	// The year is read off the calendar while there is no room for it.
	canvas_put_string(pane, 0, 3, pane->columns < 30 ? date + 5 : date, role);
	canvas_put_string(pane, 0, pane->columns < 30 ? 9 : 14,
			  date_text_weekday(date_weekday(day->date)), STYLE_META);
	if (!day->papers) {
		draw_empty_day(pane, day->state);
		draw_state(pane, day->state);
		return 1;
	}
	if (day->unread)
		snprintf(counts, sizeof(counts), "%4d %4d", day->papers, day->unread);
	else
		snprintf(counts, sizeof(counts), "%4d    ", day->papers);
	canvas_put_string(pane, 0, pane->columns < 30 ? 12 : 17, counts, role);
	if (!day->unread)
		canvas_put_string(pane, 0, pane->columns < 30 ? 20 : 25, glyphs->day_none,
				  STYLE_META);
	if (day->state == DAY_CHANGED)
		canvas_put_string(pane, 0, pane->columns < 30 ? 22 : 27, glyphs->changed,
				  STYLE_WARNING);
	else if (day->reason)
		canvas_put_string(pane, 0, pane->columns < 30 ? 22 : 27, glyphs->day_failed,
				  STYLE_WARNING);
	else if (day->favourites)
		canvas_put_string(pane, 0, pane->columns < 30 ? 22 : 27, glyphs->favourite,
				  STYLE_FAVOURITE);
	draw_state(pane, day->state);
	return 1;
}

static void
draw_empty(const struct pane *pane)
{
	canvas_put_cut(pane, 1, 1, -1, _("No digests yet."), STYLE_TITLE, false);
	canvas_put_cut(pane, 2, 1, -1, _("R fetches some,"), STYLE_META, false);
	canvas_put_cut(pane, 3, 1, -1, _("shoroku import FILE"), STYLE_NORMAL, false);
	canvas_put_cut(pane, 4, 1, -1, _("brings some in; Q quits."), STYLE_META, false);
}

// Beside the list, or above it; leaves what is the list's.
static struct pane
draw_calendar(struct session *session, struct days_state *state, const struct pane *pane,
	      date_day day)
{
	struct browser *browser = &session->browser;

	if (state->day != day)
		state->page = day;
	state->day = day;
	state->list_row = 0;
	state->list_column = 0;
	state->calendar_column = -1;
	state->calendar_rows = pane->rows < CALENDAR_ROWS ? pane->rows : CALENDAR_ROWS;
	if (pane->columns >= 2 * CALENDAR_COLUMNS + 8) {
		struct pane left = canvas_part(pane, 0, 1, state->calendar_rows, CALENDAR_COLUMNS);

		calendar_draw(&left, browser, state->page, day, false);
		state->calendar_column = 1;
		state->list_column = CALENDAR_COLUMNS + 2;
	} else if (pane->rows >= CALENDAR_ROWS + LEAST_LIST_ROWS) {
		struct pane above = canvas_part(pane, 0, 0, CALENDAR_ROWS, pane->columns);

		state->list_row = calendar_draw(&above, browser, state->page, day, false) + 1;
		state->calendar_column = 0;
	}
	return canvas_part(pane, state->list_row, state->list_column, pane->rows - state->list_row,
			   pane->columns - state->list_column);
}

static bool
is_calendar(const struct days_state *state, int row, int column)
{
	return state->calendar_column >= 0 &&
	       (state->list_column ? column < state->list_column : row < state->list_row);
}

static unsigned
click_calendar(struct session *session, const struct days_state *state, int row, int column)
{
	int cell = column - state->calendar_column;
	date_day day = cell < 0 ? DATE_NONE
				: calendar_day_at(state->page, state->calendar_rows,
						  CALENDAR_COLUMNS, row, cell);
	struct error err;

	if (day == DATE_NONE)
		return REACT_NOTHING;
	if (browser_select_date(&session->browser, day, &err))
		session_complain(session, &err);
	return REACT_REDRAW;
}

// Turns the months of the calendar; elsewhere the list is moved in.
static unsigned
wheel(struct session *session, void *item, int row, int column, int direction)
{
	struct days_state *state = item;
	date_day page = date_add_months(state->page, direction);

	(void)session;
	if (!is_calendar(state, row, column))
		return REACT_NOTHING;
	if (page >= DATE_MIN && page <= DATE_MAX)
		state->page = page;
	return REACT_REDRAW;
}

static void
draw(struct session *session, void *item, const struct pane *pane, bool focused)
{
	struct days_state *state = item;
	struct drawing drawing = {session, focused};
	const struct browser_day *day = browser_current_day(&session->browser);
	struct pane list;

	if (!day) {
		draw_empty(pane);
		return;
	}
	list = draw_calendar(session, state, pane, day->date);
	state->saved_row = saved_column_draw(&state->column, session, saved_list(session, state),
					     &list, focused && session->saved.has_keys);
	list.rows = state->saved_row;
	list_draw(days_list(session, state), &list, focused && !session->saved.has_keys, draw_day,
		  &drawing);
}

static void
moved(struct session *session, void *item)
{
	struct days_state *state = item;
	struct error err;

	if (session->saved.has_keys)
		saved_list_open(session, state->list.selected);
	else if (browser_select_day(&session->browser, state->list.selected, &err))
		session_complain(session, &err);
}

// Either way something else is chosen.
static unsigned
change_lists(struct session *session, void *item)
{
	struct days_state *state = item;

	switch_lists(session, state);
	if (session->saved.has_keys)
		state->list.count = session->saved.items.count;
	return REACT_REDRAW | REACT_MOVED;
}

static unsigned
click(struct session *session, void *item, int row, int column)
{
	struct days_state *state = item;
	int list_row = row - state->list_row;
	bool saved = list_row >= state->saved_row;
	struct list *list = saved ? saved_list(session, state) : days_list(session, state);
	bool had_keys = saved == session->saved.has_keys;
	size_t index;

	if (is_calendar(state, row, column))
		return click_calendar(session, state, row, column);
	if (list_row < 0 || column < state->list_column)
		return REACT_NOTHING;
	index = saved ? saved_column_at(&state->column, &session->saved, list_row)
		      : list->top + (size_t)list_row;
	if (index >= list->count)
		return REACT_NOTHING;
	if (had_keys && index == list->selected)
		return REACT_OPEN;
	list->selected = index;
	return had_keys ? REACT_REDRAW | REACT_MOVED : change_lists(session, item);
}

// Its query can be gone back to in the prompt for searches.
static unsigned
remove_saved(struct session *session, void *item)
{
	struct days_state *state = item;
	const struct saved_list_item *saved = &session->saved.items.items[state->list.selected];

	if (saved->kind == SAVED_TAG) {
		session_say(session, _("“%s” is a tag; it goes with the last paper that has it"),
			    saved->name);
		return REACT_REDRAW;
	}
	if (saved->kind == SAVED_SOURCE) {
		session_say(session, _("“%s” is a source; shoroku sources remove takes it away"),
			    saved->name);
		return REACT_REDRAW;
	}
	if (saved->configured) {
		session_say(session, _("“%s” stands in the configuration"), saved->name);
		return REACT_REDRAW;
	}
	recall_add(session, &session->finder.recall, saved->query);
	session_say(session, _("“%s” is removed; / and Up bring its query back"), saved->name);
	saved_list_remove(session, state->list.selected);
	return REACT_REDRAW;
}

static unsigned
open_day(struct session *session, void *item)
{
	(void)session;
	(void)item;
	return REACT_OPEN;
}

static unsigned
quit(struct session *session, void *item)
{
	(void)session;
	(void)item;
	return REACT_QUIT;
}

// clang-format off
static const struct action rows[] = {
	{ "open", "Enter l Right", N_("Open the papers of the day"), N_("open"), session_has_days, open_day },
	{ "saved", "S",            N_("Go to the saved searches, the tags and the sources, whose papers open like a day's"), N_("saved, tags"), has_saved, change_lists },
	{ "days", "S q Esc h Left", N_("Go back to the days"), N_("days"), in_saved, change_lists },
	{ "remove-saved", "D",     N_("Remove the saved search"), N_("remove"), in_saved, remove_saved },
	{ "quit", "q",             N_("Quit: the days are the first view"), N_("quit"), in_days, quit },
};
// clang-format on

const struct action_table days_view_action_table = {"days", rows, ARRAY_LENGTH(rows)};

static const struct action_table *const tables[] = {&days_view_action_table, &list_action_table,
						    &reader_actions_table, NULL};

const struct view_ops days_view_ops = {
    .title = N_("Days"),
    .tables = tables,
    .start = start,
    .release = free,
    .draw = draw,
    .moved = moved,
    .reloaded = follow,
    .click = click,
    .wheel = wheel,
};
