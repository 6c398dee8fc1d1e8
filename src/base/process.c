// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "shoroku/base/process.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/wait.h>
#include <unistd.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/words.h"

bool
process_url_is_safe(const char *url)
{
	size_t scheme = 0;

	if (!strncasecmp(url, "https://", 8))
		scheme = 8;
	else if (!strncasecmp(url, "http://", 7))
		scheme = 7;
	if (!scheme || !url[scheme])
		return false;
	for (const char *c = url; *c; c++) {
		if (*c <= ' ' || *c > '~')
			return false;
	}
	return true;
}

static int
split(struct words *words, const char *command, struct error *err)
{
	words_init(words);
	if (words_split(words, command, err))
		return -1;
	if (!words->list.count || !*words->list.items[0].text)
		return error_set(err, ERROR_USAGE, _("there is no program in this command"));
	return 0;
}

int
process_check(const char *command, struct error *err)
{
	struct words words;
	int result = split(&words, command, err);

	words_release(&words);
	return result;
}

char *
process_name(const char *command)
{
	struct words words;
	struct error err;
	char *name = NULL;

	if (!split(&words, command, &err)) {
		const char *path = words.list.items[0].text;
		const char *slash = strrchr(path, '/');

		name = memory_strdup(slash && slash[1] ? slash + 1 : path);
	}
	words_release(&words);
	return name ? name : memory_strdup("");
}

// Each "%f" of the word becomes the file.
static char *
put_file(const char *word, const char *file, bool *used)
{
	struct strbuf out;
	const char *place;

	strbuf_init(&out);
	while ((place = strstr(word, "%f"))) {
		strbuf_add(&out, word, (size_t)(place - word));
		strbuf_add_string(&out, file);
		word = place + 2;
		*used = true;
	}
	strbuf_add_string(&out, word);
	return strbuf_detach(&out);
}

// The caller frees it with free_argv().
static char **
make_argv(const struct words *words, const char *file)
{
	size_t count = words->list.count;
	char **argv = memory_alloc((count + 2) * sizeof(*argv));
	bool used = false;

	for (size_t i = 0; i < count; i++) {
		const char *word = words->list.items[i].text;

		// The program itself is never what is to be shown.
		argv[i] = i && file ? put_file(word, file, &used) : memory_strdup(word);
	}
	if (file && !used)
		argv[count] = memory_strdup(file);
	return argv;
}

static void
free_argv(char **argv)
{
	for (size_t i = 0; argv[i]; i++)
		free(argv[i]);
	free(argv);
}

// The child starts with no signal blocked or ignored, whatever this process does.
static void
set_signals(posix_spawnattr_t *attributes, short flags)
{
	sigset_t none;
	sigset_t all;

	sigemptyset(&none);
	sigfillset(&all);
	posix_spawnattr_setsigmask(attributes, &none);
	posix_spawnattr_setsigdefault(attributes, &all);
	posix_spawnattr_setflags(attributes,
				 (short)(flags | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF));
}

// `input` is what the program reads; −1: what this one does, or nothing where it runs apart.
static int
spawn(char **argv, bool apart, int input, pid_t *child, struct error *err)
{
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	int failed;

	posix_spawn_file_actions_init(&actions);
	posix_spawnattr_init(&attributes);
	for (int fd = 0; apart && fd <= STDERR_FILENO; fd++)
		posix_spawn_file_actions_addopen(&actions, fd, "/dev/null", O_RDWR, 0);
	if (input >= 0)
		posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
#ifdef POSIX_SPAWN_SETSID
	set_signals(&attributes, apart ? POSIX_SPAWN_SETSID : 0);
#else
	set_signals(&attributes, apart ? POSIX_SPAWN_SETPGROUP : 0);
#endif
	failed = posix_spawnp(child, argv[0], &actions, &attributes, argv, environ);
	posix_spawnattr_destroy(&attributes);
	posix_spawn_file_actions_destroy(&actions);
	if (!failed)
		return 0;
	return error_set(err, ERROR_USAGE, _("cannot start “%s”: %s"), argv[0], strerror(failed));
}

static int
start(const char *command, const char *file, bool apart, int input, pid_t *child, struct error *err)
{
	struct words words;
	int result = split(&words, command, err);

	if (!result) {
		char **argv = make_argv(&words, file);

		result = spawn(argv, apart, input, child, err);
		free_argv(argv);
	}
	words_release(&words);
	return result;
}

int
process_start(const char *command, const char *file, pid_t *child, struct error *err)
{
	return start(command, file, true, -1, child, err);
}

static int
judge(int status, const char *command, struct error *err)
{
	char *name;

	if (WIFEXITED(status) && !WEXITSTATUS(status))
		return 0;
	name = process_name(command);
	if (WIFEXITED(status))
		error_set(err, ERROR_USAGE, _("“%s” ended with status %d"), name,
			  WEXITSTATUS(status));
	else
		error_set(err, ERROR_USAGE, _("“%s” was ended by a signal (%s)"), name,
			  strsignal(WTERMSIG(status)));
	free(name);
	return -1;
}

static int
run_and_wait(const char *command, const char *file, int input, struct error *err)
{
	static const int keys[] = {SIGINT, SIGQUIT, SIGTSTP};
	struct sigaction ignored = {.sa_handler = SIG_IGN};
	struct sigaction former[ARRAY_LENGTH(keys)];
	pid_t child;
	int status = 0;
	int result;

	for (size_t i = 0; i < ARRAY_LENGTH(keys); i++)
		sigaction(keys[i], &ignored, &former[i]);
	result = start(command, file, false, input, &child, err);
	while (!result && waitpid(child, &status, 0) < 0) {
		if (errno != EINTR)
			result = error_set_errno(err, errno, _("cannot wait for the program"));
	}
	for (size_t i = 0; i < ARRAY_LENGTH(keys); i++)
		sigaction(keys[i], &former[i], NULL);
	return result ? -1 : judge(status, command, err);
}

int
process_run(const char *command, const char *file, struct error *err)
{
	return run_and_wait(command, file, -1, err);
}

// A file without a name that holds the bytes, to be read from its beginning: unlike a pipe it takes them
// all, whether the program reads them or not.
static FILE *
hold(const char *bytes, size_t length, struct error *err)
{
	FILE *file = tmpfile();

	if (file && (fwrite(bytes, 1, length, file) != length || fflush(file) ||
		     lseek(fileno(file), 0, SEEK_SET) < 0 ||
		     fcntl(fileno(file), F_SETFD, FD_CLOEXEC) < 0)) {
		fclose(file);
		file = NULL;
	}
	if (!file)
		error_set_errno(err, errno, _("cannot make a temporary file"));
	return file;
}

int
process_run_fed(const char *command, const char *bytes, size_t length, struct error *err)
{
	FILE *input = hold(bytes, length, err);
	int result;

	if (!input)
		return -1;
	result = run_and_wait(command, NULL, fileno(input), err);
	fclose(input);
	return result;
}

int
process_start_fed(const char *command, const char *bytes, size_t length, pid_t *child,
		  struct error *err)
{
	FILE *input = hold(bytes, length, err);
	int result;

	if (!input)
		return -1;
	result = start(command, NULL, true, fileno(input), child, err);
	fclose(input);
	return result;
}

bool
process_ended(pid_t child, const char *command, bool *failed, struct error *err)
{
	int status = 0;
	pid_t ended = waitpid(child, &status, WNOHANG);

	*failed = false;
	if (!ended || (ended < 0 && errno == EINTR))
		return false;
	if (ended == child)
		*failed = judge(status, command, err) != 0;
	return true;
}
