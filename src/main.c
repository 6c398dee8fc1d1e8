// SPDX-License-Identifier: GPL-3.0-or-later
// Finds out where the archive is and how to speak, then hands over to a command or to the reader.
#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "shoroku/base/clock.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/log.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/paths.h"
#include "shoroku/commands/arguments.h"
#include "shoroku/commands/common.h"
#include "shoroku/commands/help.h"
#include "shoroku/tui/reader.h"

#include "config.h"

// A program started without descriptors 0 to 2 would write its messages into the first file it opens.
static void
fill_standard_descriptors(void)
{
	int fd = open("/dev/null", O_RDONLY);

	while (fd >= 0 && fd <= STDERR_FILENO)
		fd = open("/dev/null", O_RDONLY);
	if (fd > STDERR_FILENO)
		close(fd);
}

// For whoever looks for a fault: what the program would otherwise keep to itself.
static int
open_log(struct error *err)
{
	const char *path = getenv("SHOROKU_LOG");

	return path && *path ? log_open(path, LOG_DEBUG, err) : 0;
}

static enum app_color
color_of(const char *word)
{
	if (word && !strcmp(word, "always"))
		return APP_COLOR_ALWAYS;
	if (word && !strcmp(word, "never"))
		return APP_COLOR_NEVER;
	return APP_COLOR_AUTO;
}

static char *
choose_data_dir(const char *option)
{
	const char *variable = getenv("SHOROKU_DATA_DIR");

	if (option && *option)
		return memory_strdup(option);
	if (variable && *variable)
		return memory_strdup(variable);
	return paths_data_dir();
}

static int
run(const struct app *app, const struct command_line *line, struct error *err)
{
	if (line->command)
		return line->command->run(app, &line->arguments);
	if (reader_run(app, err))
		return command_common_fail(err);
	return 0;
}

static int
run_in_place(const struct command_line *line)
{
	char *data_dir = choose_data_dir(line->globals[COMMAND_DATA_DIR]);
	char *config_file = line->globals[COMMAND_CONFIG]
				? memory_strdup(line->globals[COMMAND_CONFIG])
				: paths_config_file();
	struct app app = {
	    .data_dir = data_dir,
	    .config_file = config_file,
	    .config_named = line->globals[COMMAND_CONFIG] != NULL,
	    .color = color_of(line->globals[COMMAND_COLOR]),
	    .quiet = line->globals[COMMAND_QUIET] != NULL,
	    .today = clock_today(),
	};
	struct error err;
	int code;

	if (data_dir) {
		code = run(&app, line, &err);
	} else {
		error_set(&err, ERROR_USAGE, _("no home directory; name one with --data-dir DIR"));
		code = command_common_fail(&err);
	}
	free(config_file);
	free(data_dir);
	return code;
}

// Whether whatever read standard output went away, as head does when it has its lines.
static bool
output_is_left(void)
{
	struct pollfd out = {.fd = STDOUT_FILENO, .events = POLLOUT};

	return poll(&out, 1, 0) == 1 && (out.revents & POLLERR);
}

// What was printed counts only once it is out. Who reads no further needs no sentence about it.
static int
close_output(int code)
{
	struct error err;
	bool failed, left;
	int reason;

	errno = 0;
	failed = fflush(stdout) != 0 || ferror(stdout);
	reason = errno;
	left = failed && output_is_left();
	if (fclose(stdout) == 0 && !failed)
		return code;
	if (left)
		return error_exit_code(ERROR_DISK);
	error_set_errno(&err, reason ? reason : EIO, _("cannot write to standard output"));
	return command_common_fail(&err);
}

int
main(int argc, char **argv)
{
	struct command_line line;
	struct error err;
	int code = 0;

	fill_standard_descriptors();
	signal(SIGPIPE, SIG_IGN);
	if (i18n_init()) {
		fputs("shoroku: no UTF-8 locale: set LANG to one, such as C.UTF-8\n", stderr);
		return error_exit_code(ERROR_USAGE);
	}
	if (command_arguments_parse(&line, argc, argv, &err) || open_log(&err))
		code = command_common_fail(&err);
	else if (line.globals[COMMAND_VERSION])
		printf("%s\n", PACKAGE_STRING);
	else if (line.globals[COMMAND_HELP] && line.command)
		command_help_of(line.command);
	else if (line.globals[COMMAND_HELP])
		command_help_overview();
	else
		code = run_in_place(&line);
	command_arguments_release(&line);
	log_close();
	return close_output(code);
}
