// SPDX-License-Identifier: GPL-3.0-or-later
// Every action there is: it can be given another key, is reached by its name after the colon in a view
// that has it, and stands in the help. The manual page and the translation are for the lints.
#include "shoroku/base/compiler.h"
#include "tap.h"
#include "tui/chosen.h"
#include "tui/command-line.h"
#include "tui/session.h"
#include "tui/theme.h"
#include "tui/views.h"

static const struct app app = {.today = 20355};

static const struct view_ops *const views[] = {
    &days_view_ops,    &papers_view_ops, &paper_view_ops, &calendar_view_ops,
    &year_view_ops,    &triage_view_ops, &stats_view_ops, &history_view_ops,
    &tags_view_ops,    &search_view_ops, &help_view_ops,  &raw_view_ops,
    &authors_view_ops, &author_view_ops, &jobs_view_ops,  &sources_view_ops,
};

static bool
is_bindable(const struct action_table *table, const struct action *action)
{
	const struct action_table *const alone[] = {table, NULL};
	struct keymap keymap;
	struct error err;
	size_t bad;
	bool bound;

	keymap_init(&keymap);
	bound = !keymap_bind(&keymap, table->name, "é", action->name, &bad, &err) &&
		keymap_find(&keymap, alone, 0xE9) == action;
	keymap_release(&keymap);
	return bound;
}

static bool
has_table(const struct view_ops *view, const struct action_table *wanted)
{
	bool found = false;

	for (const struct action_table *const *table = view->tables; *table; table++)
		found |= *table == wanted;
	for (const struct action_table *const *table = keymap_anywhere(); *table; table++)
		found |= *table == wanted;
	return found;
}

// An action of the same name that a view has before it hides it there, not everywhere.
static bool
is_reachable(struct session *session, const struct action_table *table, const struct action *action)
{
	bool found = false;

	for (size_t i = 0; i < ARRAY_LENGTH(views); i++) {
		struct error err;
		size_t failed_at;

		if (!has_table(views[i], table))
			continue;
		session->view = views[i];
		session->invoked = NULL;
		found |= !command_line_run(session, action->name, &failed_at, &err) &&
			 session->invoked == action;
	}
	session->invoked = NULL;
	return found;
}

static void
draw_help(struct session *session, struct strbuf *out)
{
	void *state = help_view_ops.start(session);
	struct canvas canvas;
	struct pane pane;

	canvas_init(&canvas);
	canvas_resize(&canvas, 400, 200);
	pane = canvas_whole(&canvas);
	help_view_ops.draw(session, state, &pane, true);
	for (int row = 0; row < canvas.rows; row++) {
		canvas_row_text(&canvas, row, out);
		strbuf_add_byte(out, '\n');
	}
	help_view_ops.release(state);
	canvas_release(&canvas);
}

static void
test_actions(struct session *session)
{
	struct strbuf help;

	strbuf_init(&help);
	draw_help(session, &help);
	for (const struct action_table *const *table = keymap_tables(); *table; table++) {
		int bindable = 0;
		int reachable = 0;
		int helped = 0;

		for (size_t i = 0; i < (*table)->count; i++) {
			const struct action *action = &(*table)->rows[i];

			bindable += is_bindable(*table, action);
			reachable += is_reachable(session, *table, action);
			helped += strstr(help.data, action->help) != NULL;
		}
		tap_is_int(bindable, (long long)(*table)->count, (*table)->name);
		tap_is_int(reachable, (long long)(*table)->count, "by their names");
		tap_is_int(helped, (long long)(*table)->count, "in the help");
	}
	strbuf_release(&help);
}

// What is typed wrong is pointed at.
static void
test_mistakes(struct session *session)
{
	static const struct {
		const char *line;
		size_t at;
	} rows[] = {
	    {"nonsense", 0},
	    {"by-day", 0},
	    {"set mouse maybe", 10},
	    {"color 題 red", 6},
	    {"rate 7", 5},
	    {"tag --many", 10},
	    {"tag + is:unread", 4},
	    {"tag +a is:unread date:2025-13", 22},
	    {"tag +a sharpness", 7},
	    {"read sharpness", 5},
	    {"read --off date:2025-13", 16},
	    {"fav is:nonsense", 7},
	    {"search date:2025-13", 12},
	    {"rename a", 8},
	    {"open date:2025-13", 10},
	    {"sort size", 5},
	    {"sort relevance", 5},
	};

	session->view = &papers_view_ops;
	for (size_t i = 0; i < ARRAY_LENGTH(rows); i++) {
		struct error err;
		size_t failed_at = 999;

		tap_ok(command_line_run(session, rows[i].line, &failed_at, &err) != 0, "refused");
		tap_is_int((long long)failed_at, (long long)rows[i].at, rows[i].line);
	}
	tap_ok(!session->invoked && !session->pending, "and nothing was done");
}

static void
test_chosen(void)
{
	int64_t ids[] = {100, 99, 98, 97, 96, 95};
	unsigned char flags[ARRAY_LENGTH(ids)] = {0};
	uint32_t by_id[] = {0, 1, 2, 3, 4, 5};
	struct paper_set papers = {.roster = {ids, flags, by_id, ARRAY_LENGTH(ids), ROSTER_BY_DATE},
				   .count = ARRAY_LENGTH(ids),
				   .generation = 1};
	struct paper_set fewer = {
	    .roster = {ids + 2, flags, by_id, 4, ROSTER_BY_DATE}, .count = 4, .generation = 2};
	struct chosen chosen = {0};

	chosen_toggle(&chosen, 99);
	chosen_range(&chosen, &papers, 3);
	tap_ok(chosen.ids.count == 3 && chosen_has(&chosen, 99) && chosen_has(&chosen, 97),
	       "a range from the one toggled last");
	chosen_range(&chosen, &papers, 0);
	tap_is_int((long long)chosen.ids.count, 4, "also upwards, and what was selected stays");
	chosen_toggle(&chosen, 98);
	tap_ok(!chosen_has(&chosen, 98) && chosen.ids.count == 3, "one less");
	chosen_invert(&chosen, &papers);
	tap_ok(chosen_has(&chosen, 98) && chosen_has(&chosen, 95) && chosen.ids.count == 3,
	       "the others");
	chosen_toggle(&chosen, 100);
	chosen_prune(&chosen, &fewer);
	tap_ok(!chosen_has(&chosen, 100) && chosen.ids.count == 3, "those that are gone go");
	chosen_clear(&chosen);
	tap_is_int((long long)chosen.ids.count, 0, "none");
	chosen_release(&chosen);
}

static void
test_tag_colors(void)
{
	char role[] = "tag:評価";
	char red[] = "red";
	char nothing[] = "tag:";
	char *good[] = {role, red};
	char *bad[] = {nothing, red};
	struct style_theme theme;
	struct error err;
	size_t wrong;

	style_theme_init(&theme);
	tap_ok(!style_theme_set(&theme, good, 2, &wrong, &err) &&
		   style_tag(&theme, "評価") != STYLE_TAG,
	       "a tag has its own colour");
	tap_ok(style_tag(&theme, "b") == STYLE_TAG, "others have that of tags");
	tap_ok(style_theme_set(&theme, bad, 2, &wrong, &err) && wrong == 0, "no name, no colour");
	for (size_t i = 0; theme_name(i); i++)
		tap_ok(!theme_use(theme_name(i), &theme, &err) &&
			   style_tag(&theme, "評価") != STYLE_TAG,
		       "the theme %s, under which a tag keeps its colour", theme_name(i));
	tap_is_int(theme.roles[STYLE_HEADING].foreground, STYLE_DEFAULT_COLOR,
		   "the last has no colour");
	tap_ok(theme_use("rainbow", &theme, &err) && err.kind == ERROR_USAGE, "no other theme");
	style_theme_release(&theme);
}

int
main(void)
{
	struct session session;

	session_init(&session, &app);
	test_actions(&session);
	test_mistakes(&session);
	test_chosen();
	test_tag_colors();
	session_release(&session);
	return tap_done();
}
