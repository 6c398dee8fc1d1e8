// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/base/i18n.h"
#include "shoroku/commands/common.h"

#include "commands.h"
#include "mark.h"

static void
say(const void *off, unsigned long n)
{
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
	const char *off = arguments->values[0];
	struct journal_change change = {.field = "read", .value = off ? NULL : "1"};

	return command_mark_apply(app, &change, 1, arguments->words, arguments->count, say, off);
}
