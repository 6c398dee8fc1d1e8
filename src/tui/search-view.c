// SPDX-License-Identifier: GPL-3.0-or-later
// A search while it is typed and after: the hits, and beside them on wide screens what they have in
// common.
#include <stdlib.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "tui/facet-column.h"
#include "tui/list.h"
#include "tui/marking.h"
#include "tui/reader-prompts.h"
#include "tui/search-hits.h"
#include "tui/session.h"
#include "tui/views.h"

enum { WIDE = 120, LEAST_FACET_CELLS = 36, MOST_FACET_CELLS = 50 };

// Two lists, of the hits and of the facets beside them; the one with the keys stands first, for the
// actions of lists.
struct search_state {
	struct list list;
	struct list other;
	struct facet_column column;
	int hit_columns; // the hits' part of the pane it was last drawn in
};

static void *
start(struct session *session)
{
	struct search_state *state = memory_alloc(sizeof(*state));

	facet_column_init(&state->column);
	session->finder.in_facets = false;
	state->list.count = finder_hits(&session->finder);
	state->list.selected = session->finder.selected;
	if (!session->finder.resumed)
		prompt_open_with(&session->prompt, &reader_prompts_search,
				 session->finder.text.data);
	session->finder.resumed = false;
	finder_ask_again(session); // the archive may have changed since
	return state;
}

static void
release(void *item)
{
	struct search_state *state = item;

	facet_column_release(&state->column);
	free(state);
}

static struct list *
hits_list(const struct session *session, struct search_state *state)
{
	return session->finder.in_facets ? &state->other : &state->list;
}

static struct list *
facets_list(const struct session *session, struct search_state *state)
{
	return session->finder.in_facets ? &state->list : &state->other;
}

static void
switch_lists(struct session *session, struct search_state *state)
{
	struct list list = state->list;

	state->list = state->other;
	state->other = list;
	session->finder.in_facets = !session->finder.in_facets;
}

static bool
has_facets(const struct session *session)
{
	return session->finder.wants_facets && session->finder.facets;
}

static bool
can_go_to_facets(const struct session *session)
{
	return has_facets(session) && !session->finder.in_facets;
}

static bool
in_facets(const struct session *session)
{
	return session->finder.in_facets;
}

static bool
in_hits(const struct session *session)
{
	return !session->finder.in_facets;
}

static int
facet_cells(int columns)
{
	int cells = columns / 4;

	return cells < LEAST_FACET_CELLS  ? LEAST_FACET_CELLS
	       : cells > MOST_FACET_CELLS ? MOST_FACET_CELLS
					  : cells;
}

static void
draw_facets(struct session *session, struct search_state *state, const struct pane *pane,
	    bool focused)
{
	const struct facets *facets = &session->finder.facets->facets;
	struct list *list = facets_list(session, state);
	struct pane part = canvas_part(pane, 0, state->hit_columns + 1, pane->rows,
				       pane->columns - state->hit_columns - 1);

	canvas_rule_vertical(pane, state->hit_columns);
	facet_column_lay_out(&state->column, list, facets, pane->rows);
	facet_column_draw(&state->column, list, facets, &part, focused);
}

static void
draw(struct session *session, void *item, const struct pane *pane, bool focused)
{
	struct search_state *state = item;
	bool beside = pane->columns >= WIDE;
	struct pane hits;

	focused = focused && !session->prompt.kind;
	finder_want_facets(session, beside);
	beside = has_facets(session);
	if (session->finder.in_facets && !beside)
		switch_lists(session, state);
	state->hit_columns = pane->columns - (beside ? facet_cells(pane->columns) + 1 : 0);
	hits = canvas_part(pane, 0, 0, pane->rows, state->hit_columns);
	search_hits_draw(session, hits_list(session, state), &hits,
			 focused && !session->finder.in_facets);
	if (beside)
		draw_facets(session, state, pane, focused && session->finder.in_facets);
}

static void
moved(struct session *session, void *item)
{
	struct search_state *state = item;

	if (session->finder.in_facets)
		facet_column_moved(&state->column, &state->list, &session->finder.facets->facets);
	else
		session->finder.selected = state->list.selected;
}

static void
reloaded(struct session *session, void *item)
{
	struct search_state *state = item;
	struct list *hits = hits_list(session, state);

	hits->count = finder_hits(&session->finder);
	hits->selected = session->finder.selected;
}

static unsigned
open_hit(struct session *session, void *item)
{
	const struct load_entry *hit = finder_hit(&session->finder, session->finder.selected);
	struct error err;

	(void)item;
	if (!hit)
		return REACT_NOTHING;
	marking_leave_paper(session);
	if (browser_select_entry(&session->browser, hit->entry.id, &err)) {
		session_complain(session, &err);
		return REACT_REDRAW;
	}
	session->finder.reading = true;
	return REACT_PAPER;
}

static unsigned
narrow(struct session *session, void *item)
{
	struct search_state *state = item;

	facet_column_moved(&state->column, &state->list, &session->finder.facets->facets);
	if (state->column.value.length)
		finder_narrow(session, state->column.facet, state->column.value.data);
	return REACT_REDRAW;
}

static unsigned
change_lists(struct session *session, void *item)
{
	switch_lists(session, item);
	return REACT_REDRAW;
}

static unsigned
click_facet(struct session *session, struct search_state *state, int row)
{
	size_t index = facet_column_row_at(&state->column, facets_list(session, state), row);

	if (index >= facets_list(session, state)->count)
		return REACT_NOTHING;
	if (session->finder.in_facets && index == state->list.selected)
		return narrow(session, state);
	if (!session->finder.in_facets)
		switch_lists(session, state);
	state->list.selected = index;
	return REACT_REDRAW | REACT_MOVED;
}

static unsigned
click(struct session *session, void *item, int row, int column)
{
	struct search_state *state = item;
	struct list *hits = hits_list(session, state);
	size_t index = search_hits_at(hits, row);

	if (has_facets(session) && column > state->hit_columns)
		return click_facet(session, state, row);
	if (index >= hits->count)
		return REACT_NOTHING;
	if (session->finder.in_facets)
		switch_lists(session, state);
	else if (index == state->list.selected)
		return open_hit(session, item);
	state->list.selected = index;
	return REACT_REDRAW | REACT_MOVED;
}

static unsigned
edit(struct session *session, void *item)
{
	if (session->finder.in_facets)
		switch_lists(session, item);
	prompt_open_with(&session->prompt, &reader_prompts_search, session->finder.text.data);
	return REACT_REDRAW;
}

static bool
has_text(const struct session *session)
{
	return session->finder.text.length > 0;
}

static unsigned
save(struct session *session, void *item)
{
	(void)item;
	prompt_open(&session->prompt, &reader_prompts_save);
	return REACT_REDRAW;
}

static unsigned
sort(struct session *session, void *item)
{
	(void)item;
	finder_sort(session);
	return REACT_REDRAW;
}

// All that is found, not the first screens of it.
static unsigned
list_papers(struct session *session, void *item)
{
	const char *text = session->finder.text.data;

	(void)item;
	marking_leave_paper(session);
	gather_open(session, text, text, false);
	session->gather.from_search = true;
	return REACT_PAPERS;
}

static unsigned
leave(struct session *session, void *item)
{
	(void)session;
	(void)item;
	return REACT_BACK;
}

static void
status(const struct session *session, struct strbuf *out)
{
	struct strbuf hits;

	strbuf_init(&hits);
	finder_describe(&session->finder, &hits);
	if (hits.length)
		strbuf_addf(out, " · %s", hits.data);
	if (!session->prompt.kind && session->finder.text.length)
		strbuf_addf(out, " · %s", session->finder.text.data);
	strbuf_release(&hits);
}

static unsigned
help(struct session *session, void *item)
{
	(void)item;
	return session_push(session, &help_view_ops);
}

// clang-format off
static const struct action rows[] = {
	{ "open",   "Enter l Right",  N_("Read the paper"), NC_("hint", "read"), in_hits, open_hit },
	{ "narrow", "Enter l Right",  N_("Narrow the search to the value, or widen it again"), N_("narrow"), in_facets, narrow },
	{ "facets", "Tab",            N_("Go to the years, tags, authors and sources of what was found"), N_("narrow"), can_go_to_facets, change_lists },
	{ "hits",   "Tab q Esc h Left", N_("Go back to the hits"), N_("hits"), in_facets, change_lists },
	{ "edit",   "/ i",            N_("Change what is searched for"), N_("edit"), NULL, edit },
	{ "sort",   "s",              N_("Put what is found in the next order: by date, relevance, title, author"), N_("sort"), has_text, sort },
	{ "list",   "L",              N_("List all papers found like those of a day, to sort and to mark them"), N_("list"), has_text, list_papers },
	{ "save",   "S",              N_("Save the search under a name, beside the days"), N_("save"), has_text, save },
	{ "leave",  "q Esc h Left",   N_("Leave the search"), N_("leave"), in_hits, leave },
	{ "help",   "?",              N_("Show all keys"), NULL, NULL, help },
};
// clang-format on

const struct action_table search_view_action_table = {"search", rows, ARRAY_LENGTH(rows)};

static const struct action_table *const tables[] = {&search_view_action_table, &list_action_table,
						    NULL};

const struct view_ops search_view_ops = {
    .title = N_("Search"),
    .tables = tables,
    .start = start,
    .release = release,
    .draw = draw,
    .moved = moved,
    .reloaded = reloaded,
    .click = click,
    .status = status,
};
