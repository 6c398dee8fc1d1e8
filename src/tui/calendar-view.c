// SPDX-License-Identifier: GPL-3.0-or-later
// The calendar one moves in: days by the arrows, Enter opens the day.
#include <stdlib.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "tui/calendar.h"
#include "tui/day-cursor.h"
#include "tui/heat.h"
#include "tui/session.h"
#include "tui/views.h"

struct calendar_state {
	struct day_cursor cursor; // first: its actions move it
	int months;		  // drawn side by side
	int rows;		  // that they were drawn in
	int columns;		  // likewise, each month
};

enum { MONTH_COLUMNS = CALENDAR_COLUMNS + 2, LEFT = 1 };

static void *
start(struct session *session)
{
	struct calendar_state *state = memory_alloc(sizeof(*state));

	day_cursor_init(&state->cursor, session);
	return state;
}

// The day in whose month the part `index` of the view is.
static date_day
day_of_part(const struct calendar_state *state, int index)
{
	date_day day = state->cursor.day;
	int away = index - state->months / 2;

	return away ? date_add_months(day - date_to_civil(day).day + 1, away) : day;
}

static void
draw_months(const struct session *session, struct calendar_state *state, const struct pane *pane)
{
	for (int i = 0; i < state->months; i++) {
		date_day day = day_of_part(state, i);
		bool chosen = day == state->cursor.day;
		struct pane part =
		    canvas_part(pane, 0, LEFT + i * MONTH_COLUMNS, pane->rows, CALENDAR_COLUMNS);

		state->columns = part.columns;
		calendar_draw(&part, &session->browser, day, chosen ? day : DATE_NONE, chosen);
	}
}

static void
draw_legend(const struct session *session, date_day day, const struct pane *pane, int row)
{
	struct heat heat = heat_of_year(&session->browser, date_to_civil(day).year, HEAT_PAPERS);
	struct strbuf text;

	strbuf_init(&text);
	heat_legend(&heat, pane->canvas->glyphs, &text);
	strbuf_add_string(&text, "   ");
	calendar_legend(pane->canvas->glyphs, &text);
	canvas_put_cut(pane, row, 1, -1, text.data, STYLE_META, false);
	strbuf_release(&text);
}

static void
draw(struct session *session, void *item, const struct pane *pane, bool focused)
{
	struct calendar_state *state = item;
	struct pane months = canvas_part(pane, 0, 0, pane->rows - 1, pane->columns);
	struct strbuf text;

	(void)focused;
	state->months = pane->columns >= 3 * MONTH_COLUMNS ? 3 : 1;
	state->rows = months.rows;
	draw_months(session, state, &months);
	if (pane->rows > CALENDAR_ROWS + 2)
		draw_legend(session, state->cursor.day, pane, pane->rows - 2);
	strbuf_init(&text);
	calendar_day_text(&session->browser, state->cursor.day, &text);
	canvas_put_cut(pane, pane->rows - 1, 1, -1, text.data, STYLE_META, false);
	strbuf_release(&text);
}

static unsigned
click(struct session *session, void *item, int row, int column)
{
	struct calendar_state *state = item;
	int part = (column - LEFT) / MONTH_COLUMNS;

	if (column < LEFT || part >= state->months)
		return REACT_NOTHING;
	return day_cursor_click(session, &state->cursor,
				calendar_day_at(day_of_part(state, part), state->rows,
						state->columns, row,
						(column - LEFT) % MONTH_COLUMNS));
}

static unsigned
wheel(struct session *session, void *item, int row, int column, int direction)
{
	(void)row;
	(void)column;
	return direction < 0 ? day_cursor_month_back(session, item)
			     : day_cursor_month_on(session, item);
}

static unsigned
year(struct session *session, void *item)
{
	(void)item;
	return session_push(session, &year_view_ops);
}

// clang-format off
static const struct action rows[] = {
	{ "left",           "h Left",     N_("Move to the previous day"), NULL, NULL, day_cursor_day_back },
	{ "right",          "l Right",    N_("Move to the next day"), NULL, NULL, day_cursor_day_on },
	{ "up",             "k Up",       N_("Move a week back"), NULL, NULL, day_cursor_week_back },
	{ "down",           "j Down",     N_("Move a week on"), NULL, NULL, day_cursor_week_on },
	{ "previous-month", "[ PgUp ^B",  N_("Move a month back"), NULL, NULL, day_cursor_month_back },
	{ "next-month",     "] PgDn ^F",  N_("Move a month on"), NULL, NULL, day_cursor_month_on },
	{ "open",           "Enter",      N_("Open the day"), N_("open"), NULL, day_cursor_open },
	{ "year",           "y",          N_("Show the year"), N_("year"), NULL, year },
	{ "leave",          "q Esc c",    N_("Leave the calendar"), N_("leave"), NULL, day_cursor_leave },
};
// clang-format on

const struct action_table calendar_view_action_table = {"calendar", rows, ARRAY_LENGTH(rows)};

static const struct action_table *const tables[] = {&calendar_view_action_table, NULL};

const struct view_ops calendar_view_ops = {
    .title = N_("Calendar"),
    .tables = tables,
    .start = start,
    .release = free,
    .draw = draw,
    .click = click,
    .wheel = wheel,
};
