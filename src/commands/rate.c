// SPDX-License-Identifier: GPL-3.0-or-later
#include <string.h>

#include "shoroku/base/i18n.h"
#include "shoroku/commands/common.h"

#include "mark.h"

static void
say(const void *context, const struct journal_report *report)
{
	unsigned long n = (unsigned long)report->changed;

	(void)context;
	command_common_printf(stdout, ngettext("%lu paper rated\n", "%lu papers rated\n", n), n);
}

int
command_rate_run(const struct app *app, const struct command_arguments *arguments)
{
	const char *number = arguments->words[0];
	struct journal_change change = {.field = "rating",
					.value = strcmp(number, "0") ? number : NULL};
	struct command_mark mark = {
	    .changes = &change,
	    .change_count = 1,
	    .words = arguments->words + 1,
	    .word_count = arguments->count - 1,
	    .options = arguments->values,
	    .say = say,
	};
	struct error err;

	if (strlen(number) == 1 && strchr("012345", *number))
		return command_mark_apply(app, &mark);
	error_set(&err, ERROR_USAGE, _("a rating is a number from 0 to 5, not “%s”"), number);
	return command_common_fail(&err);
}
