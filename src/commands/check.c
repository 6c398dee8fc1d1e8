// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/archive/check.h"

#include "shoroku/base/i18n.h"
#include "shoroku/commands/common.h"

#include "commands.h"

static void
say(void *context, const char *sentence)
{
	(void)context;
	command_common_printf(stdout, "%s\n", sentence);
}

int
command_check_run(const struct app *app, const struct command_arguments *arguments)
{
	struct error err;
	struct archive *archive = command_common_open(app, ARCHIVE_IMPORT, &err);
	size_t problems;
	int result;

	(void)arguments;
	if (!archive)
		return command_common_fail(&err);
	result = check_archive(archive, say, NULL, &problems, &err);
	if (!result && problems)
		result = error_set(&err, ERROR_DATA,
				   ngettext("%zu problem", "%zu problems", problems), problems);
	else if (!result && !app->quiet)
		command_common_printf(stdout, "%s\n", _("the archive is whole"));
	archive_close(archive);
	return result ? command_common_fail(&err) : 0;
}
