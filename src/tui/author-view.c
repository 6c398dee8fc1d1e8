// SPDX-License-Identifier: GPL-3.0-or-later
// One author: papers over the years, fellow authors, the papers themselves.
#include <stdlib.h>
#include <string.h>

#include "shoroku/archive/author.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/text/bar.h"
#include "tui/list.h"
#include "tui/marking.h"
#include "tui/session.h"
#include "tui/views.h"

struct author_state {
	struct list list; // first: list actions move it; the papers
	struct arena arena;
	char *name;
	struct author author;
	bool found;
};

enum { LEAST_ROWS_FOR_SUMMARY = 6, LEAST_ROWS_FOR_YEARS = 16 };
enum { MARGIN = 2, YEARS_MOST = 8, YEAR_CELLS = 5, NUMBER_CELLS = 5, LEAST_BAR = 4 };
enum { MARK_COLUMN = 2, DATE_COLUMN = 4, TITLE_COLUMN = 15 };

static void *
start(struct session *session)
{
	struct author_state *state = memory_alloc(sizeof(*state));
	struct error err;

	arena_init(&state->arena);
	state->name = memory_strdup(session->author);
	state->found = !author_load(session->browser.archive, &state->arena, state->name,
				    session->app->today, &state->author, &err);
	if (!state->found)
		session_complain(session, &err);
	state->list.count = state->author.papers.count;
	return state;
}

static void
release(void *item)
{
	struct author_state *state = item;

	arena_release(&state->arena);
	free(state->name);
	free(state);
}

// --- drawing

static void
draw_summary(const struct author_state *state, const struct pane *pane)
{
	const struct load_entries *papers = &state->author.papers;
	char first[DATE_TEXT_SIZE];
	char last[DATE_TEXT_SIZE];
	struct strbuf text;

	strbuf_init(&text);
	date_format(papers->items[papers->count - 1].entry.date, first);
	date_format(papers->items[0].entry.date, last);
	if (state->author.more)
		strbuf_addf(&text, _("more than %zu papers, the newest of %s"), papers->count,
			    last);
	else
		strbuf_addf(&text,
			    ngettext("%zu paper, first seen %s, last %s",
				     "%zu papers, first seen %s, last %s", papers->count),
			    papers->count, first, last);
	canvas_put_cut(pane, 0, MARGIN, -1, state->name, STYLE_TITLE, true);
	canvas_put_cut(pane, 1, MARGIN, -1, text.data, STYLE_META, false);
	strbuf_release(&text);
}

// Returns the row after the last.
static int
draw_years(const struct author_state *state, const struct pane *pane, int row)
{
	const struct facet *years = &state->author.years;
	size_t most = 0;
	int cells = pane->columns - MARGIN - YEAR_CELLS - NUMBER_CELLS - 2;

	for (size_t i = 0; i < years->count; i++)
		most = years->values[i].count > most ? years->values[i].count : most;
	for (size_t i = 0; i < years->count && i < YEARS_MOST; i++, row++) {
		const struct facet_value *year = &years->values[i];
		struct strbuf text;

		strbuf_init(&text);
		strbuf_addf(&text, "%s %*zu ", year->text, NUMBER_CELLS - 1, year->count);
		canvas_put_string(pane, row, MARGIN, text.data, STYLE_META);
		strbuf_clear(&text);
		if (cells >= LEAST_BAR)
			bar_append(&text, year->count, most, (size_t)(cells < 40 ? cells : 40),
				   pane->canvas->ambiguous == WIDTH_WIDE);
		canvas_put_string(pane, row, MARGIN + YEAR_CELLS + NUMBER_CELLS + 1, text.data,
				  STYLE_AUTHOR);
		strbuf_release(&text);
	}
	return row;
}

static int
draw_others(const struct author_state *state, const struct pane *pane, int row)
{
	const struct facet *others = &state->author.others;
	struct strbuf text;

	if (!others->count)
		return row;
	strbuf_init(&text);
	strbuf_add_string(&text, _("with "));
	for (size_t i = 0; i < others->count; i++)
		strbuf_addf(&text, "%s%s %zu", i ? ", " : "", others->values[i].text,
			    others->values[i].count);
	canvas_put_cut(pane, row, MARGIN, pane->columns - 2 * MARGIN, text.data, STYLE_AUTHOR,
		       false);
	strbuf_release(&text);
	return row + 1;
}

static int
draw_paper(void *context, size_t index, const struct pane *pane, bool selected)
{
	const struct author_state *state = context;
	const struct load_entry *paper = &state->author.papers.items[index];
	const struct glyphs *glyphs = pane->canvas->glyphs;
	char date[DATE_TEXT_SIZE];

	if (!pane->rows)
		return 1;
	if (selected)
		canvas_put_string(pane, 0, 0, glyphs->cursor, STYLE_CURSOR);
	if (paper->marks.favourite)
		canvas_put_string(pane, 0, MARK_COLUMN, glyphs->favourite, STYLE_FAVOURITE);
	else if (!paper->marks.read)
		canvas_put_string(pane, 0, MARK_COLUMN, glyphs->unread, STYLE_UNREAD);
	date_format(paper->entry.date, date);
	canvas_put_string(pane, 0, DATE_COLUMN, date, STYLE_META);
	canvas_put_cut(pane, 0, TITLE_COLUMN, -1, paper->entry.paper.title, STYLE_NORMAL,
		       !paper->marks.read);
	return 1;
}

static void
draw(struct session *session, void *item, const struct pane *pane, bool focused)
{
	struct author_state *state = item;
	struct pane papers;
	int row = pane->rows < LEAST_ROWS_FOR_SUMMARY ? 1 : 3;
	struct pane summary = canvas_part(pane, 0, 0, row, pane->columns);

	(void)session;
	if (!state->found) {
		canvas_put_cut(pane, 0, MARGIN, -1, state->name, STYLE_TITLE, true);
		return;
	}
	draw_summary(state, &summary);
	// On a low screen the papers are what one needs.
	if (pane->rows >= LEAST_ROWS_FOR_YEARS) {
		row = draw_years(state, pane, row);
		row = draw_others(state, pane, row + 1) + 1;
	}
	papers = canvas_part(pane, row, 0, pane->rows - row, pane->columns);
	if (papers.rows > 0)
		list_draw(&state->list, &papers, focused, draw_paper, state);
}

// --- actions

static unsigned
open_paper(struct session *session, void *item)
{
	const struct author_state *state = item;
	struct error err;

	if (!state->list.count)
		return REACT_NOTHING;
	marking_leave_paper(session);
	if (browser_select_entry(&session->browser,
				 state->author.papers.items[state->list.selected].entry.id, &err)) {
		session_complain(session, &err);
		return REACT_REDRAW;
	}
	return REACT_PAPER;
}

static unsigned
list_papers(struct session *session, void *item)
{
	const struct author_state *state = item;

	if (!state->found)
		return REACT_NOTHING;
	marking_leave_paper(session);
	gather_open(session, state->name, state->author.query, false);
	return REACT_PAPERS;
}

static unsigned
follow(struct session *session, void *item)
{
	const struct author_state *state = item;
	struct error err;

	if (!state->found)
		return REACT_NOTHING;
	if (saved_list_add(session, state->name, state->author.query, &err))
		session_complain(session, &err);
	else
		session_say(session, _("%s stands beside the days now"), state->name);
	return REACT_REDRAW;
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
	{ "open",   "Enter l Right", N_("Read the paper"), N_("read"), NULL, open_paper },
	{ "list",   "L",             N_("List the author's papers like those of a day, to sort and to mark them"), N_("list"), NULL, list_papers },
	{ "follow", "S",             N_("Keep the author's papers as a saved search"), N_("follow"), NULL, follow },
	{ "leave",  "q Esc h Left",  N_("Leave the author"), N_("leave"), NULL, leave },
};
// clang-format on

const struct action_table author_view_action_table = {"author", rows, ARRAY_LENGTH(rows)};

static const struct action_table *const tables[] = {&author_view_action_table, &list_action_table,
						    NULL};

const struct view_ops author_view_ops = {
    .title = N_("Author"),
    .tables = tables,
    .start = start,
    .release = release,
    .draw = draw,
};
