// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/base/i18n.h"
#include "shoroku/commands/common.h"

#include "mark.h"

static void
say(const void *off, const struct journal_report *report)
{
	unsigned long n = (unsigned long)report->changed;

	if (off)
		command_common_printf(
		    stdout, ngettext("%lu paper marked unread\n", "%lu papers marked unread\n", n),
		    n);
	else
		command_common_printf(
		    stdout, ngettext("%lu paper marked read\n", "%lu papers marked read\n", n), n);
}

int
command_read_run(const struct app *app, const struct command_arguments *arguments)
{
	const char *off = arguments->values[COMMAND_MARK_OFF];
	struct journal_change change = {.field = "read", .value = off ? NULL : "1"};
	struct command_mark mark = {
	    .changes = &change,
	    .change_count = 1,
	    .words = arguments->words,
	    .word_count = arguments->count,
	    .options = arguments->values,
	    .say = say,
	    .context = off,
	};

	return command_mark_apply(app, &mark);
}
