// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/archive/check.h"

#include "shoroku/base/i18n.h"
#include "shoroku/commands/common.h"

#include "check-text.h"
#include "commands.h"

enum { CHECK_TEXT, CHECK_DISMISS, CHECK_BELOW };

const struct command_option command_check_options[3] = {
    [CHECK_TEXT] = {"text", NULL, N_("list sections that may be wrong, of papers of the query")},
    [CHECK_DISMISS] = {"dismiss", NULL, N_("warn no more of what is wrong with the entries")},
    [CHECK_BELOW] = {"below", "SCORE",
		     N_("with --text, of sections that score less; 0.6 by default")},
};

static void
say(void *context, const char *sentence)
{
	(void)context;
	command_common_printf(stdout, "%s\n", sentence);
}

static int
check_whole(const struct app *app)
{
	struct error err;
	struct archive *archive = command_common_open(app, ARCHIVE_IMPORT, &err);
	size_t problems;
	int result;

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

int
command_check_run(const struct app *app, const struct command_arguments *arguments)
{
	struct error err;

	if (arguments->values[CHECK_TEXT])
		return command_check_text_list(app, arguments, arguments->values[CHECK_BELOW]);
	if (arguments->values[CHECK_DISMISS])
		return command_check_text_dismiss(app, arguments);
	if (!arguments->count && !arguments->values[CHECK_BELOW])
		return check_whole(app);
	error_set(&err, ERROR_USAGE,
		  arguments->count ? _("check takes words only behind --text or --dismiss")
				   : _("check takes --below only with --text"));
	return command_common_fail(&err);
}
