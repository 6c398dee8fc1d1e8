// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/archive/check.h"
#include "shoroku/base/i18n.h"
#include "shoroku/commands/common.h"

#include "commands.h"

int
command_rebuild_run(const struct app *app, const struct command_arguments *arguments)
{
	struct error err;
	struct archive *archive = command_common_open(app, ARCHIVE_IMPORT, &err);
	int result;

	(void)arguments;
	if (!archive)
		return command_common_fail(&err);
	result = check_rebuild(archive, &err);
	if (!result && !app->quiet)
		command_common_printf(stdout, "%s\n", _("the search index is made anew"));
	archive_close(archive);
	return result ? command_common_fail(&err) : 0;
}
