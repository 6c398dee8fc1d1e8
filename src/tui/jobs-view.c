// SPDX-License-Identifier: GPL-3.0-or-later
// What goes on in the background: each job, how far it is, what came and what went wrong. New lines come
// below, so that nothing moves under the cursor.
#include <stdlib.h>
#include <string.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "tui/list.h"
#include "tui/session.h"
#include "tui/sources-view.h"
#include "tui/views.h"

struct jobs_state {
	struct list list; // first: list actions move it
};

// A row is a job's heading or one of its lines.
struct row {
	const struct working_job *job;
	const struct working_line *line; // NULL: the heading
};

enum { NAME_COLUMN = 2, LINE_COLUMN = 4, BAR_CELLS = 20 };

static size_t
count_rows(const struct working *working)
{
	size_t count = 0;

	for (size_t i = 0; i < working->list.count; i++)
		count += 1 + working->list.items[i].lines.count;
	return count;
}

static struct row
row_at(const struct working *working, size_t index)
{
	for (size_t i = 0; i < working->list.count; i++) {
		const struct working_job *job = &working->list.items[i];

		if (!index)
			return (struct row){job, NULL};
		if (index <= job->lines.count)
			return (struct row){job, &job->lines.items[index - 1]};
		index -= 1 + job->lines.count;
	}
	BUG("row %zu of the jobs", index);
}

// The heading of the job that runs, else of the latest.
static void *
start(struct session *session)
{
	const struct working *working = &session->working;
	const struct working_job *current = working_current(working);
	struct jobs_state *state = memory_alloc(sizeof(*state));
	size_t row = 0;

	for (size_t i = 0; i < working->list.count; i++) {
		const struct working_job *job = &working->list.items[i];

		if (job == current || (!current && i + 1 == working->list.count))
			state->list.selected = row;
		row += 1 + job->lines.count;
	}
	return state;
}

struct drawing {
	const struct session *session;
	bool focused;
};

static void
add_outcome(const struct working_job *job, struct strbuf *out)
{
	switch (job->phase) {
	case JOBS_RUNNING:
	case JOBS_NEWS:
		break;
	case JOBS_DONE:
		strbuf_add_string(out, _("done"));
		break;
	case JOBS_FAILED:
		strbuf_add_string(out, _("failed"));
		break;
	case JOBS_CANCELLED:
		strbuf_add_string(out, _("stopped"));
		break;
	}
	if (job->text && *job->text)
		strbuf_addf(out, ": %s", job->text);
}

static void
draw_heading(const struct drawing *drawing, const struct working_job *job, const struct pane *pane)
{
	bool ascii = session_ambiguous(drawing->session) == WIDTH_WIDE;
	enum style_role role = job->phase == JOBS_FAILED ? STYLE_ERROR : STYLE_META;
	struct strbuf text;
	int column;

	strbuf_init(&text);
	working_name(job, &text);
	column = canvas_put_cut(pane, 0, NAME_COLUMN, -1, text.data, STYLE_HEADING, false) + 2;
	strbuf_clear(&text);
	if (job->phase == JOBS_RUNNING)
		working_progress(job, pane->columns >= 60 ? BAR_CELLS : 0, ascii, &text);
	else
		add_outcome(job, &text);
	if (column < pane->columns)
		canvas_put_cut(pane, 0, column, -1, text.data, role, false);
	strbuf_release(&text);
}

static int
draw_row(void *context, size_t index, const struct pane *pane, bool selected)
{
	const struct drawing *drawing = context;
	const struct glyphs *glyphs = pane->canvas->glyphs;
	struct row row;

	if (!pane->rows)
		return 1;
	row = row_at(&drawing->session->working, index);
	if (selected)
		canvas_put_string(pane, 0, 0, glyphs->cursor,
				  drawing->focused ? STYLE_CURSOR : STYLE_META);
	if (!row.line) {
		draw_heading(drawing, row.job, pane);
		return 1;
	}
	if (row.line->bad)
		canvas_put_string(pane, 0, NAME_COLUMN, glyphs->day_failed, STYLE_ERROR);
	canvas_put_cut(pane, 0, LINE_COLUMN, -1, row.line->text,
		       row.line->bad ? STYLE_ERROR : STYLE_NORMAL, false);
	return 1;
}

static void
draw(struct session *session, void *item, const struct pane *pane, bool focused)
{
	struct jobs_state *state = item;
	struct drawing drawing = {session, focused};

	state->list.count = count_rows(&session->working);
	if (!state->list.count) {
		canvas_put_cut(pane, 1, NAME_COLUMN, -1,
			       _("Nothing was done in the background yet; R fetches."), STYLE_META,
			       false);
		return;
	}
	list_draw(&state->list, pane, focused, draw_row, &drawing);
}

static bool
has_running(const struct session *session)
{
	return working_is_busy(session);
}

static unsigned
stop(struct session *session, void *item)
{
	const struct jobs_state *state = item;
	const struct working *working = &session->working;

	if (state->list.selected < count_rows(working))
		working_stop(session, row_at(working, state->list.selected).job->id);
	return REACT_REDRAW;
}

static unsigned
fetch(struct session *session, void *item)
{
	(void)item;
	return sources_view_fetch(session);
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
	{ "stop",  "x", N_("Stop the job the cursor is on; what came whole is kept"), N_("stop"), has_running, stop },
	{ "fetch", "R", N_("Fetch what is new from all sources"), N_("fetch"), NULL, fetch },
	{ "leave", "q Esc h Left B", N_("Leave the jobs"), N_("leave"), NULL, leave },
};
// clang-format on

const struct action_table jobs_view_action_table = {"jobs", rows, ARRAY_LENGTH(rows)};

static const struct action_table *const tables[] = {&jobs_view_action_table, &list_action_table,
						    NULL};

const struct view_ops jobs_view_ops = {
    .title = N_("Jobs"),
    .tables = tables,
    .start = start,
    .release = free,
    .draw = draw,
};

// --- what can be done from anywhere

static unsigned
stop_all(struct session *session, void *item)
{
	(void)item;
	working_stop(session, 0);
	return REACT_REDRAW;
}

static unsigned
jobs(struct session *session, void *item)
{
	(void)item;
	return session_push(session, &jobs_view_ops);
}

// clang-format off
static const struct action background_rows[] = {
	{ "jobs", "B",  N_("Show what goes on in the background"), NULL, NULL, jobs },
	{ "stop", "^C", N_("Stop what goes on in the background"), NULL, has_running, stop_all },
};
// clang-format on

const struct action_table background_action_table = {"background", background_rows,
						     ARRAY_LENGTH(background_rows)};
