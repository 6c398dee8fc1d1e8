// SPDX-License-Identifier: GPL-3.0-or-later
// undo and redo: one subject, two directions.
#include "shoroku/base/i18n.h"
#include "shoroku/commands/common.h"

#include "mark.h"

typedef int step_function(struct archive *archive, struct arena *arena,
			  struct journal_report *report, struct error *err);

static void
say(const struct journal_report *report, bool redo)
{
	unsigned long changed = (unsigned long)report->changed;

	command_common_printf(
	    stdout,
	    redo ? ngettext("%lu change done again\n", "%lu changes done again\n", changed)
		 : ngettext("%lu change undone\n", "%lu changes undone\n", changed),
	    changed);
	command_mark_say_left(report->left);
}

static int
run(const struct app *app, step_function *step, bool redo)
{
	struct journal_report report = {0};
	struct arena arena;
	struct error err;
	struct archive *archive = command_mark_open(app, &err);
	int code = 0;

	if (!archive)
		return command_common_fail(&err);
	arena_init(&arena);
	if (step(archive, &arena, &report, &err))
		code = command_common_fail(&err);
	else if (!app->quiet)
		say(&report, redo);
	arena_release(&arena);
	archive_close(archive);
	return code;
}

int
command_undo_run(const struct app *app, const struct command_arguments *arguments)
{
	(void)arguments;
	return run(app, journal_undo, false);
}

int
command_redo_run(const struct app *app, const struct command_arguments *arguments)
{
	(void)arguments;
	return run(app, journal_redo, true);
}
