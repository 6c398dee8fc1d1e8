// SPDX-License-Identifier: GPL-3.0-or-later
// A year at a glance: a column a week, of each day a shade for how much it has and a sign, and what the year
// came to.
#include <stdio.h>
#include <stdlib.h>

#include "shoroku/archive/stats.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "tui/calendar.h"
#include "tui/date-text.h"
#include "tui/day-cursor.h"
#include "tui/heat.h"
#include "tui/session.h"
#include "tui/views.h"

struct year_state {
	struct day_cursor cursor; // first: its actions move it
	enum heat_measure measure;
	date_day monday; // the first shown; where the map was drawn
	int first_row;
	int hidden;	    // weekdays left out above
	int cells;	    // of a week
	int weeks;	    // that were drawn
	int year;	    // that `stats` are of
	struct stats stats; // its rows are not kept
	int favourites;
};

enum { LEFT = 6, WEEKS = 54, LEAST_ROWS_FOR_MONTHS = 9 };

static void *
start(struct session *session)
{
	struct year_state *state = memory_alloc(sizeof(*state));

	day_cursor_init(&state->cursor, session);
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
draw_month(const struct pane *pane, int row, int column, int month)
{
	char text[16];

	snprintf(text, sizeof(text), "%d", month);
	canvas_put_string(pane, row, column, text, STYLE_META);
}

// A sign has a cell of its own where the weeks have two cells, else where there is nothing to shade.
static void
draw_day(const struct session *session, const struct year_state *state, const struct heat *heat,
	 const struct pane *pane, date_day day, int row, int column)
{
	const struct glyphs *glyphs = pane->canvas->glyphs;
	const struct browser_day *found = browser_find_day(&session->browser, day);
	bool unread = found && found->unread;

	if (state->cells > 1 || !found || found->state == DAY_FAILED ||
	    *heat_glyph(heat, glyphs, found) == ' ') {
		int sign = column + (state->cells > 1);

		calendar_draw_sign(pane, &session->browser, day, row, sign);
		if (found && found->favourites && !unread)
			canvas_put_string(pane, row, sign, glyphs->favourite, STYLE_FAVOURITE);
	}
	if (found && *heat_glyph(heat, glyphs, found) != ' ' &&
	    (state->cells > 1 || found->state != DAY_FAILED))
		canvas_put_string(pane, row, column, heat_glyph(heat, glyphs, found),
				  unread ? STYLE_UNREAD : STYLE_NORMAL);
	if (day == state->cursor.day) {
		canvas_put_string(pane, row, column, glyphs->cursor, STYLE_CURSOR);
		canvas_set_cursor(pane, row, column);
	}
}

// As many cells a week as fit, one to three. Of a screen too narrow the weeks around the chosen day, of
// one too low the weekdays up to its own.
static void
lay_out(struct year_state *state, const struct pane *pane)
{
	date_day first = date_from_civil(state->year, 1, 1);
	date_day monday = first - date_weekday(first);
	int room = pane->columns - LEFT;
	int chosen = (state->cursor.day - monday) / 7;

	state->cells = room >= 3 * WEEKS ? 3 : room >= 2 * WEEKS ? 2 : 1;
	state->weeks = room > 0 ? room / state->cells : 0;
	state->first_row = pane->rows < LEAST_ROWS_FOR_MONTHS ? 1 : 2;
	state->monday = monday;
	state->hidden = state->first_row + date_weekday(state->cursor.day) + 1 - pane->rows;
	if (state->hidden < 0)
		state->hidden = 0;
	if (chosen >= state->weeks)
		state->monday += (chosen - state->weeks + 1) * 7;
}

// The day drawn there, DATE_NONE where none is.
static date_day
day_at(const struct year_state *state, int row, int column)
{
	int weekday = row - state->first_row + state->hidden;
	int week = state->cells ? (column - LEFT) / state->cells : 0;
	date_day day = state->monday + week * 7 + weekday;

	if (row < state->first_row || weekday > 6 || column < LEFT || week >= state->weeks ||
	    date_to_civil(day).year != state->year)
		return DATE_NONE;
	return day;
}

static void
draw_weeks(const struct session *session, struct year_state *state, const struct heat *heat,
	   const struct pane *pane)
{
	date_day last = date_from_civil(state->year, 12, 31);
	date_day first = date_from_civil(state->year, 1, 1);
	date_day day = first > state->monday ? first : state->monday;

	for (; day <= last; day++) {
		int week = (day - state->monday) / 7;
		int column = LEFT + week * state->cells;

		if (week >= state->weeks)
			break;
		if (date_to_civil(day).day == 1 && state->first_row > 1)
			draw_month(pane, state->first_row - 1, column, date_to_civil(day).month);
		if (date_weekday(day) >= state->hidden)
			draw_day(session, state, heat, pane, day,
				 state->first_row + date_weekday(day) - state->hidden, column);
	}
}

static void
draw_summary(const struct year_state *state, const struct heat *heat, const struct pane *pane)
{
	int row = state->first_row + 8;
	struct strbuf text;

	strbuf_init(&text);
	strbuf_addf(&text, _("papers %zu   read %zu   favourites %d   days in a row %d"),
		    state->stats.papers, state->stats.read, state->favourites,
		    state->stats.longest);
	canvas_put_cut(pane, row, 1, -1, text.data, STYLE_META, false);
	strbuf_clear(&text);
	heat_legend(heat, pane->canvas->glyphs, &text);
	canvas_put_cut(pane, row + 1, 1, -1, text.data, STYLE_META, false);
	strbuf_clear(&text);
	calendar_legend(pane->canvas->glyphs, &text);
	canvas_put_cut(pane, row + 2, 1, -1, text.data, STYLE_META, false);
	strbuf_release(&text);
}

static void
draw(struct session *session, void *item, const struct pane *pane, bool focused)
{
	struct year_state *state = item;
	struct strbuf text;
	struct heat heat;
	char year[16];

	(void)focused;
	count_year(session, state, date_to_civil(state->cursor.day).year);
	lay_out(state, pane);
	heat = heat_of_year(&session->browser, state->year, state->measure);
	snprintf(year, sizeof(year), "%d", state->year);
	canvas_put_string(pane, 0, 1, year, STYLE_HEADING);
	for (int weekday = state->hidden; weekday < 7; weekday++)
		canvas_put_string(pane, state->first_row + weekday - state->hidden, 1,
				  date_text_weekday(weekday), STYLE_META);
	draw_weeks(session, state, &heat, pane);
	draw_summary(state, &heat, pane);
	strbuf_init(&text);
	calendar_day_text(&session->browser, state->cursor.day, &text);
	canvas_put_cut(pane, 0, LEFT + 2, -1, text.data, STYLE_NORMAL, false);
	strbuf_release(&text);
}

static unsigned
shade(struct session *session, void *item)
{
	struct year_state *state = item;

	(void)session;
	state->measure = (enum heat_measure)((state->measure + 1) % HEAT_MEASURES);
	return REACT_REDRAW;
}

static unsigned
click(struct session *session, void *item, int row, int column)
{
	struct year_state *state = item;

	return day_cursor_click(session, &state->cursor, day_at(state, row, column));
}

static unsigned
wheel(struct session *session, void *item, int row, int column, int direction)
{
	(void)row;
	(void)column;
	return direction < 0 ? day_cursor_year_back(session, item)
			     : day_cursor_year_on(session, item);
}

// clang-format off
static const struct action rows[] = {
	{ "left",          "h Left",    N_("Move a week back"), NULL, NULL, day_cursor_week_back },
	{ "right",         "l Right",   N_("Move a week on"), NULL, NULL, day_cursor_week_on },
	{ "up",            "k Up",      N_("Move to the previous day"), NULL, NULL, day_cursor_day_back },
	{ "down",          "j Down",    N_("Move to the next day"), NULL, NULL, day_cursor_day_on },
	{ "previous-year", "[ PgUp ^B", N_("Move a year back"), NULL, NULL, day_cursor_year_back },
	{ "next-year",     "] PgDn ^F", N_("Move a year on"), NULL, NULL, day_cursor_year_on },
	{ "open",          "Enter",     N_("Open the day"), N_("open"), NULL, day_cursor_open },
	{ "shade",         "m",         N_("Shade by papers, by unread ones or by favourites"), NC_("hint", "shade"), NULL, shade },
	{ "leave",         "q Esc y",   N_("Leave the year"), N_("leave"), NULL, day_cursor_leave },
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
    .click = click,
    .wheel = wheel,
};
