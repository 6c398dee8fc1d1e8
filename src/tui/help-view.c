// SPDX-License-Identifier: GPL-3.0-or-later
// Every key that does something, from the tables of actions themselves.
#include <stdlib.h>
#include <string.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "tui/list.h"
#include "tui/session.h"
#include "tui/views.h"

struct help_line {
	const struct action_table *table;
	const struct action *action; // NULL: the table's heading
};

struct help_state {
	struct list list; // first: list actions move it
	VEC(struct help_line) lines;
};

enum { KEYS_COLUMN = 3, HELP_COLUMN = 18 };

static const char *
table_title(const struct action_table *table)
{
	static const struct {
		const struct action_table *table;
		const char *title;
	} titles[] = {
	    {&anywhere_action_table, N_("Everywhere")},
	    {&reader_actions_table, N_("Among days and papers")},
	    {&list_action_table, N_("In lists")},
	    {&days_view_action_table, N_("Days")},
	    {&papers_view_action_table, N_("Papers")},
	    {&paper_view_action_table, N_("Paper")},
	    {&calendar_view_action_table, N_("Calendar")},
	    {&stats_view_action_table, N_("Statistics")},
	    {&history_view_action_table, N_("History")},
	    {&tags_view_action_table, N_("Tags")},
	    {&triage_view_action_table, N_("Triage")},
	    {&search_view_action_table, N_("Search")},
	    {&help_view_action_table, N_("Help")},
	};

	for (size_t i = 0; i < ARRAY_LENGTH(titles); i++) {
		if (titles[i].table == table)
			return titles[i].title;
	}
	BUG("the table %s has no title", table->name);
}

static void *
start(struct session *session)
{
	struct help_state *state = memory_alloc(sizeof(*state));

	(void)session;
	for (const struct action_table *const *table = keymap_tables(); *table; table++) {
		*vec_push(&state->lines) = (struct help_line){*table, NULL};
		for (size_t i = 0; i < (*table)->count; i++)
			*vec_push(&state->lines) = (struct help_line){*table, &(*table)->rows[i]};
	}
	state->list.count = state->lines.count;
	return state;
}

static void
release(void *item)
{
	struct help_state *state = item;

	vec_release(&state->lines);
	free(state);
}

struct drawing {
	const struct session *session;
	const struct help_state *state;
};

static int
draw_line(void *context, size_t index, const struct pane *pane, bool selected)
{
	const struct drawing *drawing = context;
	const struct help_line *line = &drawing->state->lines.items[index];
	struct strbuf keys;

	if (!pane->rows)
		return 1;
	if (selected)
		canvas_put_string(pane, 0, 0, pane->canvas->glyphs->cursor, STYLE_CURSOR);
	if (!line->action) {
		canvas_put_string(pane, 0, 1, _(table_title(line->table)), STYLE_HEADING);
		return 1;
	}
	strbuf_init(&keys);
	keymap_keys(&drawing->session->keymap, line->table, line->action, 8, &keys);
	canvas_put_cut(pane, 0, KEYS_COLUMN, HELP_COLUMN - KEYS_COLUMN - 1, keys.data, STYLE_CURSOR,
		       false);
	strbuf_release(&keys);
	canvas_put_cut(pane, 0, HELP_COLUMN, -1, _(line->action->help), STYLE_NORMAL, false);
	return 1;
}

static void
draw(struct session *session, void *item, const struct pane *pane, bool focused)
{
	struct help_state *state = item;
	struct drawing drawing = {session, state};

	list_draw(&state->list, pane, focused, draw_line, &drawing);
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
	{ "leave", "q Esc h Left ?", N_("Leave the help"), N_("leave"), NULL, leave },
};
// clang-format on

const struct action_table help_view_action_table = {"help", rows, ARRAY_LENGTH(rows)};

static const struct action_table *const tables[] = {&help_view_action_table, &list_action_table,
						    NULL};

const struct view_ops help_view_ops = {
    .title = N_("Keys"),
    .tables = tables,
    .start = start,
    .release = release,
    .draw = draw,
};
