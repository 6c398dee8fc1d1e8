// SPDX-License-Identifier: GPL-3.0-or-later
// Deciding about the unread papers of the list, one card after the other, each with one key.
#include <stdlib.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "tui/document.h"
#include "tui/marking.h"
#include "tui/reader-prompts.h"
#include "tui/session.h"
#include "tui/views.h"

enum { BAR_MOST = 40, LEAST_MARGIN = 2, HEAD_ROWS = 2 };

struct triage_state {
	VEC(int64_t) cards; // entries, in the order of the list
	size_t card;	    // the one shown; their number when all are decided
	size_t steps;	    // session->steps when it came up: what was marked on it since
	size_t top;	    // the first line of the card that is shown
	size_t lines;	    // that the card has
	int page;
};

static const int64_t *
card_shown(const struct triage_state *state)
{
	return state->card < state->cards.count ? &state->cards.items[state->card] : NULL;
}

static bool
card_is_open(const struct session *session, const struct triage_state *state)
{
	const struct load_entry *open = session->browser.open;
	const int64_t *id = card_shown(state);

	return id && open && open->entry.id == *id;
}

static void
drop_card(struct triage_state *state)
{
	state->cards.count--;
	for (size_t i = state->card; i < state->cards.count; i++)
		state->cards.items[i] = state->cards.items[i + 1];
}

// Makes the card's paper the open one, wherever it stands in the list by now. Cards of papers that are no
// longer in it are gone: there would be nothing to decide about.
static void
choose_card(struct session *session, struct triage_state *state)
{
	const struct paper_set *papers = &session->browser.papers;
	const int64_t *id;
	struct error err;

	state->top = 0;
	state->steps = session->steps;
	while ((id = card_shown(state))) {
		size_t place = paper_set_find(papers, *id);

		if (place < papers->count) {
			if (browser_select_paper(&session->browser, place, &err))
				session_complain(session, &err);
			return;
		}
		drop_card(state);
	}
}

static void *
start(struct session *session)
{
	struct triage_state *state = memory_alloc(sizeof(*state));
	const struct paper_set *papers = &session->browser.papers;

	marking_leave_paper(session);
	for (size_t i = 0; i < papers->count; i++) {
		if (!paper_set_has(papers, i, ROSTER_READ))
			*vec_push(&state->cards) = paper_set_id(papers, i);
	}
	choose_card(session, state);
	return state;
}

static void
release(void *item)
{
	struct triage_state *state = item;

	vec_release(&state->cards);
	free(state);
}

// A sign for each decided and each waiting card, or for as many as fit of the whole.
static void
draw_bar(const struct triage_state *state, const struct pane *pane, int margin)
{
	const struct glyphs *glyphs = pane->canvas->glyphs;
	size_t room = pane->columns > 24 ? (size_t)(pane->columns - 16) : 8;
	size_t most = room < BAR_MOST ? room : BAR_MOST;
	size_t cells = state->cards.count < most ? state->cards.count : most;
	size_t done = cells ? cells * state->card / state->cards.count : 0;
	struct strbuf text;
	int column = margin;

	for (size_t i = 0; i < cells; i++)
		column = canvas_put_string(pane, 0, column,
					   i < done ? glyphs->day_read : glyphs->day_unread,
					   i < done ? STYLE_META : STYLE_CURSOR);
	strbuf_init(&text);
	strbuf_addf(&text, _("%zu left"), state->cards.count - state->card);
	canvas_put_cut(pane, 0, column + 1, -1, text.data, STYLE_META, false);
	strbuf_release(&text);
}

static void
draw_lines(struct triage_state *state, const struct document *document, const struct pane *pane,
	   int margin, int columns)
{
	size_t last = document->lines.count > (size_t)pane->rows
			  ? document->lines.count - (size_t)pane->rows
			  : 0;

	state->lines = document->lines.count;
	state->page = pane->rows;
	if (state->top > last)
		state->top = last;
	for (int row = 0; row < pane->rows && state->top + (size_t)row < state->lines; row++) {
		const struct document_line *line = &document->lines.items[state->top + (size_t)row];
		int column =
		    canvas_put(pane, row, margin, -1, line->text, line->length, line->role, false);

		document_put_right(line, pane, row, margin, columns, column);
	}
	canvas_set_cursor(pane, 0, margin);
}

static void
draw_card(struct session *session, struct triage_state *state, const struct pane *pane, int margin,
	  int columns)
{
	struct document_layout layout = {
	    .columns = columns,
	    .depth = document_depth_from(session->browser.open, DOCUMENT_SHORT),
	    .all_authors = session->all_authors,
	    .ambiguous = session_ambiguous(session),
	};
	struct document document;
	struct error err;

	document_init(&document);
	if (document_build(&document, session->wrap, session->browser.open, &layout, &err))
		session_complain(session, &err);
	else
		draw_lines(state, &document, pane, margin, columns);
	document_release(&document);
}

static void
draw(struct session *session, void *item, const struct pane *pane, bool focused)
{
	struct triage_state *state = item;
	int most = settings_get(&session->settings, SESSION_COLUMN_WIDTH);
	int room =
	    pane->columns - 2 * LEAST_MARGIN < 8 ? pane->columns : pane->columns - 2 * LEAST_MARGIN;
	int columns = room < most ? room : most;
	int margin = (pane->columns - columns) / 2;
	struct pane card = canvas_part(pane, HEAD_ROWS, 0, pane->rows - HEAD_ROWS, pane->columns);

	(void)focused;
	if (card_shown(state) && !card_is_open(session, state))
		choose_card(session, state); // the list has changed
	draw_bar(state, pane, margin);
	if (!card_is_open(session, state)) {
		canvas_put_cut(&card, 0, margin, -1,
			       _("All are decided. u takes the last decision back, q leaves."),
			       STYLE_NORMAL, false);
		canvas_set_cursor(&card, 0, margin);
	} else if (card.rows > 0) {
		draw_card(session, state, &card, margin, columns);
	}
}

static void
status(const struct session *session, struct strbuf *out)
{
	const struct browser_day *day = browser_current_day(&session->browser);
	char date[DATE_TEXT_SIZE];

	if (session->browser.search) {
		strbuf_addf(out, "   %s", session->browser.search);
	} else if (day) {
		date_format(day->date, date);
		strbuf_addf(out, "   %s", date);
	}
}

// What is decided is dealt with: the paper is read too, in the same step.
static unsigned
decide(struct session *session, struct triage_state *state, const char *field)
{
	if (card_is_open(session, state)) {
		marking_decide(session, field);
		state->card++;
	}
	choose_card(session, state);
	return REACT_REDRAW;
}

static unsigned
favourite(struct session *session, void *item)
{
	return decide(session, item, "favourite");
}

static unsigned
later(struct session *session, void *item)
{
	return decide(session, item, "tag:toread");
}

static unsigned
skip(struct session *session, void *item)
{
	return decide(session, item, NULL);
}

static unsigned
tag(struct session *session, void *item)
{
	if (card_shown(item))
		prompt_open(&session->prompt, &reader_prompts_tag);
	return REACT_REDRAW;
}

static unsigned
undo(struct session *session, void *item)
{
	struct triage_state *state = item;

	if (session->steps > state->steps) { // tags given to the card itself
		state->steps++;
		marking_undo(session);
	} else if (state->card) {
		marking_undo(session);
		state->card--;
		choose_card(session, state);
	} else {
		session_say(session, _("nothing is decided yet"));
	}
	return REACT_REDRAW;
}

static unsigned
scroll(struct triage_state *state, int by)
{
	size_t page = state->page > 0 ? (size_t)state->page : 0;

	if (by < 0 && state->top)
		state->top--;
	else if (by > 0 && state->top + page < state->lines)
		state->top++;
	return REACT_REDRAW;
}

static unsigned
down(struct session *session, void *item)
{
	(void)session;
	return scroll(item, 1);
}

static unsigned
up(struct session *session, void *item)
{
	(void)session;
	return scroll(item, -1);
}

static unsigned
read_it(struct session *session, void *item)
{
	(void)session;
	return card_shown(item) ? REACT_PAPER : REACT_NOTHING;
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
	{ "favourite", "f",       N_("A favourite; on to the next card"), N_("favourite"), NULL, favourite },
	{ "later",     "l",       N_("For later, with the tag toread; on to the next card"), N_("later"), NULL, later },
	{ "skip",      "s Space", N_("Skip; on to the next card"), N_("skip"), NULL, skip },
	{ "tag",       "t",       N_("Give tags and stay on the card"), N_("tag"), NULL, tag },
	{ "undo",      "u",       N_("Take the last decision back"), N_("undo"), NULL, undo },
	{ "down",      "j Down",  N_("Scroll the card down"), NULL, NULL, down },
	{ "up",        "k Up",    N_("Scroll the card up"), NULL, NULL, up },
	{ "open",      "Enter",   N_("Read the paper"), N_("read"), NULL, read_it },
	{ "leave",     "q Esc T", N_("Leave the cards"), N_("leave"), NULL, leave },
};
// clang-format on

const struct action_table triage_view_action_table = {"triage", rows, ARRAY_LENGTH(rows)};

static const struct action_table *const tables[] = {&triage_view_action_table, NULL};

const struct view_ops triage_view_ops = {
    .title = N_("Triage"),
    .tables = tables,
    .start = start,
    .release = release,
    .draw = draw,
    .status = status,
};
