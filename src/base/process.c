// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/base/process.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/base/words.h"

extern char **environ;

// Whose words are allocated each.
typedef VEC(char *) argument_list;

static void
release_list(argument_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		free(list->items[i]);
	vec_release(list);
}

// Replaces %f and %u; returns whether there was one.
static bool
add_word(argument_list *list, const char *word, const char *argument)
{
	struct strbuf filled;
	bool found = false;

	strbuf_init(&filled);
	for (; *word; word++) {
		if (*word == '%' && word[1] && strchr("fu", word[1])) {
			strbuf_add_string(&filled, argument);
			found = true;
			word++;
		} else if (*word == '%' && word[1] == '%') {
			strbuf_add_byte(&filled, *word++);
		} else {
			strbuf_add_byte(&filled, *word);
		}
	}
	*vec_push(list) = memory_strdup(filled.data);
	strbuf_release(&filled);
	return found;
}

static int
make_list(const char *command, const char *argument, argument_list *list, struct error *err)
{
	struct words words;
	bool found = false;
	int result = -1;

	words_init(&words);
	if (*argument == '-') {
		error_set(err, ERROR_USAGE, _("“%s” would be taken for an option"), argument);
	} else if (!words_split(&words, command, err)) {
		for (size_t i = 0; i < words.list.count; i++)
			found |= add_word(list, words.list.items[i].text, argument);
		if (!found)
			*vec_push(list) = memory_strdup(argument);
		*vec_push(list) = NULL;
		result = words.list.count ? 0
					  : error_set(err, ERROR_USAGE,
						      _("there is no program in “%s”"), command);
	}
	words_release(&words);
	return result;
}

// Signals as a program expects them, whatever this one does with its own.
static void
set_signals(posix_spawnattr_t *attributes, bool apart)
{
	short flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF;
	sigset_t none;
	sigset_t all;

	sigemptyset(&none);
	sigfillset(&all);
	sigdelset(&all, SIGKILL);
	sigdelset(&all, SIGSTOP);
	posix_spawnattr_setsigmask(attributes, &none);
	posix_spawnattr_setsigdefault(attributes, &all);
#ifdef POSIX_SPAWN_SETSID
	if (apart)
		flags |= POSIX_SPAWN_SETSID;
#else
	if (apart)
		flags |= POSIX_SPAWN_SETPGROUP;
#endif
	posix_spawnattr_setflags(attributes, flags);
}

static int
spawn(const argument_list *list, bool apart, pid_t *pid, struct error *err)
{
	posix_spawn_file_actions_t files;
	posix_spawnattr_t attributes;
	int code;

	posix_spawn_file_actions_init(&files);
	posix_spawnattr_init(&attributes);
	set_signals(&attributes, apart);
	for (int fd = 0; apart && fd <= STDERR_FILENO; fd++)
		posix_spawn_file_actions_addopen(&files, fd, "/dev/null", O_RDWR, 0);
	code = posix_spawnp(pid, list->items[0], &files, &attributes, list->items, environ);
	posix_spawnattr_destroy(&attributes);
	posix_spawn_file_actions_destroy(&files);
	if (!code)
		return 0;
	if (code == ENOENT)
		return error_set(err, ERROR_USAGE, _("there is no program “%s”"), list->items[0]);
	return error_set(err, ERROR_USAGE, _("cannot run “%s”: %s"), list->items[0],
			 strerror(code));
}

static int
await(pid_t pid, const char *name, struct error *err)
{
	int status;

	while (waitpid(pid, &status, 0) < 0) {
		if (errno != EINTR)
			return error_set_errno(err, errno, _("cannot wait for “%s”"), name);
	}
	if (WIFEXITED(status) && !WEXITSTATUS(status))
		return 0;
	if (WIFEXITED(status))
		return error_set(err, ERROR_USAGE, _("“%s” ended with code %d"), name,
				 WEXITSTATUS(status));
	return error_set(err, ERROR_USAGE, _("“%s” was ended by signal %d"), name,
			 WTERMSIG(status));
}

int
process_run(const char *command, const char *argument, struct error *err)
{
	struct sigaction ignored = {.sa_handler = SIG_IGN};
	struct sigaction interrupt;
	struct sigaction quit;
	argument_list list = {0};
	pid_t pid;
	int result = make_list(command, argument, &list, err);

	if (!result) {
		sigaction(SIGINT, &ignored, &interrupt);
		sigaction(SIGQUIT, &ignored, &quit);
		result = spawn(&list, false, &pid, err);
		if (!result)
			result = await(pid, list.items[0], err);
		sigaction(SIGINT, &interrupt, NULL);
		sigaction(SIGQUIT, &quit, NULL);
	}
	release_list(&list);
	return result;
}

int
process_start(const char *command, const char *argument, pid_t *pid, struct error *err)
{
	argument_list list = {0};
	int result = make_list(command, argument, &list, err);

	if (!result)
		result = spawn(&list, true, pid, err);
	release_list(&list);
	return result;
}

int
process_has_ended(pid_t pid)
{
	int status;

	return waitpid(pid, &status, WNOHANG) != 0;
}
