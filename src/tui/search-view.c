// SPDX-License-Identifier: GPL-3.0-or-later
// The hits of a search, newest first, while it is typed and after: title, date, authors, and a line of
// the text where it was found.
#include <stdlib.h>
#include <string.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "tui/author-line.h"
#include "tui/facet-column.h"
#include "tui/hit-text.h"
#include "tui/list.h"
#include "tui/marking.h"
#include "tui/reader-prompts.h"
#include "tui/session.h"
#include "tui/views.h"

enum { CURSOR_COLUMN = 1, MARK_COLUMN = 3, DATE_COLUMN = 5, TITLE_COLUMN = 16, ROWS_AN_ITEM = 2 };
enum { NARROW = 60, AUTHOR_CELLS = 28, CELLS_BEFORE_HIT = 16 };
enum { WIDE = 120, LEAST_FACET_CELLS = 36, MOST_FACET_CELLS = 50 };

// Two lists, of the hits and of the facets beside them; the one with the keys stands first, for the
// actions of lists.
struct search_state {
	struct list list;
	struct list other;
	struct facet_column column;
	int hit_columns; // the hits' part of the pane it was last drawn in
};

struct drawing {
	struct session *session;
	bool focused;
};

static void *
start(struct session *session)
{
	struct search_state *state = memory_alloc(sizeof(*state));

	facet_column_init(&state->column);
	session->finder.in_facets = false;
	state->list.count = finder_hits(&session->finder);
	state->list.selected = session->finder.selected;
	prompt_open_with(&session->prompt, &reader_prompts_search, session->finder.text.data);
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

// The first section the words stand in, and where; else the first section's beginning.
static const char *
find_section(const struct session *session, const struct load_entry *hit,
	     struct highlight_spans *spans)
{
	for (size_t i = 0; i < hit->entry.section_count; i++) {
		const char *text = hit->entry.sections[i].text;

		highlight_find(&session->finder.highlight,
			       highlight_text_of(hit->entry.sections[i].role), text, strlen(text),
			       spans);
		if (spans->list.count)
			return text;
	}
	return hit->entry.section_count ? hit->entry.sections[0].text : "";
}

// Where a line begins that shows the hit with a little before it.
static size_t
snippet_start(const char *text, size_t hit, enum width_ambiguous ambiguous)
{
	size_t start = hit;

	while (start > 0 && text[start - 1] != '\n' &&
	       width_text(text + start, hit - start, ambiguous) < CELLS_BEFORE_HIT) {
		do
			start--;
		while (start > 0 && ((unsigned char)text[start] & 0xC0) == 0x80);
	}
	return start;
}

static void
draw_snippet(const struct session *session, const struct pane *pane, int column,
	     const struct load_entry *hit)
{
	struct highlight_spans spans = {0};
	const char *text = find_section(session, hit, &spans);
	enum width_ambiguous ambiguous = pane->canvas->ambiguous;
	size_t start =
	    spans.list.count ? snippet_start(text, spans.list.items[0].start, ambiguous) : 0;
	size_t length = strcspn(text + start, "\n");

	if (start > 0)
		column =
		    canvas_put_string(pane, 1, column, pane->canvas->glyphs->ellipsis, STYLE_META);
	hit_text_put(pane, 1, column, pane->columns - 1 - column, text, start, start + length,
		     &spans, STYLE_META, false);
	highlight_spans_release(&spans);
}

static void
draw_title(const struct drawing *drawing, const struct pane *pane, const struct load_entry *hit,
	   bool selected)
{
	const struct glyphs *glyphs = pane->canvas->glyphs;
	const char *title = hit->entry.paper.title;
	struct highlight_spans spans = {0};
	char date[DATE_TEXT_SIZE];

	if (selected)
		canvas_put_string(pane, 0, CURSOR_COLUMN, glyphs->cursor,
				  drawing->focused ? STYLE_CURSOR : STYLE_META);
	if (hit->marks.favourite)
		canvas_put_string(pane, 0, MARK_COLUMN, glyphs->favourite, STYLE_FAVOURITE);
	else if (!hit->marks.read)
		canvas_put_string(pane, 0, MARK_COLUMN, glyphs->unread, STYLE_UNREAD);
	date_format(hit->entry.date, date);
	canvas_put_string(pane, 0, DATE_COLUMN, date, STYLE_META);
	highlight_find(&drawing->session->finder.highlight, QUERY_TITLE, title, strlen(title),
		       &spans);
	hit_text_put(pane, 0, TITLE_COLUMN, pane->columns - 1 - TITLE_COLUMN, title, 0,
		     strlen(title), &spans, STYLE_NORMAL, !hit->marks.read);
	highlight_spans_release(&spans);
}

static int
draw_hit(void *context, size_t index, const struct pane *pane, bool selected)
{
	const struct drawing *drawing = context;
	const struct load_entry *hit = finder_hit(&drawing->session->finder, index);
	struct strbuf authors;
	int column = DATE_COLUMN;

	if (!hit || !pane->rows)
		return ROWS_AN_ITEM;
	draw_title(drawing, pane, hit, selected);
	if (pane->rows < 2)
		return ROWS_AN_ITEM;
	if (pane->columns >= NARROW) {
		strbuf_init(&authors);
		author_line_short(&authors, &hit->entry.paper, AUTHOR_CELLS,
				  pane->canvas->ambiguous);
		column = canvas_put_cut(pane, 1, column, AUTHOR_CELLS, authors.data, STYLE_AUTHOR,
					false) +
			 2;
		strbuf_release(&authors);
	}
	draw_snippet(drawing->session, pane, column, hit);
	return ROWS_AN_ITEM;
}

static void
draw_hits(struct session *session, struct search_state *state, const struct pane *pane,
	  bool focused)
{
	struct drawing drawing = {session, focused};
	const struct finder *finder = &session->finder;
	struct list *list = hits_list(session, state);

	list->count = finder_hits(finder);
	list->selected = finder->selected;
	if (list->count) {
		list_draw(list, pane, focused, draw_hit, &drawing);
		return;
	}
	if (finder->answer && !finder->waiting)
		canvas_put_cut(pane, 1, 2, -1, _("Nothing was found."), STYLE_META, false);
	else if (!finder->text.length)
		canvas_put_cut(pane, 1, 2, -1,
			       _("Words, or title: author: tag: date: is: …; see "
				 "shoroku-query(7)."),
			       STYLE_META, false);
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
	draw_hits(session, state, &hits, focused && !session->finder.in_facets);
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
	size_t index = hits->top + (size_t)(row / ROWS_AN_ITEM);

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
	(void)session;
	(void)item;
	return REACT_HELP;
}

// clang-format off
static const struct action rows[] = {
	{ "open",   "Enter l Right",  N_("Read the paper"), NC_("hint", "read"), in_hits, open_hit },
	{ "narrow", "Enter l Right",  N_("Find only papers of the year, tag, author or source, or others again"), N_("narrow"), in_facets, narrow },
	{ "facets", "Tab",            N_("Go to the years, tags, authors and sources of what was found"), N_("narrow"), can_go_to_facets, change_lists },
	{ "hits",   "Tab q Esc h Left", N_("Go back to the hits"), N_("hits"), in_facets, change_lists },
	{ "edit",   "/ i",            N_("Change what is searched for"), N_("edit"), NULL, edit },
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
