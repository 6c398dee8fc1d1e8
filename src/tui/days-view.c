// SPDX-License-Identifier: GPL-3.0-or-later
// The month's calendar and the list of days.
#include <stdio.h>
#include <stdlib.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "tui/calendar.h"
#include "tui/date-text.h"
#include "tui/list.h"
#include "tui/session.h"
#include "tui/views.h"

struct days_state {
	struct list list; // first: list actions move it
	int list_row;	  // where the list was drawn in the pane
	int list_column;
};

struct drawing {
	const struct session *session;
	bool focused;
};

// Rows below which the list would be left too little room beside a calendar above it.
#define LEAST_LIST_ROWS 4

static void
follow(struct session *session, void *item)
{
	struct days_state *state = item;

	state->list.count = session->browser.day_count;
	state->list.selected = session->browser.day;
}

static void *
start(struct session *session)
{
	struct days_state *state = memory_alloc(sizeof(*state));

	follow(session, state);
	return state;
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
	if (selected)
		canvas_put_string(pane, 0, 1, glyphs->cursor,
				  drawing->focused ? STYLE_CURSOR : STYLE_META);
	date_format(day->date, date);
	// The year is read off the calendar while there is no room for it.
	canvas_put_string(pane, 0, 3, pane->columns < 30 ? date + 5 : date, role);
	canvas_put_string(pane, 0, pane->columns < 30 ? 9 : 14,
			  date_text_weekday(date_weekday(day->date)), STYLE_META);
	if (day->unread)
		snprintf(counts, sizeof(counts), "%4d %4d", day->papers, day->unread);
	else
		snprintf(counts, sizeof(counts), "%4d    ", day->papers);
	canvas_put_string(pane, 0, pane->columns < 30 ? 12 : 17, counts, role);
	if (!day->unread)
		canvas_put_string(pane, 0, pane->columns < 30 ? 20 : 25, glyphs->day_none,
				  STYLE_META);
	if (day->state == DIGEST_CHANGED)
		canvas_put_string(pane, 0, pane->columns < 30 ? 22 : 27, glyphs->changed,
				  STYLE_WARNING);
	else if (day->favourites)
		canvas_put_string(pane, 0, pane->columns < 30 ? 22 : 27, glyphs->favourite,
				  STYLE_FAVOURITE);
	return 1;
}

static void
draw_empty(const struct pane *pane)
{
	canvas_put_cut(pane, 1, 1, -1, _("No digests yet."), STYLE_TITLE, false);
	canvas_put_cut(pane, 2, 1, -1, _("shoroku import FILE"), STYLE_NORMAL, false);
	canvas_put_cut(pane, 3, 1, -1, _("brings some in; Q quits."), STYLE_META, false);
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
	state->list_row = 0;
	state->list_column = 0;
	if (pane->columns >= 2 * CALENDAR_COLUMNS + 8) {
		struct pane left = canvas_part(pane, 0, 1, pane->rows, CALENDAR_COLUMNS);

		calendar_draw(&left, &session->browser, day->date, day->date, false);
		state->list_column = CALENDAR_COLUMNS + 2;
	} else if (pane->rows >= CALENDAR_ROWS + LEAST_LIST_ROWS) {
		struct pane above = canvas_part(pane, 0, 0, CALENDAR_ROWS, pane->columns);

		state->list_row =
		    calendar_draw(&above, &session->browser, day->date, day->date, false) + 1;
	}
	list = canvas_part(pane, state->list_row, state->list_column, pane->rows - state->list_row,
			   pane->columns - state->list_column);
	list_draw(&state->list, &list, focused, draw_day, &drawing);
}

static void
moved(struct session *session, void *item)
{
	struct days_state *state = item;
	struct error err;

	if (browser_select_day(&session->browser, state->list.selected, &err))
		session_complain(session, &err);
}

static unsigned
click(struct session *session, void *item, int row, int column)
{
	struct days_state *state = item;
	size_t index = state->list.top + (size_t)(row - state->list_row);

	(void)session;
	if (row < state->list_row || column < state->list_column || index >= state->list.count)
		return REACT_NOTHING;
	if (index == state->list.selected)
		return REACT_OPEN;
	state->list.selected = index;
	return REACT_REDRAW | REACT_MOVED;
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
	{ "quit", "q",             N_("Quit: the days are the first view"), N_("quit"), NULL, quit },
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
};
