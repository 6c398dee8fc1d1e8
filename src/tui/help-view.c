// SPDX-License-Identifier: GPL-3.0-or-later
// Every key that does something, from the tables of actions themselves.
#include <stdlib.h>
#include <string.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/text/fold.h"
#include "tui/list.h"
#include "tui/reader-prompts.h"
#include "tui/session.h"
#include "tui/views.h"

struct help_line {
	const struct action_table *table;
	const struct action *action; // NULL: the table's heading
};

struct help_state {
	struct list list;	     // first: list actions move it
	VEC(struct help_line) lines; // those with the words looked for
	char *words;		     // folded, that the lines are for
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
	    {&authors_view_action_table, N_("Authors")},
	    {&author_view_action_table, N_("Author")},
	    {&raw_view_action_table, N_("Raw page")},
	    {&year_view_action_table, N_("Year")},
	    {&stats_view_action_table, N_("Statistics")},
	    {&history_view_action_table, N_("History")},
	    {&tags_view_action_table, N_("Tags")},
	    {&triage_view_action_table, N_("Triage")},
	    {&search_view_action_table, N_("Search")},
	    {&jobs_view_background_table, N_("In the background")},
	    {&jobs_view_action_table, N_("Jobs")},
	    {&sources_view_action_table, N_("Sources")},
	    {&help_view_action_table, N_("Help")},
	};

	for (size_t i = 0; i < ARRAY_LENGTH(titles); i++) {
		if (titles[i].table == table)
			return titles[i].title;
	}
	BUG("the table %s has no title", table->name);
}

// By what it is called, what it does, and its keys.
static bool
is_wanted(const struct session *session, const char *words, const struct action_table *table,
	  const struct action *action)
{
	struct strbuf text;
	char *folded;
	bool wanted;

	strbuf_init(&text);
	keymap_keys(&session->keymap, table, action, 8, &text);
	strbuf_addf(&text, " %s %s %s", action->name, _(action->help), _(table_title(table)));
	folded = fold_string(text.data);
	wanted = strstr(folded, words) != NULL;
	free(folded);
	strbuf_release(&text);
	return wanted;
}

static void
add_table(const struct session *session, struct help_state *state, const struct action_table *table)
{
	bool headed = false;

	for (size_t i = 0; i < table->count; i++) {
		if (!is_wanted(session, state->words, table, &table->rows[i]))
			continue;
		if (!headed)
			*vec_push(&state->lines) = (struct help_line){table, NULL};
		headed = true;
		*vec_push(&state->lines) = (struct help_line){table, &table->rows[i]};
	}
}

// The lines for what is looked for, where that is not what they are for already.
static void
look(const struct session *session, struct help_state *state)
{
	char *words = fold_string(session->help_words.data);

	if (state->words && !strcmp(state->words, words)) {
		free(words);
		return;
	}
	free(state->words);
	state->words = words;
	vec_clear(&state->lines);
	for (const struct action_table *const *table = keymap_tables(); *table; table++)
		add_table(session, state, *table);
	state->list.count = state->lines.count;
	state->list.selected = 0;
}

static void *
start(struct session *session)
{
	struct help_state *state = memory_alloc(sizeof(*state));

	strbuf_clear(&session->help_words);
	look(session, state);
	return state;
}

static void
release(void *item)
{
	struct help_state *state = item;

	vec_release(&state->lines);
	free(state->words);
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
	if (!keys.length) // reachable by its name
		strbuf_addf(&keys, ":%s", line->action->name);
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

	look(session, state);
	if (!state->list.count)
		canvas_put_cut(pane, 1, 2, -1, _("No key has that in its help."), STYLE_META,
			       false);
	list_draw(&state->list, pane, focused, draw_line, &drawing);
}

static unsigned
leave(struct session *session, void *item)
{
	(void)session;
	(void)item;
	return REACT_BACK;
}

static unsigned
find(struct session *session, void *item)
{
	(void)item;
	prompt_open_with(&session->prompt, &reader_prompts_help, session->help_words.data);
	return REACT_REDRAW;
}

// In the view the help was called from, once the help is gone.
static unsigned
run_line(struct session *session, void *item)
{
	struct help_state *state = item;

	if (state->list.selected >= state->lines.count ||
	    !state->lines.items[state->list.selected].action)
		return REACT_NOTHING;
	session->invoked = state->lines.items[state->list.selected].action;
	session->invoked_table = state->lines.items[state->list.selected].table;
	return REACT_BACK;
}

// clang-format off
static const struct action rows[] = {
	{ "run",   "Enter", N_("Do it, where it can be done from here"), N_("do it"), NULL, run_line },
	{ "find",  "/", N_("Look for a key by what it does"), N_("find"), NULL, find },
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
