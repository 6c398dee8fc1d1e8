// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/sources-view.h"

#include <stdlib.h>
#include <string.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/work/sources.h"
#include "tui/list.h"
#include "tui/session.h"
#include "tui/views.h"

struct source_row {
	const char *name;
	const char *url;
	const char *help; // of a shipped one, marked with N_()
	bool configured;
	bool is_pattern;
};

struct sources_state {
	struct list list; // first: list actions move it
	struct sources sources;
	VEC(struct source_row) rows;
};

enum { MARK_COLUMN = 2, NAME_COLUMN = 4, HELP_COLUMN = 22, HEADING_ROWS = 3 };

static void
ignore(void *context, const char *sentence)
{
	(void)context;
	(void)sentence; // was told when the reader started
}

static bool
has_source(const struct session *session)
{
	struct sources sources;
	bool any;

	sources_init(&sources);
	sources_read(session->app, &sources, ignore, NULL);
	any = sources.count > 0;
	sources_release(&sources);
	return any;
}

bool
sources_view_is_wanted(const struct session *session)
{
	return !session_has_days(session) && !has_source(session);
}

unsigned
sources_view_fetch(struct session *session)
{
	if (!has_source(session))
		return session_push(session, &sources_view_ops);
	working_fetch(session, NULL);
	return REACT_REDRAW;
}

static bool
is_configured(const struct sources_state *state, const char *name)
{
	for (size_t i = 0; i < state->sources.count; i++) {
		if (!strcmp(state->sources.items[i].name, name))
			return true;
	}
	return false;
}

static void
load(struct session *session, struct sources_state *state)
{
	size_t count;
	const struct source_preset *presets = source_presets(&count);

	sources_release(&state->sources);
	sources_read(session->app, &state->sources, ignore, NULL);
	vec_clear(&state->rows);
	for (size_t i = 0; i < state->sources.count; i++) {
		const struct source *source = &state->sources.items[i];

		*vec_push(&state->rows) =
		    (struct source_row){source->name, source->url, NULL, true, false};
	}
	for (size_t i = 0; i < count; i++) {
		const struct source_preset *preset = &presets[i];

		if (!is_configured(state, preset->name))
			*vec_push(&state->rows) = (struct source_row){
			    preset->name, preset->url, preset->help, false, preset->is_pattern};
	}
	state->list.count = state->rows.count;
}

static void *
start(struct session *session)
{
	struct sources_state *state = memory_alloc(sizeof(*state));

	sources_init(&state->sources);
	load(session, state);
	return state;
}

static void
release(void *item)
{
	struct sources_state *state = item;

	sources_release(&state->sources);
	vec_release(&state->rows);
	free(state);
}

struct drawing {
	const struct sources_state *state;
	bool focused;
};

// Two rows where the sentence has no room beside the name.
static int
draw_row(void *context, size_t index, const struct pane *pane, bool selected)
{
	const struct drawing *drawing = context;
	const struct source_row *row = &drawing->state->rows.items[index];
	const struct glyphs *glyphs = pane->canvas->glyphs;
	const char *text = row->help ? _(row->help) : row->url;
	bool narrow = pane->columns < 2 * HELP_COLUMN + 16;

	if (!pane->rows)
		return narrow ? 2 : 1;
	if (selected)
		canvas_put_string(pane, 0, 0, glyphs->cursor,
				  drawing->focused ? STYLE_CURSOR : STYLE_META);
	if (row->configured)
		canvas_put_string(pane, 0, MARK_COLUMN, glyphs->day_read, STYLE_NORMAL);
	canvas_put_cut(pane, 0, NAME_COLUMN, narrow ? -1 : HELP_COLUMN - NAME_COLUMN - 1, row->name,
		       STYLE_TITLE, false);
	if (!narrow)
		canvas_put_cut(pane, 0, HELP_COLUMN, -1, text, STYLE_NORMAL, false);
	else if (pane->rows > 1)
		canvas_put_cut(pane, 1, NAME_COLUMN, -1, text, STYLE_META, false);
	return narrow ? 2 : 1;
}

static void
draw(struct session *session, void *item, const struct pane *pane, bool focused)
{
	struct sources_state *state = item;
	struct drawing drawing = {state, focused};
	int heading = pane->rows > HEADING_ROWS + 2 ? HEADING_ROWS : 0;
	struct pane rows = canvas_part(pane, heading, 0, pane->rows - heading, pane->columns);

	if (heading && !session_has_days(session)) {
		canvas_put_cut(pane, 0, MARK_COLUMN, -1, _("Where shall papers come from?"),
			       STYLE_HEADING, false);
		canvas_put_cut(pane, 1, MARK_COLUMN, -1,
			       _("Enter takes a source and fetches its latest days."), STYLE_META,
			       false);
	} else if (heading) {
		canvas_put_cut(pane, 0, MARK_COLUMN, -1, _("Where papers come from"), STYLE_HEADING,
			       false);
		canvas_put_cut(pane, 1, MARK_COLUMN, -1,
			       _("Enter fetches a source, and takes one that is shipped."),
			       STYLE_META, false);
	}
	list_draw(&state->list, &rows, focused, draw_row, &drawing);
}

// Writes the preset into the configuration and fetches it.
static int
take(struct session *session, const char *name, struct error *err)
{
	char *words[] = {memory_strdup(name)};
	struct arena arena;
	int result;

	arena_init(&arena);
	result = sources_add(session->app, words, 1, &arena, NULL, err);
	arena_release(&arena);
	free(words[0]);
	if (!result)
		working_fetch(session, name);
	return result;
}

static unsigned
accept_category(struct session *session, const char *text, bool *failed, size_t *failed_at)
{
	struct strbuf name;
	struct error err;

	strbuf_init(&name);
	strbuf_addf(&name, "arxiv:%s", text + strspn(text, " "));
	while (name.length && name.data[name.length - 1] == ' ')
		strbuf_truncate(&name, name.length - 1);
	*failed_at = 0;
	*failed = take(session, name.data, &err) != 0;
	if (*failed)
		session_complain(session, &err);
	strbuf_release(&name);
	return *failed ? REACT_REDRAW : REACT_PAPERS;
}

static const struct prompt_kind category_prompt = {.label = N_("arXiv category, as cs.CL:"),
						   .accept = accept_category};

static unsigned
choose(struct session *session, void *item)
{
	struct sources_state *state = item;
	const struct source_row *row = &state->rows.items[state->list.selected];
	struct error err;

	if (row->configured) {
		working_fetch(session, row->name);
	} else if (row->is_pattern) {
		prompt_open(&session->prompt, &category_prompt);
		return REACT_REDRAW;
	} else if (take(session, row->name, &err)) {
		session_complain(session, &err);
		return REACT_REDRAW;
	}
	return REACT_PAPERS;
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
	{ "choose", "Enter l Right", N_("Take the source and fetch it"), NC_("hint", "take and fetch"), NULL, choose },
	{ "leave",  "q Esc h Left",  N_("Leave the sources"), N_("leave"), NULL, leave },
};
// clang-format on

const struct action_table sources_view_action_table = {"sources", rows, ARRAY_LENGTH(rows)};

static const struct action_table *const tables[] = {&sources_view_action_table, &list_action_table,
						    NULL};

const struct view_ops sources_view_ops = {
    .title = N_("Sources"),
    .tables = tables,
    .start = start,
    .release = release,
    .draw = draw,
};
