// SPDX-License-Identifier: GPL-3.0-or-later
// Programs without a shell.
#include "shoroku/base/process.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "shoroku/base/file.h"
#include "shoroku/base/strbuf.h"
#include "tap.h"

static char directory[] = "process-test-XXXXXX";

static void
wrote(const char *expected, const char *name)
{
	struct strbuf text;
	struct error err;

	strbuf_init(&text);
	tap_ok(!file_read("out", 1000, &text, &err) && !strcmp(text.data, expected), "%s", name);
	if (strcmp(text.data, expected) != 0)
		tap_note("'%s'", text.data);
	strbuf_release(&text);
	unlink("out");
}

static void
runs(const char *command, const char *argument, const char *expected, const char *name)
{
	struct error err;

	if (process_run(command, argument, &err))
		tap_note("%s", err.text);
	wrote(expected, name);
}

static void
refuses(const char *command, const char *argument, const char *part, const char *name)
{
	struct error err = {0};

	tap_ok(process_run(command, argument, &err) == -1 && strstr(err.text, part), "%s", name);
	tap_note("%s", err.text);
}

static void
test_running(void)
{
	// The program under test has no shell; the tests' programs are scripts of one.
	runs("sh -c 'printf \"<%s>\" \"$@\" >out' x", "$HOME; ls `id` *", "<$HOME; ls `id` *>",
	     "the argument is one word and nothing in it is expanded");
	runs("sh -c 'printf \"<%s>\" \"$@\" >out' x a=%f b%%f", "v", "<a=v><b%f>",
	     "it stands where %f is");
	runs("sh -c 'printf \"<%s>\" \"$@\" >out' x %u", "http://a/%f", "<http://a/%f>",
	     "what it holds is not looked at again");
	refuses("no-such-program-here", "x", "no-such-program-here", "a program that is not there");
	refuses("", "x", "no program", "no program at all");
	refuses("true", "-rf", "option", "an argument that looks like an option");
	refuses("sh -c 'exit 3'", "x", "3", "a program that fails");
	refuses("sh -c 'kill -9 $$'", "x", "9", "a program that is killed");
	refuses("sh 'x", "x", "", "a quote that is not closed");
}

static void
test_starting(void)
{
	struct error err;
	pid_t pid;
	siginfo_t info;

	signal(SIGPIPE, SIG_IGN);
	tap_ok(!process_start("sh -c 'ps -o sid= -p $$ | tr -d \" \" >out; kill -PIPE $$'", "x",
			      &pid, &err),
	       "started");
	waitid(P_PID, (id_t)pid, &info, WEXITED | WNOWAIT);
	tap_ok(info.si_code == CLD_KILLED && info.si_status == SIGPIPE,
	       "signals are as a program expects them");
	tap_ok(process_has_ended(pid), "it has ended");
	tap_ok(process_start("no-such-program-here", "x", &pid, &err) == -1, "not there");
}

int
main(void)
{
	if (!mkdtemp(directory) || chdir(directory))
		return EXIT_FAILURE;
	test_running();
	test_starting();
	unlink("out");
	if (chdir("..") || rmdir(directory))
		return EXIT_FAILURE;
	return tap_done();
}
