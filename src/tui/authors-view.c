// SPDX-License-Identifier: GPL-3.0-or-later
// Authors to choose from: those of the open paper, or all of the newest papers with their numbers.
#include <stdlib.h>
#include <string.h>

#include "shoroku/archive/stats.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "tui/list.h"
#include "tui/session.h"
#include "tui/views.h"

struct authors_state {
	struct list list; // first: list actions move it
	struct arena arena;
	struct stats stats; // rows of authors; without numbers where they are of one paper
	bool numbered;
};

enum { NAME_COLUMN = 2, NUMBER_CELLS = 7 };

static struct authors_state *
state_new(void)
{
	struct authors_state *state = memory_alloc(sizeof(*state));

	arena_init(&state->arena);
	return state;
}

static void *
start_all(struct session *session)
{
	struct authors_state *state = state_new();
	struct date_range everything = {DATE_MIN, DATE_MAX};
	struct error err;

	state->numbered = true;
	if (stats_count(session->browser.archive, &state->arena, STATS_AUTHOR, everything,
			session->app->today, &state->stats, &err))
		session_complain(session, &err);
	state->list.count = state->stats.count;
	return state;
}

static void *
start_paper(struct session *session)
{
	struct authors_state *state = state_new();
	const struct paper *paper = &session->browser.open->entry.paper;
	struct stats *stats = &state->stats;

	stats->rows = arena_alloc(&state->arena, (paper->author_count + 1) * sizeof(*stats->rows));
	for (size_t i = 0; i < paper->author_count; i++)
		stats->rows[stats->count++].name = arena_strdup(&state->arena, paper->authors[i]);
	state->list.count = stats->count;
	return state;
}

static void
release(void *item)
{
	struct authors_state *state = item;

	arena_release(&state->arena);
	free(state);
}

static int
draw_author(void *context, size_t index, const struct pane *pane, bool selected)
{
	const struct authors_state *state = context;
	const struct stats_row *row = &state->stats.rows[index];
	int column = NAME_COLUMN;

	if (!pane->rows)
		return 1;
	if (selected)
		canvas_put_string(pane, 0, 0, pane->canvas->glyphs->cursor, STYLE_CURSOR);
	if (state->numbered) {
		struct strbuf number;

		strbuf_init(&number);
		strbuf_addf(&number, "%*zu", NUMBER_CELLS - 2, row->papers);
		canvas_put_string(pane, 0, column, number.data, STYLE_META);
		strbuf_release(&number);
		column += NUMBER_CELLS;
	}
	canvas_put_cut(pane, 0, column, -1, row->name, STYLE_AUTHOR, false);
	return 1;
}

static void
draw(struct session *session, void *item, const struct pane *pane, bool focused)
{
	struct authors_state *state = item;

	(void)session;
	if (state->list.count)
		list_draw(&state->list, pane, focused, draw_author, state);
	else
		canvas_put_cut(pane, 0, NAME_COLUMN, -1, _("There are no authors here."),
			       STYLE_NORMAL, false);
}

static unsigned
open_author(struct session *session, void *item)
{
	const struct authors_state *state = item;

	if (!state->list.count)
		return REACT_NOTHING;
	session_choose_author(session, state->stats.rows[state->list.selected].name);
	return session_push(session, &author_view_ops);
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
	{ "open",  "Enter l Right", N_("Show the author's papers"), N_("papers"), NULL, open_author },
	{ "leave", "q Esc h Left",  N_("Leave the authors"), N_("leave"), NULL, leave },
};
// clang-format on

const struct action_table authors_view_action_table = {"authors", rows, ARRAY_LENGTH(rows)};

static const struct action_table *const tables[] = {&authors_view_action_table, &list_action_table,
						    NULL};

const struct view_ops authors_view_ops = {
    .title = N_("Authors"),
    .tables = tables,
    .start = start_all,
    .release = release,
    .draw = draw,
};

const struct view_ops authors_view_paper_ops = {
    .title = N_("Authors of the paper"),
    .tables = tables,
    .start = start_paper,
    .release = release,
    .draw = draw,
};
