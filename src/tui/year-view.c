// SPDX-License-Identifier: GPL-3.0-or-later
// A year at a glance: a sign a day, a column a week, and what the year came to.
#include <stdio.h>
#include <stdlib.h>

#include "shoroku/archive/stats.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "tui/calendar.h"
#include "tui/date-text.h"
#include "tui/marking.h"
#include "tui/session.h"
#include "tui/views.h"

struct year_state {
	date_day day;
	int year;	    // that `stats` are of
	struct stats stats; // its rows are not kept
	int favourites;
};

enum { LEFT = 6, WEEKS = 54, FIRST_ROW = 2, SUMMARY_ROW = 10 };

static void *
start(struct session *session)
{
	struct year_state *state = memory_alloc(sizeof(*state));
	const struct browser_day *day = browser_current_day(&session->browser);

	state->day = day ? day->date : session->app->today;
	return state;
}

static void
count_year(struct session *session, struct year_state *state, int year)
{
	struct date_range range = {date_from_civil(year, 1, 1), date_from_civil(year, 12, 31)};
	const struct browser *browser = &session->browser;
	struct arena arena;
	struct error err;

	if (state->year == year)
		return;
	state->year = year;
	state->favourites = 0;
	for (size_t i = 0; i < browser->day_count; i++) {
		if (browser->days[i].date >= range.first && browser->days[i].date <= range.last)
			state->favourites += browser->days[i].favourites;
	}
	arena_init(&arena);
	if (stats_count(browser->archive, &arena, STATS_YEAR, range, session->app->today,
			&state->stats, &err))
		session_complain(session, &err);
	arena_release(&arena);
}

static void
draw_month(const struct pane *pane, int column, int month)
{
	char text[16];

	snprintf(text, sizeof(text), "%d", month);
	canvas_put_string(pane, FIRST_ROW - 1, column, text, STYLE_META);
}

// Of a screen too low the weekdays up to the chosen one: so many are left out above.
static int
hidden_weekdays(const struct year_state *state, const struct pane *pane)
{
	int hidden = FIRST_ROW + date_weekday(state->day) + 1 - pane->rows;

	return hidden > 0 ? hidden : 0;
}

static void
draw_weekdays(const struct pane *pane, int hidden)
{
	for (int weekday = hidden; weekday < 7; weekday++)
		canvas_put_string(pane, FIRST_ROW + weekday - hidden, 1, date_text_weekday(weekday),
				  STYLE_META);
}

// Two cells a week where they fit, else one. Of a screen too narrow the weeks around the chosen day.
static void
draw_weeks(const struct session *session, const struct year_state *state, const struct pane *pane)
{
	date_day first = date_from_civil(state->year, 1, 1);
	date_day last = date_from_civil(state->year, 12, 31);
	date_day monday = first - date_weekday(first);
	int cells = pane->columns >= LEFT + 2 * WEEKS ? 2 : 1;
	int room = (pane->columns - LEFT) / cells;
	int chosen = (state->day - monday) / 7;
	int from = chosen >= room ? chosen - room + 1 : 0;
	int hidden = hidden_weekdays(state, pane);

	for (date_day day = first; day <= last; day++) {
		int week = (day - monday) / 7 - from;
		int row = FIRST_ROW + date_weekday(day) - hidden;
		int column = LEFT + week * cells;

		if (week < 0 || week >= room)
			continue;
		if (date_to_civil(day).day == 1)
			draw_month(pane, column, date_to_civil(day).month);
		if (row < FIRST_ROW)
			continue;
		if (day != state->day) {
			calendar_draw_sign(pane, &session->browser, day, row, column);
			continue;
		}
		canvas_put_string(pane, row, column, pane->canvas->glyphs->cursor, STYLE_CURSOR);
		canvas_set_cursor(pane, row, column);
	}
}

static void
draw_summary(const struct year_state *state, const struct pane *pane)
{
	struct strbuf text;

	strbuf_init(&text);
	strbuf_addf(&text, _("papers %zu   read %zu   favourites %d   days in a row %d"),
		    state->stats.papers, state->stats.read, state->favourites,
		    state->stats.longest);
	canvas_put_cut(pane, SUMMARY_ROW, 1, -1, text.data, STYLE_META, false);
	strbuf_clear(&text);
	strbuf_addf(&text, _("%s unread  %s read  %s failed  %s none"),
		    pane->canvas->glyphs->day_unread, pane->canvas->glyphs->day_read,
		    pane->canvas->glyphs->day_failed, pane->canvas->glyphs->day_none);
	canvas_put_cut(pane, SUMMARY_ROW + 1, 1, -1, text.data, STYLE_META, false);
	strbuf_release(&text);
}

static void
draw(struct session *session, void *item, const struct pane *pane, bool focused)
{
	struct year_state *state = item;
	struct strbuf text;
	char year[16];

	(void)focused;
	count_year(session, state, date_to_civil(state->day).year);
	snprintf(year, sizeof(year), "%d", state->year);
	canvas_put_string(pane, 0, 1, year, STYLE_HEADING);
	draw_weekdays(pane, hidden_weekdays(state, pane));
	draw_weeks(session, state, pane);
	draw_summary(state, pane);
	strbuf_init(&text);
	calendar_day_text(&session->browser, state->day, &text);
	canvas_put_cut(pane, 0, LEFT + 2, -1, text.data, STYLE_NORMAL, false);
	strbuf_release(&text);
}

static unsigned
move_to(struct year_state *state, date_day day)
{
	if (day < DATE_MIN || day > DATE_MAX)
		return REACT_NOTHING;
	state->day = day;
	return REACT_REDRAW;
}

#define MOVE(name, expression)                                                                     \
	static unsigned name(struct session *session, void *item)                                  \
	{                                                                                          \
		struct year_state *state = item;                                                   \
                                                                                                   \
		(void)session;                                                                     \
		return move_to(state, expression);                                                 \
	}

MOVE(week_left, state->day - 7)
MOVE(week_right, state->day + 7)
MOVE(day_up, state->day - 1)
MOVE(day_down, state->day + 1)
MOVE(year_back, date_add_months(state->day, -12))
MOVE(year_forth, date_add_months(state->day, 12))

static unsigned
open_day(struct session *session, void *item)
{
	const struct year_state *state = item;
	struct error err;

	marking_leave_paper(session);
	if (browser_select_date(&session->browser, state->day, &err)) {
		session_complain(session, &err);
		return REACT_REDRAW;
	}
	return REACT_PAPERS;
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
	{ "left",          "h Left",    N_("Move a week back"), NULL, NULL, week_left },
	{ "right",         "l Right",   N_("Move a week on"), NULL, NULL, week_right },
	{ "up",            "k Up",      N_("Move to the previous day"), NULL, NULL, day_up },
	{ "down",          "j Down",    N_("Move to the next day"), NULL, NULL, day_down },
	{ "previous-year", "[ PgUp ^B", N_("Move a year back"), NULL, NULL, year_back },
	{ "next-year",     "] PgDn ^F", N_("Move a year on"), NULL, NULL, year_forth },
	{ "open",          "Enter",     N_("Open the day"), N_("open"), NULL, open_day },
	{ "leave",         "q Esc y",   N_("Leave the year"), N_("leave"), NULL, leave },
};
// clang-format on

const struct action_table year_view_action_table = {"year", rows, ARRAY_LENGTH(rows)};

static const struct action_table *const tables[] = {&year_view_action_table, NULL};

const struct view_ops year_view_ops = {
    .title = N_("Year"),
    .tables = tables,
    .start = start,
    .release = free,
    .draw = draw,
};
