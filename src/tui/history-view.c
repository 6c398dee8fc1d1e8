// SPDX-License-Identifier: GPL-3.0-or-later
// What was done to marks on this device, newest first; Enter takes them back to what they were then.
#include "shoroku/archive/history.h"

#include <stdlib.h>
#include <string.h>

#include "shoroku/base/clock.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/work/history-text.h"
#include "tui/marking.h"
#include "tui/marks-list.h"
#include "tui/session.h"
#include "tui/views.h"

enum { STEPS_MOST = 2000, TIME_COLUMN = 3, TEXT_COLUMN = 21, NARROW = 60 };

struct history_state {
	struct marks_list marks;
	struct history history;
};

static const struct history_step *
step_at(const struct history_state *state, size_t index)
{
	return index < state->history.count ? &state->history.items[index] : NULL;
}

// The last row is the time before any of the steps, unless there are more of them than are listed.
static bool
has_beginning(const struct history_state *state)
{
	return state->history.count > 0 && state->history.count < STEPS_MOST;
}

// The cursor stays on its step; from the newest one on it shows what is done meanwhile.
static void
load(struct session *session, struct history_state *state)
{
	const struct history_step *selected = step_at(state, state->marks.list.selected);
	int64_t step = selected && state->marks.list.selected ? selected->step : 0;
	struct error err;

	marks_list_begin(&state->marks, session);
	if (history_load(session->browser.archive, &state->marks.arena, INT64_MAX, STEPS_MOST,
			 &state->history, &err)) {
		session_complain(session, &err);
		state->history = (struct history){0};
	}
	state->marks.list.count = state->history.count + has_beginning(state);
	for (size_t i = 0; step && i < state->history.count; i++) {
		if (state->history.items[i].step == step)
			state->marks.list.selected = i;
	}
}

static void *
start(struct session *session)
{
	struct history_state *state = marks_list_new(sizeof(*state));

	load(session, state);
	return state;
}

static void
draw_text(const struct pane *pane, int column, const struct history_step *step)
{
	const char *note = history_text_note(step);
	int cells = note ? canvas_cells_of(pane->canvas, note) : 0;
	int end = pane->columns - 1;
	struct strbuf text;

	if (note && column + cells + 12 < end) {
		canvas_put_string(pane, 0, end - cells, note, STYLE_META);
		end -= cells + 1;
	}
	strbuf_init(&text);
	history_text_append(&text, step);
	canvas_put_cut(pane, 0, column, end - column, text.data,
		       strcmp(step->state, "undone") ? STYLE_NORMAL : STYLE_META, false);
	strbuf_release(&text);
}

static int
draw_step(void *context, size_t index, const struct pane *pane, bool selected)
{
	const struct history_step *step = step_at(context, index);
	bool narrow = pane->columns < NARROW;
	char time[CLOCK_TEXT_SIZE];

	if (!pane->rows)
		return 1;
	if (selected)
		canvas_put_string(pane, 0, 1, pane->canvas->glyphs->cursor, STYLE_CURSOR);
	if (!step) {
		canvas_put_cut(pane, 0, TIME_COLUMN, -1, _("before everything"), STYLE_META, false);
		return 1;
	}
	clock_format_local(step->made_at, time);
	// Where there is little room the month, the day and the time are enough.
	canvas_put_string(pane, 0, TIME_COLUMN, narrow ? time + 5 : time, STYLE_META);
	draw_text(pane, narrow ? TEXT_COLUMN - 5 : TEXT_COLUMN, step);
	return 1;
}

static void
draw(struct session *session, void *item, const struct pane *pane, bool focused)
{
	struct history_state *state = item;

	if (marks_list_is_old(&state->marks, session))
		load(session, state);
	if (!state->marks.list.count)
		canvas_put_cut(pane, 1, 2, -1,
			       _("Nothing was marked yet; f marks a favourite, t gives tags."),
			       STYLE_META, false);
	else
		list_draw(&state->marks.list, pane, focused, draw_step, state);
}

static unsigned
restore(struct session *session, void *item)
{
	struct history_state *state = item;
	const struct history_step *step = step_at(state, state->marks.list.selected);

	if (!state->marks.list.count)
		return REACT_NOTHING;
	marking_restore(session, step ? step->step : 0);
	state->marks.list.selected = 0;
	return REACT_REDRAW;
}

// clang-format off
static const struct action rows[] = {
	{ "restore", "Enter",        N_("Take all marks back to what they were after this step"), N_("go back to here"), NULL, restore },
	{ "undo",    "u",            N_("Take back the last change of marks"), N_("undo"), NULL, marks_list_undo },
	{ "redo",    "^R",           N_("Do what was undone again"), N_("redo"), NULL, marks_list_redo },
	{ "leave",   "q Esc h Left", N_("Leave the history"), N_("leave"), NULL, marks_list_leave },
};
// clang-format on

const struct action_table history_view_action_table = {"history", rows, ARRAY_LENGTH(rows)};

static const struct action_table *const tables[] = {&history_view_action_table, &list_action_table,
						    NULL};

const struct view_ops history_view_ops = {
    .title = N_("History"),
    .tables = tables,
    .start = start,
    .release = marks_list_free,
    .draw = draw,
};
