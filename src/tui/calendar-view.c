// SPDX-License-Identifier: GPL-3.0-or-later
// The calendar one moves in: days by the arrows, Enter opens the day.
#include <stdlib.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "tui/calendar.h"
#include "tui/session.h"
#include "tui/views.h"

struct calendar_state {
	date_day day;
};

static void *
start(struct session *session)
{
	struct calendar_state *state = memory_alloc(sizeof(*state));
	const struct browser_day *day = browser_current_day(&session->browser);

	state->day = day ? day->date : session->app->today;
	return state;
}

static void
draw_months(const struct session *session, date_day day, const struct pane *pane, int months)
{
	date_day first = day - date_to_civil(day).day + 1;

	for (int i = 0; i < months; i++) {
		int away = i - months / 2;
		struct pane part =
		    canvas_part(pane, 0, i * (CALENDAR_COLUMNS + 2), pane->rows, CALENDAR_COLUMNS);

		if (away == 0)
			calendar_draw(&part, &session->browser, day, day, true);
		else
			calendar_draw(&part, &session->browser, date_add_months(first, away),
				      DATE_NONE, false);
	}
}

static void
draw(struct session *session, void *item, const struct pane *pane, bool focused)
{
	const struct calendar_state *state = item;
	struct pane inner = canvas_part(pane, 0, 1, pane->rows - 1, pane->columns - 1);
	int months = pane->columns >= 3 * (CALENDAR_COLUMNS + 2) ? 3 : 1;
	struct strbuf text;

	(void)focused;
	draw_months(session, state->day, &inner, months);
	strbuf_init(&text);
	calendar_day_text(&session->browser, state->day, &text);
	canvas_put_cut(pane, pane->rows - 1, 1, -1, text.data, STYLE_META, false);
	strbuf_release(&text);
}

static unsigned
move_to(struct calendar_state *state, date_day day)
{
	if (day < DATE_MIN || day > DATE_MAX)
		return REACT_NOTHING;
	state->day = day;
	return REACT_REDRAW;
}

#define MOVE(name, expression)                                                                     \
	static unsigned name(struct session *session, void *item)                                  \
	{                                                                                          \
		struct calendar_state *state = item;                                               \
                                                                                                   \
		(void)session;                                                                     \
		return move_to(state, expression);                                                 \
	}

MOVE(day_left, state->day - 1)
MOVE(day_right, state->day + 1)
MOVE(week_up, state->day - 7)
MOVE(week_down, state->day + 7)
MOVE(month_back, date_add_months(state->day, -1))
MOVE(month_forth, date_add_months(state->day, 1))

static unsigned
open_day(struct session *session, void *item)
{
	const struct calendar_state *state = item;
	struct error err;

	if (browser_select_date(&session->browser, state->day, &err)) {
		session_complain(session, &err);
		return REACT_REDRAW;
	}
	return REACT_PAPERS;
}

static unsigned
year(struct session *session, void *item)
{
	(void)item;
	return session_push(session, &year_view_ops);
}

static unsigned
leave(struct session *session, void *item)
{
	(void)session;
	(void)item;
	return REACT_BACK;
}

// clang-format off
static const struct action rows[] = {
	{ "left",           "h Left",     N_("Move to the previous day"), NULL, NULL, day_left },
	{ "right",          "l Right",    N_("Move to the next day"), NULL, NULL, day_right },
	{ "up",             "k Up",       N_("Move a week back"), NULL, NULL, week_up },
	{ "down",           "j Down",     N_("Move a week on"), NULL, NULL, week_down },
	{ "previous-month", "[ PgUp ^B",  N_("Move a month back"), NULL, NULL, month_back },
	{ "next-month",     "] PgDn ^F",  N_("Move a month on"), NULL, NULL, month_forth },
	{ "open",           "Enter",      N_("Open the day"), N_("open"), NULL, open_day },
	{ "year",           "y",          N_("Show the year"), N_("year"), NULL, year },
	{ "leave",          "q Esc c",    N_("Leave the calendar"), N_("leave"), NULL, leave },
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
};
