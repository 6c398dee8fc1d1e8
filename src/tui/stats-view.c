// SPDX-License-Identifier: GPL-3.0-or-later
// How many papers there are and how many were read, as bars: by time, source, tag and author.
#include <stdlib.h>

#include "shoroku/archive/stats.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/text/bar.h"
#include "tui/list.h"
#include "tui/session.h"
#include "tui/views.h"

struct stats_state {
	struct list list; // first: list actions move it
	struct arena arena;
	enum stats_group group;
	struct stats stats;
	size_t most; // papers or read papers of one row
};

enum { NAME_COLUMN = 2, NUMBER_CELLS = 8 };

static bool
is_period(const struct stats_state *state)
{
	return state->group <= STATS_YEAR;
}

// Periods are shown the latest first, where one begins to read.
static const struct stats_row *
row_at(const struct stats_state *state, size_t index)
{
	return &state->stats.rows[is_period(state) ? state->stats.count - 1 - index : index];
}

static void
load(struct session *session, struct stats_state *state)
{
	struct date_range everything = {DATE_MIN, DATE_MAX};
	struct error err;

	arena_release(&state->arena);
	state->most = 0;
	if (stats_count(session->browser.archive, &state->arena, state->group, everything,
			session->app->today, &state->stats, &err)) {
		state->stats = (struct stats){0};
		session_complain(session, &err);
	}
	for (size_t i = 0; i < state->stats.count; i++) {
		const struct stats_row *row = &state->stats.rows[i];
		size_t larger = row->papers > row->read ? row->papers : row->read;

		state->most = larger > state->most ? larger : state->most;
	}
	state->list.count = state->stats.count;
	if (state->list.selected >= state->list.count)
		state->list.selected = state->list.count ? state->list.count - 1 : 0;
}

static void *
start(struct session *session)
{
	struct stats_state *state = memory_alloc(sizeof(*state));

	arena_init(&state->arena);
	state->group = STATS_MONTH;
	load(session, state);
	return state;
}

static void
release(void *item)
{
	struct stats_state *state = item;

	arena_release(&state->arena);
	free(state);
}

struct drawing {
	const struct session *session;
	const struct stats_state *state;
};

static void
put_number(const struct pane *pane, int column, size_t number, enum style_role role)
{
	struct strbuf text;

	strbuf_init(&text);
	strbuf_addf(&text, "%*zu", NUMBER_CELLS - 1, number);
	canvas_put_string(pane, 0, column, text.data, role);
	strbuf_release(&text);
}

static int
draw_row(void *context, size_t index, const struct pane *pane, bool selected)
{
	const struct drawing *drawing = context;
	const struct stats_state *state = drawing->state;
	const struct stats_row *row = row_at(state, index);
	bool wide = session_ambiguous(drawing->session) == WIDTH_WIDE;
	int names = is_period(state) ? 11 : pane->columns / 3;
	int column = NAME_COLUMN + names;
	struct strbuf bar;

	if (!pane->rows)
		return 1;
	if (selected)
		canvas_put_string(pane, 0, 0, pane->canvas->glyphs->cursor, STYLE_CURSOR);
	canvas_put_cut(pane, 0, NAME_COLUMN, names - 1, row->name, STYLE_NORMAL, false);
	put_number(pane, column, row->papers, STYLE_NORMAL);
	column += NUMBER_CELLS;
	if (is_period(state)) {
		put_number(pane, column, row->read, STYLE_META);
		column += NUMBER_CELLS;
	}
	if (pane->columns <= column + 2)
		return 1;
	strbuf_init(&bar);
	bar_append(&bar, row->papers, state->most, (size_t)(pane->columns - column - 2), wide);
	canvas_put_string(pane, 0, column + 1, bar.data, STYLE_AUTHOR);
	strbuf_release(&bar);
	return 1;
}

static void
draw_heading(const struct stats_state *state, const struct pane *pane)
{
	struct strbuf text;

	strbuf_init(&text);
	strbuf_addf(&text, ngettext("%zu paper", "%zu papers", state->stats.papers),
		    state->stats.papers);
	if (is_period(state)) {
		strbuf_addf(&text, _(", %zu read"), state->stats.read);
		strbuf_addf(&text,
			    ngettext(", %d day in a row", ", %d days in a row",
				     (unsigned)state->stats.streak),
			    state->stats.streak);
	}
	canvas_put_cut(pane, 0, NAME_COLUMN, -1, text.data, STYLE_META, false);
	strbuf_release(&text);
}

static void
draw(struct session *session, void *item, const struct pane *pane, bool focused)
{
	struct stats_state *state = item;
	struct pane rows = canvas_part(pane, 2, 0, pane->rows - 2, pane->columns);
	struct drawing drawing = {session, state};

	if (!state->stats.count) {
		canvas_put_cut(pane, 0, NAME_COLUMN, -1, _("There is nothing to count here yet."),
			       STYLE_NORMAL, false);
		return;
	}
	draw_heading(state, pane);
	if (rows.rows > 0)
		list_draw(&state->list, &rows, focused, draw_row, &drawing);
}

static unsigned
count_by(struct session *session, struct stats_state *state, enum stats_group group)
{
	state->group = group;
	state->list.selected = 0;
	load(session, state);
	return REACT_REDRAW;
}

#define COUNT_BY(name, group)                                                                      \
	static unsigned name(struct session *session, void *item)                                  \
	{                                                                                          \
		return count_by(session, item, group);                                             \
	}

COUNT_BY(by_day, STATS_DAY)
COUNT_BY(by_week, STATS_WEEK)
COUNT_BY(by_month, STATS_MONTH)
COUNT_BY(by_year, STATS_YEAR)
COUNT_BY(by_source, STATS_SOURCE)
COUNT_BY(by_tag, STATS_TAG)
COUNT_BY(by_author, STATS_AUTHOR)

static unsigned
leave(struct session *session, void *item)
{
	(void)session;
	(void)item;
	return REACT_BACK;
}

// clang-format off
static const struct action rows[] = {
	{ "by-day",    "d",     N_("Count by day"), N_("day"), NULL, by_day },
	{ "by-week",   "w",     N_("Count by week"), N_("week"), NULL, by_week },
	{ "by-month",  "m",     N_("Count by month"), N_("month"), NULL, by_month },
	{ "by-year",   "y",     N_("Count by year"), N_("year"), NULL, by_year },
	{ "by-source", "s",     N_("Count by source"), N_("source"), NULL, by_source },
	{ "by-tag",    "t",     N_("Count by tag"), N_("tag"), NULL, by_tag },
	{ "by-author", "a",     N_("Count the authors of the newest papers"), N_("author"), NULL, by_author },
	{ "leave",     "q Esc h Left", N_("Leave the statistics"), N_("leave"), NULL, leave },
};
// clang-format on

const struct action_table stats_view_action_table = {"stats", rows, ARRAY_LENGTH(rows)};

static const struct action_table *const tables[] = {&stats_view_action_table, &list_action_table,
						    NULL};

const struct view_ops stats_view_ops = {
    .title = N_("Statistics"),
    .tables = tables,
    .start = start,
    .release = release,
    .draw = draw,
};
