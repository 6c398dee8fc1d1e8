// SPDX-License-Identifier: GPL-3.0-or-later
// Programs are started from words, no shell; what they are shown comes where it belongs.
#include "shoroku/base/process.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "shoroku/base/file.h"
#include "shoroku/base/strbuf.h"
#include "scratch.h"
#include "tap.h"

static char directory[] = "process-test-XXXXXX";

// A stub that writes its arguments, each on a line, and ends with the status it is given first.
static const char stub_text[] = "#!/bin/sh\nstatus=$1\nshift\n: >\"$STUB_OUT\"\n"
				"for word; do printf '<%s>\\n' \"$word\" >>\"$STUB_OUT\"; done\n"
				"exit \"$status\"\n";

static void
make_stub(struct strbuf *stub)
{
	struct error err;

	strbuf_addf(stub, "%s/stub", directory);
	if (file_replace(stub->data, stub_text, strlen(stub_text), &err) || chmod(stub->data, 0700))
		BUG("cannot make the stub");
	strbuf_clear(stub);
	strbuf_addf(stub, "%s/out", directory);
	setenv("STUB_OUT", stub->data, 1);
	strbuf_clear(stub);
	strbuf_addf(stub, "./%s/stub", directory);
}

static bool
wrote(const char *expected)
{
	struct strbuf out;
	struct error err;
	bool same;

	strbuf_init(&out);
	same = !file_read(getenv("STUB_OUT"), 4096, &out, &err) && !strcmp(out.data, expected);
	if (!same)
		printf("# wrote: %s\n", out.data);
	strbuf_release(&out);
	return same;
}

static int
run(const char *stub, const char *words, const char *file, struct error *err)
{
	struct strbuf command;
	int result;

	strbuf_init(&command);
	strbuf_addf(&command, "%s %s", stub, words);
	result = process_run(command.data, file, err);
	strbuf_release(&command);
	return result;
}

static void
test_words(const char *stub)
{
	struct error err;

	tap_ok(!run(stub, "0 -a 'two words'", "the file", &err) &&
		   wrote("<-a>\n<two words>\n<the file>\n"),
	       "the file is the last word");
	tap_ok(!run(stub, "0 --show=%f -b", "x y", &err) && wrote("<--show=x y>\n<-b>\n"),
	       "the file stands where %%f does");
	tap_ok(!run(stub, "0 $HOME `id` ~ * ;id", "$(id)", &err) &&
		   wrote("<$HOME>\n<`id`>\n<~>\n<*>\n<;id>\n<$(id)>\n"),
	       "nothing is expanded");
	tap_ok(!run(stub, "0 a", NULL, &err) && wrote("<a>\n"), "there may be no file");
}

static void
test_failures(const char *stub)
{
	struct error err;

	tap_ok(run(stub, "3", NULL, &err) && strstr(err.text, "“stub” ended with status 3"),
	       "another status is told");
	tap_ok(process_run("no-such-program-here x", NULL, &err) &&
		   strstr(err.text, "cannot start “no-such-program-here”"),
	       "a program that is not there is told");
	tap_ok(process_run("sh -c 'kill -9 $$'", NULL, &err) && strstr(err.text, "signal"),
	       "a killed program is told");
	tap_ok(process_run("", NULL, &err) && err.kind == ERROR_USAGE, "no words, no program");
	tap_ok(process_check("w3m 'x", &err) != 0, "a quote that is never closed is told");
	tap_ok(!process_check("w3m -o a=b %f", &err), "a command passes");
}

static void
test_apart(const char *stub)
{
	struct strbuf command;
	struct error err;
	bool failed = false;
	pid_t child = 0;

	strbuf_init(&command);
	strbuf_addf(&command, "%s 2 seen", stub);
	tap_ok(!process_start(command.data, "f", &child, &err) && child > 0,
	       "a program starts apart");
	while (!process_ended(child, command.data, &failed, &err))
		usleep(1000);
	tap_ok(failed && strstr(err.text, "status 2"), "how it ended is told");
	tap_ok(wrote("<seen>\n<f>\n"), "it had its words");
	strbuf_release(&command);
}

static void
test_urls(void)
{
	static const char *const good[] = {"https://arxiv.org/abs/2509.1", "HTTP://x.example/"};
	static const char *const bad[] = {"file:///etc/passwd", "javascript:alert(1)",
					  "https://",		"http:/x",
					  "https://a b/",	"https://a\n/",
					  "-https://a/",	"https://\xe3\x81\x82/",
					  "ftp://a/",		""};
	bool right = true;

	for (size_t i = 0; i < ARRAY_LENGTH(good); i++)
		right = right && process_url_is_safe(good[i]);
	tap_ok(right, "http and https are shown");
	for (size_t i = 0; i < ARRAY_LENGTH(bad); i++)
		right = right && !process_url_is_safe(bad[i]);
	tap_ok(right, "nothing else is");
}

// More than a pipe holds reaches the program whole, and is no matter to one that reads none of it.
static void
test_fed(void)
{
	struct strbuf bytes;
	struct strbuf command;
	struct strbuf got;
	struct error err = {0};
	bool failed = false;
	pid_t child = 0;

	strbuf_init(&bytes);
	strbuf_init(&command);
	strbuf_init(&got);
	for (int i = 0; i < 40000; i++)
		strbuf_addf(&bytes, "%d\n", i);
	strbuf_addf(&command, "dd status=none of=%s/fed", directory);
	tap_ok(!process_run_fed(command.data, bytes.data, bytes.length, &err), "a program is fed");
	tap_ok(!file_read(command.data + strlen("dd status=none of="), 1 << 20, &got, &err) &&
		   got.length == bytes.length && !strcmp(got.data, bytes.data),
	       "and reads all of it");
	tap_ok(!process_run_fed("true", bytes.data, bytes.length, &err), "or nothing");
	tap_ok(process_run_fed("false", "x", 1, &err) && strstr(err.text, "status 1"), "or fails");
	tap_ok(process_run_fed("./no-such-program", "x", 1, &err) && strstr(err.text, "no-such"),
	       "or cannot be started");
	strbuf_clear(&command);
	strbuf_addf(&command, "dd status=none of=%s/apart", directory);
	tap_ok(!process_start_fed(command.data, "abc", 3, &child, &err), "one that runs apart");
	while (!process_ended(child, command.data, &failed, &err))
		usleep(1000);
	strbuf_clear(&got);
	tap_ok(!failed && !file_read(command.data + strlen("dd status=none of="), 10, &got, &err),
	       "ends well");
	tap_is_str(got.data, "abc", "having read it");
	strbuf_release(&bytes);
	strbuf_release(&command);
	strbuf_release(&got);
}

int
main(void)
{
	struct strbuf stub;

	if (!mkdtemp(directory))
		return EXIT_FAILURE;
	strbuf_init(&stub);
	make_stub(&stub);
	test_words(stub.data);
	test_failures(stub.data);
	test_apart(stub.data);
	test_urls();
	test_fed();
	strbuf_release(&stub);
	scratch_remove(directory);
	return tap_done();
}
