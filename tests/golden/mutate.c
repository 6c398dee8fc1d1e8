// SPDX-License-Identifier: GPL-3.0-or-later
// Many changed files read in one process: each gives digests or one clear sentence, within a second of
// the processor's time; all of them within 64 MB.
// usage: mutate COUNT ROOT <PATHS    the paths below ROOT, one a line; COUNT changes in all
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

#include "../fuzz/change.h"
#include "../fuzz/digest-check.h"
#include "../unit/tap.h"
#include "shoroku/base/file.h"
#include "shoroku/base/vec.h"

#define MOST_MEMORY 64 // MB
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define IS_SANITIZED true
#define MOST_SECONDS 20
#else
#define IS_SANITIZED false
#define MOST_SECONDS 1
#endif

struct paths {
	VEC(char *) list;
};

static void
give_up(int number)
{
	static const char text[] = "Bail out! a second and more for one input\n";

	(void)number;
	if (write(STDOUT_FILENO, text, sizeof(text) - 1) < 0)
		_exit(2);
	_exit(1);
}

static void
read_paths(struct paths *paths)
{
	char *line = NULL;
	size_t size = 0;
	ssize_t length;

	while ((length = getline(&line, &size, stdin)) > 0) {
		line[length - (line[length - 1] == '\n')] = '\0';
		*vec_push(&paths->list) = line;
		line = NULL;
	}
	free(line);
}

static void
read_changed(const char *path, const struct change_input *changed)
{
	struct itimerval limit = {.it_value = {.tv_sec = MOST_SECONDS}};
	struct parse_input input = {.name = "input",
				    .path = path,
				    .bytes = changed->bytes,
				    .length = changed->length,
				    .date = DATE_NONE};
	struct parse_result result;
	struct arena arena;
	struct error err = {0};

	arena_init(&arena);
	setitimer(ITIMER_VIRTUAL, &limit, NULL);
	if (parse_digests(&arena, &input, &result, &err)) {
		REQUIRE(err.kind == ERROR_DATA && strstr(err.text, "input"));
		check_line(err.text);
		result.digest_count = 0;
	}
	limit.it_value.tv_sec = 0;
	setitimer(ITIMER_VIRTUAL, &limit, NULL);
	for (size_t i = 0; i < result.digest_count; i++)
		check_digest(&result.digests[i]);
	arena_release(&arena);
}

static void
run_file(const char *root, const char *name, size_t changes)
{
	uint64_t state = CHANGE_SEED;
	struct strbuf path;
	struct strbuf whole;
	struct error err;

	strbuf_init(&path);
	strbuf_init(&whole);
	strbuf_addf(&path, "%s/%s", root, name);
	if (file_read(path.data, PARSE_MAX_BYTES, &whole, &err)) {
		tap_ok(false, "%s", err.text);
	} else {
		for (size_t i = 0; i < changes; i++) {
			struct change_input changed = change_some(whole.data, whole.length, &state);

			read_changed(path.data, &changed);
			free(changed.bytes);
		}
		tap_ok(true, "%s: %zu changes", name, changes);
	}
	strbuf_release(&whole);
	strbuf_release(&path);
}

static void
check_memory(void)
{
	struct rusage usage;

	getrusage(RUSAGE_SELF, &usage);
	if (IS_SANITIZED)
		tap_ok(true, "memory # SKIP sanitizers take what they want");
	else
		tap_ok(usage.ru_maxrss < MOST_MEMORY * 1024, "%ld MB at most, below %d",
		       usage.ru_maxrss / 1024, MOST_MEMORY);
}

int
main(int argc, char **argv)
{
	size_t wanted = argc == 3 ? strtoul(argv[1], NULL, 10) : 0;
	struct paths paths = {0};

	if (!wanted) {
		fputs("usage: mutate COUNT ROOT <PATHS\n", stderr);
		return EXIT_FAILURE;
	}
	signal(SIGVTALRM, give_up);
	read_paths(&paths);
	for (size_t i = 0; i < paths.list.count; i++) {
		run_file(argv[2], paths.list.items[i], (wanted - 1) / paths.list.count + 1);
		free(paths.list.items[i]);
	}
	vec_release(&paths.list);
	check_memory();
	return tap_done();
}
