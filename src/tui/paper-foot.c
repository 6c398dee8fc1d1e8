// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/paper-foot.h"

#include "shoroku/base/i18n.h"
#include "tui/paper-scroll.h"
#include "tui/paper-view.h"

enum { MARK_COLUMN = 2, NOTE_COLUMN = 3 };

// What is not there any more is not chosen.
static void
choose_again(struct related *related, const struct document *document)
{
	if (document_foot_find(document, related->resumed)) {
		related->chosen = related->resumed;
		related->resumed = 0;
	}
	if (!document_foot_find(document, related->chosen))
		related->chosen = 0;
}

void
paper_foot_add(struct session *session, struct paper_state *state)
{
	const struct load_entry *open = session->browser.open;
	const struct relater_event *related = related_fresh(session, open->entry.id);
	struct error err;

	if (related &&
	    document_foot_add(&state->document, session->wrap, open, &state->layout, related, &err))
		session_complain(session, &err);
	choose_again(&session->related, &state->document);
}

void
paper_foot_want(struct session *session, const struct paper_state *state)
{
	if (state->top + 2 * (size_t)state->page >= state->document.text_lines)
		related_want(session, state->paper);
}

// --- going there

// Its first heading at the top of the screen, where there is so much below it, and the first paper chosen.
static void
go(struct session *session, struct paper_state *state)
{
	struct document *document = &state->document;

	session->related.going = 0;
	if (!document->items.count) {
		session_say(session, _("no related papers are known"));
		return;
	}
	paper_scroll_to(state, document->text_lines + 1); // but for the blank line
	session->related.chosen = document->items.items[0].entry;
	paper_foot_follow(session, state);
}

void
paper_foot_arrive(struct session *session, struct paper_state *state)
{
	struct related *related = &session->related;

	if (!related->going)
		return;
	if (related->going != state->paper)
		related->going = 0; // one has gone on meanwhile
	if (!related->going || !related_of(session, state->paper))
		return;
	session->message.text[0] = '\0';
	go(session, state);
}

unsigned
paper_foot_go(struct session *session, void *item)
{
	struct paper_state *state = item;

	if (related_of(session, state->paper)) {
		go(session, state);
		return REACT_REDRAW;
	}
	related_want(session, state->paper);
	session->related.going = state->paper;
	session_say(session, _("looking for related papers…"));
	return REACT_REDRAW;
}

// --- choosing

static const struct document_item *
chosen_item(const struct session *session, const struct paper_state *state)
{
	return document_foot_find(&state->document, session->related.chosen);
}

// The line after the last one on the screen.
static size_t
bottom(const struct paper_state *state)
{
	return state->top + (size_t)(state->page > 0 ? state->page : 0);
}

void
paper_foot_let_go(struct session *session, const struct paper_state *state)
{
	const struct document_item *item = chosen_item(session, state);

	if (!item || item->line < state->top || item->line >= bottom(state))
		session->related.chosen = 0;
}

void
paper_foot_follow(const struct session *session, struct paper_state *state)
{
	const struct document_item *item = chosen_item(session, state);

	if (!item)
		return;
	if (item->end > bottom(state))
		paper_scroll_to(state, item->end - (size_t)state->page);
	if (item->line < state->top)
		paper_scroll_to(state, item->line);
}

// The first one on the screen, when there is nothing left to scroll.
static const struct document_item *
first_seen(const struct paper_state *state)
{
	const struct document *document = &state->document;

	if (state->top < paper_scroll_last_top(state))
		return NULL;
	for (size_t i = 0; i < document->items.count; i++) {
		if (document->items.items[i].line >= state->top)
			return &document->items.items[i];
	}
	return NULL;
}

bool
paper_foot_step(struct session *session, struct paper_state *state, int direction)
{
	const struct document *document = &state->document;
	const struct document_item *item = chosen_item(session, state);
	const struct document_item *next = NULL;

	if (!item && direction > 0)
		next = first_seen(state);
	else if (item && direction > 0 && item + 1 < document->items.items + document->items.count)
		next = item + 1;
	else if (item && direction < 0 && item > document->items.items)
		next = item - 1;
	if (!next && direction < 0)
		session->related.chosen = 0;
	if (!next)
		return false;
	session->related.chosen = next->entry;
	paper_foot_follow(session, state);
	return true;
}

bool
paper_foot_has_chosen(const struct session *session)
{
	return session->related.chosen != 0;
}

// --- opening

unsigned
paper_foot_open(struct session *session, void *item)
{
	struct paper_state *state = item;

	trail_follow(session, state->anchor, session->related.chosen);
	return REACT_REDRAW;
}

unsigned
paper_foot_click(struct session *session, void *item, int row, int column)
{
	struct paper_state *state = item;
	size_t line = state->top + (size_t)row;

	(void)column;
	for (size_t i = 0; i < state->document.items.count; i++) {
		const struct document_item *clicked = &state->document.items.items[i];

		if (line < clicked->line || line >= clicked->end)
			continue;
		if (clicked->entry == session->related.chosen)
			return paper_foot_open(session, item);
		session->related.chosen = clicked->entry;
		paper_foot_follow(session, state);
		return REACT_REDRAW;
	}
	return REACT_NOTHING;
}

bool
paper_foot_return(struct session *session, struct paper_state *state)
{
	struct trail_step step;

	if (!trail_return(session, &step))
		return false;
	if (session->browser.open)
		paper_view_set_top(state, session->browser.open->entry.id, step.top);
	session->related.resumed = step.item;
	return true;
}

// --- drawing

static void
draw_signs(const struct document_item *item, const struct pane *pane, int row, int margin,
	   bool has_cursor, int indent)
{
	const struct glyphs *glyphs = pane->canvas->glyphs;

	if (has_cursor && indent)
		canvas_put_string(pane, row, margin, glyphs->cursor, STYLE_CURSOR);
	if (indent <= NOTE_COLUMN)
		return;
	if (item->favourite)
		canvas_put_string(pane, row, margin + MARK_COLUMN, glyphs->favourite,
				  STYLE_FAVOURITE);
	else if (!item->read)
		canvas_put_string(pane, row, margin + MARK_COLUMN, glyphs->unread, STYLE_UNREAD);
	if (item->warned)
		canvas_put_string(pane, row, margin + NOTE_COLUMN, glyphs->warning, STYLE_WARNING);
	else if (item->noted)
		canvas_put_string(pane, row, margin + NOTE_COLUMN, glyphs->note, STYLE_META);
}

void
paper_foot_draw(const struct session *session, const struct paper_state *state,
		const struct pane *pane, int row, int margin, size_t line, bool focused)
{
	const struct document_line *drawn = &state->document.lines.items[line];
	const struct document_item *item = document_foot_at(&state->document, line);
	bool has_cursor = focused && item && item->entry == session->related.chosen;

	if (item)
		draw_signs(item, pane, row, margin, has_cursor, drawn->indent);
	canvas_put(pane, row, margin + drawn->indent, state->layout.columns - drawn->indent,
		   drawn->text, drawn->length, drawn->role, drawn->unread);
	if (has_cursor)
		canvas_set_cursor(pane, row, margin);
}
