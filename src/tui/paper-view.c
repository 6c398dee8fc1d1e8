// SPDX-License-Identifier: GPL-3.0-or-later
// One paper: scrolling, depth, sections, and the reading mark when it was read to its end.
#include "tui/paper-view.h"

#include <stdlib.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "tui/followed.h"
#include "tui/marking.h"
#include "tui/paper-foot.h"
#include "tui/paper-hits.h"
#include "tui/paper-language.h"
#include "tui/paper-scroll.h"
#include "tui/reader-prompts.h"
#include "tui/views.h"

enum { LEAST_MARGIN = 2, LINES_ABOVE_HIT = 2 };

static void *
start(struct session *session)
{
	struct paper_state *state = memory_alloc(sizeof(*state));

	(void)session;
	document_init(&state->document);
	return state;
}

static void
release(void *item)
{
	struct paper_state *state = item;

	document_release(&state->document);
	free(state);
}

struct document_place
paper_view_top(const void *item)
{
	return ((const struct paper_state *)item)->anchor;
}

void
paper_view_set_top(void *item, int64_t paper, struct document_place place)
{
	struct paper_state *state = item;

	state->paper = paper;
	state->anchor = place;
	state->built = false;
}

static struct document_layout
layout_for(const struct session *session, const struct pane *pane)
{
	int most = settings_get(&session->settings, SESSION_COLUMN_WIDTH);
	int room = pane->columns - 2 * LEAST_MARGIN;
	int columns;

	if (room < 8)
		room = pane->columns;
	columns = room < most ? room : most;
	return (struct document_layout){
	    .columns = columns,
	    .depth = session->depth,
	    .translation = session->browser.translation.lang,
	    .all_authors =
		session->all_authors ||
		paper_hits_hide(&session->finder.highlight, &session->browser.open->entry.paper,
				columns, session_ambiguous(session)),
	    .ambiguous = session_ambiguous(session),
	    .kinsoku = settings_get(&session->settings, SESSION_KINSOKU),
	};
}

static bool
same_layout(const struct document_layout *a, const struct document_layout *b)
{
	return a->columns == b->columns && a->depth == b->depth &&
	       a->all_authors == b->all_authors && a->ambiguous == b->ambiguous &&
	       a->kinsoku == b->kinsoku;
}

static void
build(struct session *session, struct paper_state *state, const struct document_layout *wanted)
{
	const struct load_entry *open = session->browser.open;
	struct document_layout layout = *wanted;
	struct strbuf followed;
	struct error err;

	strbuf_init(&followed);
	strbuf_addf(&followed, "%s ", session_ambiguous(session) == WIDTH_WIDE ? "@" : "◆");
	if (followed_append(session, &open->entry.paper, &followed))
		layout.followed = followed.data;
	state->layout = *wanted;
	state->built = !document_build(&state->document, session->wrap, open, &layout, &err);
	if (!state->built)
		session_complain(session, &err);
	else
		paper_foot_add(session, state);
	strbuf_release(&followed);
}

static void
show_paper(struct session *session, struct paper_state *state, const struct pane *pane)
{
	const struct load_entry *open = session->browser.open;
	struct document_layout layout = layout_for(session, pane);
	bool resized;

	if (state->paper != open->entry.id) {
		state->paper = open->entry.id;
		state->anchor = (struct document_place){0};
		session->end_seen = false;
		state->built = false;
		state->hit = 0;
		related_begin(session, state->paper);
	}
	resized = pane->rows != state->page || !same_layout(&layout, &state->layout);
	if (!state->built || !same_layout(&layout, &state->layout))
		build(session, state, &layout);
	state->page = pane->rows;
	state->top = document_line_of(&state->document, state->anchor);
	if (state->top > paper_scroll_last_top(state))
		state->top = paper_scroll_last_top(state);
	if (resized)
		paper_foot_follow(session, state);
}

// To the first hit from the top of the screen on, else to the first of the paper.
static void
jump_to_hit(struct session *session, struct paper_state *state)
{
	const struct highlight *highlight = &session->finder.highlight;
	size_t none = state->document.lines.count;
	size_t line = paper_hits_next(&state->document, highlight, state->top - 1, 1);

	session->finder.jump = false;
	if (line == none)
		line = paper_hits_next(&state->document, highlight, PAPER_HITS_START, 1);
	if (line == none) {
		if (!session->prompt.kind && highlight->words.count)
			session_say(session, _("these words are not in this paper"));
		return;
	}
	state->hit = line;
	if (line >= state->top + (size_t)state->page)
		paper_scroll_to(state, line - LINES_ABOVE_HIT);
	else if (line < state->top)
		paper_scroll_to(state, line > LINES_ABOVE_HIT ? line - LINES_ABOVE_HIT : 0);
}

static void
draw_lines(const struct session *session, const struct paper_state *state, const struct pane *pane,
	   bool focused)
{
	const struct document *document = &state->document;
	int margin = (pane->columns - state->layout.columns) / 2;
	struct paper_hits hits = {0};

	if (focused)
		canvas_set_cursor(pane, 0, margin);
	for (int row = 0; row < pane->rows; row++) {
		size_t line = state->top + (size_t)row;
		int column;

		if (line >= document->lines.count)
			break;
		if (line >= document->text_lines) {
			paper_foot_draw(session, state, pane, row, margin, line, focused);
			continue;
		}
		column =
		    paper_hits_put(&hits, &session->finder.highlight, &document->lines.items[line],
				   pane, row, margin, state->layout.columns);
		document_put_right(&document->lines.items[line], pane, row, margin,
				   state->layout.columns, column);
	}
	paper_hits_release(&hits);
}

static void
draw(struct session *session, void *item, const struct pane *pane, bool focused)
{
	struct paper_state *state = item;

	if (!session->browser.open || pane->rows <= 0)
		return;
	show_paper(session, state, pane);
	if (session->finder.jump)
		jump_to_hit(session, state);
	paper_foot_arrive(session, state);
	draw_lines(session, state, pane, focused);
	if (!focused)
		return;
	if (paper_scroll_shows_end(state) && session->depth >= DOCUMENT_DETAIL)
		session->end_seen = true;
	paper_foot_want(session, state);
}

void
paper_view_place(const struct session *session, const void *item, struct strbuf *out)
{
	const struct paper_state *state = item;
	const struct browser *browser = &session->browser;
	size_t last = paper_scroll_text_top(state);
	size_t percent = state->top < last ? state->top * 100 / last : 100;

	if (browser->open)
		strbuf_addf(out, "%zu/%zu %zu%%", browser->paper + 1, browser->papers.count,
			    percent);
}

static void
left(struct session *session, void *item)
{
	(void)item;
	session->finder.reading = false;
	session->related.chosen = 0;
	trail_clear(&session->trail);
	marking_leave_paper(session);
}

// The marks and tags shown may have changed.
static void
reloaded(struct session *session, void *item)
{
	(void)session;
	((struct paper_state *)item)->built = false;
}

static unsigned
go_to_paper(struct session *session, void *item, size_t index)
{
	struct error err;

	(void)item;
	marking_leave_paper(session);
	if (index >= session->browser.papers.count)
		session_say(session, "%s",
			    session->browser.search
				? _("that was the last one")
				: _("that was the last one; ] goes to the next day"));
	else if (browser_select_paper(&session->browser, index, &err))
		session_complain(session, &err);
	return REACT_REDRAW;
}

static unsigned
next_paper(struct session *session, void *item)
{
	return go_to_paper(session, item, session->browser.paper + 1);
}

static unsigned
previous_paper(struct session *session, void *item)
{
	return go_to_paper(session, item, session->browser.paper ? session->browser.paper - 1 : 0);
}

// The next place in this paper, else the next paper that was found.
static unsigned
go_to_hit(struct session *session, struct paper_state *state, int direction)
{
	bool seen = state->hit >= state->top && state->hit < state->top + (size_t)state->page;
	size_t line = paper_hits_next(&state->document, &session->finder.highlight,
				      seen ? state->hit : state->top, direction);
	int64_t entry = line < state->document.lines.count ? 0 : finder_step(session, direction);
	struct error err;

	if (line < state->document.lines.count) {
		state->hit = line;
		paper_scroll_to(state, line > LINES_ABOVE_HIT ? line - LINES_ABOVE_HIT : 0);
	} else if (!entry) {
		session_say(session, "%s",
			    direction > 0 ? _("that was the last hit")
					  : _("that was the first hit"));
	} else {
		marking_leave_paper(session);
		if (browser_select_entry(&session->browser, entry, &err))
			session_complain(session, &err);
	}
	return REACT_REDRAW;
}

static unsigned
find(struct session *session, void *item)
{
	(void)item;
	prompt_open(&session->prompt, &reader_prompts_find);
	return REACT_REDRAW;
}

static unsigned
next_hit(struct session *session, void *item)
{
	return go_to_hit(session, item, 1);
}

static unsigned
previous_hit(struct session *session, void *item)
{
	return go_to_hit(session, item, -1);
}

// A related paper leads back to the one it was opened from, a hit back to the hits.
static unsigned
back(struct session *session, void *item)
{
	struct finder *finder = &session->finder;
	const struct load_entry *hit = finder_hit(finder, finder->selected);
	const struct load_entry *open = session->browser.open;

	if (paper_foot_return(session, item))
		return REACT_REDRAW;
	if (!finder->reading || !hit || !open || hit->entry.id != open->entry.id)
		return REACT_BACK;
	finder->resumed = true;
	return REACT_BACK | session_push(session, &search_view_ops);
}

// clang-format off
static const struct action rows[] = {
	{ "open-related",     "Enter l Right", N_("Read the related paper the cursor is on; q leads back"), N_("open"), paper_foot_has_chosen, paper_foot_open },
	{ "down",             "j Down",     N_("Scroll a line down; at the end go through the related papers"), NULL, NULL, paper_scroll_down },
	{ "up",               "k Up",       N_("Scroll a line up, or go back through the related papers"), NULL, NULL, paper_scroll_up },
	{ "line-down",        "Enter",      N_("Scroll a line down"), NULL, NULL, paper_scroll_line },
	{ "page-down",        "Space ^F PgDn", N_("Scroll a page down"), N_("page"), session_has_paper, paper_scroll_page_down },
	{ "page-up",          "^B PgUp",    N_("Scroll a page up"), NULL, NULL, paper_scroll_page_up },
	{ "half-page-down",   "^D",         N_("Scroll half a page down"), NULL, NULL, paper_scroll_half_down },
	{ "half-page-up",     "^U",         N_("Scroll half a page up"), NULL, NULL, paper_scroll_half_up },
	{ "first",            "g Home",     N_("Go to the top"), NULL, NULL, paper_scroll_first },
	{ "last",             "G End",      N_("Go to the end of the text, then to that of what stands below it"), NULL, NULL, paper_scroll_last },
	{ "next-section",     ")",          N_("Go to the next section"), NULL, session_has_paper, paper_scroll_next_section },
	{ "previous-section", "(",          N_("Go to the previous section"), NULL, session_has_paper, paper_scroll_previous_section },
	{ "related",          "~",          N_("Go to the related papers below the text"), N_("related"), session_has_paper, paper_foot_go },
	{ "next-paper",       "J",          N_("Read the next paper"), N_("next"), session_has_paper, next_paper },
	{ "previous-paper",   "K",          N_("Read the previous paper"), NULL, session_has_paper, previous_paper },
	{ "other-language",   "i",          N_("Read it in another language, where a digest has it in one"), N_("language"), paper_language_has_other, paper_language_switch },
	{ "find",             "/",          N_("Find words in the paper"), NULL, session_has_paper, find },
	{ "next-hit",         "n",          N_("Go to the next hit of the search"), NULL, session_has_hits, next_hit },
	{ "previous-hit",     "N",          N_("Go to the previous hit of the search"), NULL, session_has_hits, previous_hit },
	{ "back",             "q h Left",   N_("Back to the list"), N_("back"), NULL, back },
};
// clang-format on

const struct action_table paper_view_action_table = {"paper", rows, ARRAY_LENGTH(rows)};

static const struct action_table *const tables[] = {&paper_view_action_table, &reader_actions_table,
						    NULL};

const struct view_ops paper_view_ops = {
    .title = N_("Paper"),
    .tables = tables,
    .start = start,
    .release = release,
    .draw = draw,
    .reloaded = reloaded,
    .left = left,
    .click = paper_foot_click,
};
