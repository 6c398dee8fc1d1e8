// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/base/process.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/words.h"

extern char **environ;

// What the terminal's keys send; the program is to get them as if a shell had started it.
static const int terminal_signals[] = {SIGINT, SIGQUIT, SIGTSTP, SIGPIPE};

struct dispositions {
	struct sigaction former[ARRAY_LENGTH(terminal_signals)];
};

// An interruption is the program's affair. That it stops stops us as well: the shell sees the job stop.
static void
step_back(struct dispositions *dispositions)
{
	for (size_t i = 0; i < ARRAY_LENGTH(terminal_signals); i++) {
		struct sigaction action = {.sa_handler = SIG_IGN};

		if (terminal_signals[i] == SIGTSTP)
			action.sa_handler = SIG_DFL;
		sigaction(terminal_signals[i], &action, &dispositions->former[i]);
	}
}

static void
step_forward(const struct dispositions *dispositions)
{
	for (size_t i = 0; i < ARRAY_LENGTH(terminal_signals); i++)
		sigaction(terminal_signals[i], &dispositions->former[i], NULL);
}

static int
spawn(pid_t *child, char *const *argv)
{
	posix_spawnattr_t attributes;
	sigset_t standard;
	sigset_t none;
	int code;

	sigemptyset(&none);
	sigemptyset(&standard);
	for (size_t i = 0; i < ARRAY_LENGTH(terminal_signals); i++)
		sigaddset(&standard, terminal_signals[i]);
	posix_spawnattr_init(&attributes);
	posix_spawnattr_setsigmask(&attributes, &none);
	posix_spawnattr_setsigdefault(&attributes, &standard);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
	code = posix_spawnp(child, argv[0], NULL, &attributes, argv, environ);
	posix_spawnattr_destroy(&attributes);
	return code;
}

int
process_run(char *const *argv, int *status, struct error *err)
{
	struct dispositions dispositions;
	pid_t child;
	pid_t ended = -1;
	int code;
	int state = 0;

	step_back(&dispositions);
	code = spawn(&child, argv);
	while (!code && (ended = waitpid(child, &state, 0)) < 0 && errno == EINTR)
		;
	step_forward(&dispositions);
	if (code)
		return error_set_errno(err, code, _("cannot run %s"), argv[0]);
	if (ended < 0 || !WIFEXITED(state))
		return error_set(err, ERROR_DISK, _("%s was ended by a signal"), argv[0]);
	*status = WEXITSTATUS(state);
	return 0;
}

static const char *
editor(void)
{
	const char *visual = getenv("VISUAL");
	const char *plain = getenv("EDITOR");

	if (visual && *visual)
		return visual;
	return plain && *plain ? plain : "vi";
}

static int
run_on(const struct words *words, const char *path, struct error *err)
{
	VEC(char *) argv = {0};
	char *file = strdup(path);
	bool placed = false;
	int status = 0;
	int result;

	if (!file)
		error_out_of_memory();
	for (size_t i = 0; i < words->list.count; i++) {
		char *word = words->list.items[i].text;
		bool here = i && !strcmp(word, "%f");

		placed |= here;
		*vec_push(&argv) = here ? file : word;
	}
	if (!placed)
		*vec_push(&argv) = file;
	*vec_push(&argv) = NULL;
	result = process_run(argv.items, &status, err);
	if (!result && status)
		result = error_set(err, ERROR_DISK, _("%s failed with exit code %d"), argv.items[0],
				   status);
	vec_release(&argv);
	free(file);
	return result;
}

int
process_edit(const char *path, struct error *err)
{
	const char *command = editor();
	struct words words;
	int result;

	words_init(&words);
	result = words_split(&words, command, err);
	if (!result && !words.list.count)
		result = error_set(err, ERROR_USAGE, _("VISUAL and EDITOR name no program"));
	if (!result)
		result = run_on(&words, path, err);
	words_release(&words);
	return result;
}
