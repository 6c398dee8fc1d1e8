// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdlib.h>

#include "shoroku/base/paths.h"
#include "shoroku/commands/common.h"

#include "commands.h"

static void
print_file(const char *name, const char *directory, const char *file)
{
	char *path = paths_join(directory, file);

	command_common_printf(stdout, "%s\t%s\n", name, path);
	free(path);
}

// The names are stable: they are for scripts.
int
command_paths_run(const struct app *app, const struct command_arguments *arguments)
{
	(void)arguments;
	command_common_printf(stdout, "data\t%s\n", app->data_dir);
	print_file("archive", app->data_dir, "archive.db");
	print_file("user", app->data_dir, "user.db");
	command_common_printf(stdout, "config\t%s\n", app->config_file ? app->config_file : "");
	return 0;
}
