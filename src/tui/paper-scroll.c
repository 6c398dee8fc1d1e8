// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/paper-scroll.h"

#include "tui/paper-foot.h"

static size_t
top_of_last(const struct paper_state *state, size_t lines)
{
	size_t page = state->page > 0 ? (size_t)state->page : 0;

	return lines > page ? lines - page : 0;
}

size_t
paper_scroll_last_top(const struct paper_state *state)
{
	return top_of_last(state, state->document.lines.count);
}

size_t
paper_scroll_text_top(const struct paper_state *state)
{
	return top_of_last(state, state->document.text_lines);
}

bool
paper_scroll_shows_end(const struct paper_state *state)
{
	size_t end = state->document.text_lines;

	return state->top < end && state->top + (size_t)state->page >= end;
}

void
paper_scroll_to(struct paper_state *state, size_t line)
{
	size_t last = paper_scroll_last_top(state);

	state->top = line < last ? line : last;
	state->anchor = document_place_of(&state->document, state->top);
}

static unsigned
go_to(struct session *session, struct paper_state *state, size_t line)
{
	paper_scroll_to(state, line);
	paper_foot_let_go(session, state);
	return REACT_REDRAW;
}

static unsigned
scroll_by(struct session *session, struct paper_state *state, long by)
{
	size_t up = by < 0 ? (size_t)-by : 0;

	if (up > state->top)
		return go_to(session, state, 0);
	return go_to(session, state, by < 0 ? state->top - up : state->top + (size_t)by);
}

unsigned
paper_scroll_line(struct session *session, void *item)
{
	return scroll_by(session, item, 1);
}

unsigned
paper_scroll_down(struct session *session, void *item)
{
	return paper_foot_step(session, item, 1) ? REACT_REDRAW : scroll_by(session, item, 1);
}

unsigned
paper_scroll_up(struct session *session, void *item)
{
	return paper_foot_step(session, item, -1) ? REACT_REDRAW : scroll_by(session, item, -1);
}

unsigned
paper_scroll_half_down(struct session *session, void *item)
{
	return scroll_by(session, item, ((struct paper_state *)item)->page / 2);
}

unsigned
paper_scroll_half_up(struct session *session, void *item)
{
	return scroll_by(session, item, -(((struct paper_state *)item)->page / 2));
}

// A page keeps one line of the former one.
unsigned
paper_scroll_page_down(struct session *session, void *item)
{
	return scroll_by(session, item, ((struct paper_state *)item)->page - 1);
}

unsigned
paper_scroll_page_up(struct session *session, void *item)
{
	return scroll_by(session, item, 1 - ((struct paper_state *)item)->page);
}

unsigned
paper_scroll_first(struct session *session, void *item)
{
	return go_to(session, item, 0);
}

// Whether the foot is there yet makes no difference to where one goes first.
unsigned
paper_scroll_last(struct session *session, void *item)
{
	struct paper_state *state = item;
	size_t text = paper_scroll_text_top(state);

	return go_to(session, state, state->top < text ? text : SIZE_MAX);
}

unsigned
paper_scroll_next_section(struct session *session, void *item)
{
	struct paper_state *state = item;

	return go_to(session, state, document_section(&state->document, state->top, 1));
}

unsigned
paper_scroll_previous_section(struct session *session, void *item)
{
	struct paper_state *state = item;

	return go_to(session, state, document_section(&state->document, state->top, -1));
}
