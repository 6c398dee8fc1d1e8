// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/base/i18n.h"
#include "shoroku/commands/common.h"

#include "commands.h"
#include "mark.h"

static void
say(const void *off, unsigned long n)
{
	if (off)
		command_common_printf(stdout,
				      ngettext("%lu paper is no favourite any more\n",
					       "%lu papers are no favourites any more\n", n),
				      n);
	else
		command_common_printf(
		    stdout,
		    ngettext("%lu paper marked favourite\n", "%lu papers marked favourite\n", n),
		    n);
}

int
command_fav_run(const struct app *app, const struct command_arguments *arguments)
{
	const char *off = arguments->values[0];
	struct journal_change change = {.field = "favourite", .value = off ? NULL : "1"};

	return command_mark_apply(app, &change, 1, arguments->words, arguments->count, say, off);
}
