// SPDX-License-Identifier: GPL-3.0-or-later
// All tags with the number of their papers.
#include <stdlib.h>
#include <string.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/words.h"
#include "shoroku/query/narrow.h"
#include "tui/marks-list.h"
#include "tui/marking.h"
#include "tui/reader-prompts.h"
#include "tui/session.h"
#include "tui/views.h"

enum { COUNT_COLUMN = 3, COUNT_CELLS = 6, NAME_COLUMN = COUNT_COLUMN + COUNT_CELLS + 2 };

struct tags_state {
	struct marks_list marks;
	struct load_tags tags;
};

// The cursor stays on its tag.
static void
load(struct session *session, struct tags_state *state)
{
	char *selected = state->marks.list.selected < state->tags.count
			     ? memory_strdup(state->tags.names[state->marks.list.selected])
			     : NULL;
	struct error err;

	marks_list_begin(&state->marks, session);
	if (load_tags(session->browser.archive, &state->marks.arena, &state->tags, &err)) {
		session_complain(session, &err);
		state->tags = (struct load_tags){0};
	}
	state->marks.list.count = state->tags.count;
	for (size_t i = 0; selected && i < state->tags.count; i++) {
		if (!strcmp(state->tags.names[i], selected))
			state->marks.list.selected = i;
	}
	free(selected);
}

static void *
start(struct session *session)
{
	struct tags_state *state = marks_list_new(sizeof(*state));

	load(session, state);
	return state;
}

struct drawing {
	const struct session *session;
	const struct tags_state *state;
};

static int
draw_tag(void *context, size_t index, const struct pane *pane, bool selected)
{
	const struct drawing *drawing = context;
	const char *name = drawing->state->tags.names[index];
	struct strbuf count;

	if (!pane->rows)
		return 1;
	if (selected)
		canvas_put_string(pane, 0, 1, pane->canvas->glyphs->cursor, STYLE_CURSOR);
	strbuf_init(&count);
	strbuf_addf(&count, "%*d", COUNT_CELLS, drawing->state->tags.uses[index]);
	canvas_put_string(pane, 0, COUNT_COLUMN, count.data, STYLE_META);
	canvas_put_cut(pane, 0, NAME_COLUMN, -1, name, style_tag(&drawing->session->theme, name),
		       false);
	strbuf_release(&count);
	return 1;
}

static void
draw(struct session *session, void *item, const struct pane *pane, bool focused)
{
	struct tags_state *state = item;
	struct drawing drawing = {session, state};

	if (marks_list_is_old(&state->marks, session))
		load(session, state);
	if (!state->marks.list.count)
		canvas_put_cut(pane, 1, 2, -1, _("There are no tags yet; t gives a paper some."),
			       STYLE_META, false);
	else
		list_draw(&state->marks.list, pane, focused, draw_tag, &drawing);
}

static const char *
selected_name(const struct tags_state *state)
{
	return state->marks.list.selected < state->tags.count
		   ? state->tags.names[state->marks.list.selected]
		   : NULL;
}

static void
init_query(struct strbuf *query, const char *name)
{
	const struct query everything = {0};

	strbuf_init(query);
	narrow_to(&everything, NARROW_TAG, name, query);
}

static unsigned
open_tag(struct session *session, void *item)
{
	const char *name = selected_name(item);
	struct strbuf query;

	if (!name)
		return REACT_NOTHING;
	init_query(&query, name);
	finder_ask(session, query.data, false);
	session->finder.resumed = true; // the hits, not the prompt
	strbuf_release(&query);
	return session_push(session, &search_view_ops);
}

static unsigned
list_papers(struct session *session, void *item)
{
	const char *name = selected_name(item);
	struct strbuf query;

	if (!name)
		return REACT_NOTHING;
	init_query(&query, name);
	marking_leave_paper(session);
	gather_open(session, name, query.data, false);
	strbuf_release(&query);
	return REACT_PAPERS;
}

// The command is there to be finished.
static unsigned
rename_tag(struct session *session, void *item)
{
	const char *name = selected_name(item);
	struct strbuf command;

	if (!name)
		return REACT_NOTHING;
	strbuf_init(&command);
	strbuf_add_string(&command, "rename ");
	words_quote(&command, name);
	strbuf_add_byte(&command, ' ');
	prompt_open_with(&session->prompt, &reader_prompts_command, command.data);
	strbuf_release(&command);
	return REACT_REDRAW;
}

// clang-format off
static const struct action rows[] = {
	{ "open",   "Enter l Right", N_("Find the papers with the tag"), N_("papers"), NULL, open_tag },
	{ "list",   "L",             N_("List the papers with the tag like those of a day"), N_("list"), NULL, list_papers },
	{ "rename", "r",             N_("Rename the tag, or merge it with another"), N_("rename"), NULL, rename_tag },
	{ "undo",   "u",             N_("Take back the last change of marks"), N_("undo"), NULL, marks_list_undo },
	{ "leave",  "q Esc h Left",  N_("Leave the tags"), N_("leave"), NULL, marks_list_leave },
};
// clang-format on

const struct action_table tags_view_action_table = {"tags", rows, ARRAY_LENGTH(rows)};

static const struct action_table *const tables[] = {&tags_view_action_table, &list_action_table,
						    NULL};

const struct view_ops tags_view_ops = {
    .title = N_("Tags"),
    .tables = tables,
    .start = start,
    .release = marks_list_free,
    .draw = draw,
};
