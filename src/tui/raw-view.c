// SPDX-License-Identifier: GPL-3.0-or-later
// The input a paper was read from, as it was: what a digest says of it beside what was made of that.
#include "tui/raw-view.h"

#include <stdlib.h>
#include <string.h>

#include "shoroku/archive/raw.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/text/clean.h"
#include "shoroku/text/encoding.h"
#include "tui/list.h"
#include "tui/session.h"
#include "tui/views.h"

struct raw_line {
	size_t start;
	size_t end;
};

struct raw_state {
	struct list list; // first: list actions move it
	struct strbuf text;
	VEC(struct raw_line) lines; // broken at the edge of the screen
	int columns;		    // that they are broken for
	size_t offset;		    // of the selected line when they were
};

enum { TEXT_COLUMN = 2, LINES_ABOVE = 1 };

// What cannot be decoded is shown as far as it is text.
static int
read_text(struct archive *archive, int64_t entry, struct strbuf *text, struct error *err)
{
	struct strbuf decoded;
	struct strbuf bytes;
	struct arena arena;
	struct error ignored;
	struct raw raw;
	int result;

	arena_init(&arena);
	strbuf_init(&bytes);
	strbuf_init(&decoded);
	result =
	    raw_of_entry(archive, &arena, entry, &raw, err) || raw_read(archive, &raw, &bytes, err);
	if (!result &&
	    encoding_decode(&decoded, raw.name, bytes.data, bytes.length, NULL, &ignored))
		strbuf_add(&decoded, bytes.data, bytes.length);
	if (!result)
		clean_append(text, decoded.data, decoded.length, CLEAN_TEXT);
	strbuf_release(&decoded);
	strbuf_release(&bytes);
	arena_release(&arena);
	return result ? -1 : 0;
}

// Where the paper stands in the text, as far as that can be told.
static size_t
find_paper(const struct strbuf *text, const struct paper *paper)
{
	const char *found = strstr(text->data, paper->title);

	if (!found && paper->title_original)
		found = strstr(text->data, paper->title_original);
	if (!found && paper->arxiv_id)
		found = strstr(text->data, paper->arxiv_id);
	return found ? (size_t)(found - text->data) : 0;
}

static void *
start(struct session *session)
{
	struct raw_state *state = memory_alloc(sizeof(*state));
	const struct entry *entry = &session->browser.open->entry;
	struct error err;

	strbuf_init(&state->text);
	if (read_text(session->browser.archive, entry->id, &state->text, &err))
		session_complain(session, &err);
	state->offset = find_paper(&state->text, &entry->paper);
	return state;
}

static void
release(void *item)
{
	struct raw_state *state = item;

	vec_release(&state->lines);
	strbuf_release(&state->text);
	free(state);
}

static void
break_line(struct raw_state *state, size_t start, size_t end, size_t cells,
	   enum width_ambiguous ambiguous)
{
	do {
		size_t used;
		size_t fits =
		    width_fit(state->text.data + start, end - start, cells, ambiguous, &used);

		// A glyph that is wider than the screen stands alone.
		if (!fits && start < end)
			fits = end - start;
		*vec_push(&state->lines) = (struct raw_line){start, start + fits};
		start += fits;
	} while (start < end);
}

// The line that holds the byte.
static size_t
line_at(const struct raw_state *state, size_t offset)
{
	size_t line = 0;

	while (line + 1 < state->lines.count && state->lines.items[line + 1].start <= offset)
		line++;
	return line;
}

// The selected line stays, wherever the edge of the screen is.
static void
lay_out(struct raw_state *state, const struct pane *pane)
{
	size_t cells = pane->columns > TEXT_COLUMN + 1 ? (size_t)(pane->columns - TEXT_COLUMN) : 1;
	bool first = !state->columns;

	if (state->columns == pane->columns)
		return;
	if (state->lines.count)
		state->offset = state->lines.items[state->list.selected].start;
	state->columns = pane->columns;
	vec_clear(&state->lines);
	for (size_t start = 0; start < state->text.length;) {
		size_t length = strcspn(state->text.data + start, "\n");

		break_line(state, start, start + length, cells, pane->canvas->ambiguous);
		start += length + 1;
	}
	state->list.count = state->lines.count;
	state->list.selected = line_at(state, state->offset);
	if (first)
		state->list.top =
		    state->list.selected > LINES_ABOVE ? state->list.selected - LINES_ABOVE : 0;
}

static int
draw_line(void *context, size_t index, const struct pane *pane, bool selected)
{
	const struct raw_state *state = context;
	const struct raw_line *line = &state->lines.items[index];

	if (!pane->rows)
		return 1;
	if (selected)
		canvas_put_string(pane, 0, 0, pane->canvas->glyphs->cursor, STYLE_CURSOR);
	canvas_put(pane, 0, TEXT_COLUMN, -1, state->text.data + line->start,
		   line->end - line->start, STYLE_NORMAL, false);
	return 1;
}

static void
draw(struct session *session, void *item, const struct pane *pane, bool focused)
{
	struct raw_state *state = item;

	(void)session;
	lay_out(state, pane);
	if (state->list.count)
		list_draw(&state->list, pane, focused, draw_line, state);
	else
		canvas_put_cut(pane, 0, TEXT_COLUMN, -1, _("There is nothing here."), STYLE_META,
			       false);
}

static unsigned
leave(struct session *session, void *item)
{
	(void)session;
	(void)item;
	return REACT_BACK;
}

unsigned
raw_view_open(struct session *session)
{
	int64_t entry = session->browser.open->entry.id;
	struct arena arena;
	struct error err;
	struct raw raw;
	int result;

	arena_init(&arena);
	result = raw_of_entry(session->browser.archive, &arena, entry, &raw, &err);
	arena_release(&arena);
	if (!result)
		return session_push(session, &raw_view_ops);
	session_complain(session, &err);
	return REACT_REDRAW;
}

// clang-format off
static const struct action rows[] = {
	{ "leave", "q Esc h Left \\", N_("Leave the raw page"), N_("leave"), NULL, leave },
};
// clang-format on

const struct action_table raw_view_action_table = {"raw", rows, ARRAY_LENGTH(rows)};

static const struct action_table *const tables[] = {&raw_view_action_table, &list_action_table,
						    NULL};

const struct view_ops raw_view_ops = {
    .title = N_("Raw page"),
    .tables = tables,
    .start = start,
    .release = release,
    .draw = draw,
};
