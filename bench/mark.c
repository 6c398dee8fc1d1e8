// SPDX-License-Identifier: GPL-3.0-or-later
// From a mark to its commit, told by the marks thread: `mark DATA_DIR IMPORTER [ARGUMENT…]` first with
// nothing else going on, the yardstick, then while the importer runs.
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "pty.h"
#include "shoroku/archive/load.h"
#include "shoroku/base/compiler.h"
#include "shoroku/work/marker.h"

#define MOST 2000
#define ALONE 200

static const char *
first_key(const char *directory, struct arena *arena)
{
	struct error err;
	struct archive *archive = archive_open(directory, ARCHIVE_READ, &err);
	struct load_entries entries;

	if (!archive || load_entries(archive, arena, (struct date_range){DATE_MIN, DATE_MAX}, false,
				     &entries, &err))
		BUG("%s", err.text);
	archive_close(archive);
	return entries.items[0].entry.paper.key;
}

// Milliseconds until the commit of one mark is told.
static double
mark(struct marker *marker, int fd, const char *key, size_t turn)
{
	struct journal_change change = {key, "favourite", turn % 2 ? NULL : "1"};
	double started = pty_now();
	struct marker_event *event;

	marker_apply(marker, &change, 1, JOURNAL_USER);
	while (!(event = marker_take(marker))) {
		struct pollfd polled = {fd, POLLIN, 0};
		char bytes[16];

		if (poll(&polled, 1, -1) < 0 || read(fd, bytes, sizeof(bytes)) < 0)
			BUG("the marks thread is gone");
	}
	if (event->failed)
		BUG("%s", event->error.text);
	marker_event_free(event);
	return (pty_now() - started) * 1000;
}

static void
print(const char *name, double *times, size_t count)
{
	printf("mark to commit, %-18s %4zu marks: median %.2f ms, p99 %.2f ms, worst %.2f ms\n",
	       name, count, pty_quantile(times, count, 0.5), pty_quantile(times, count, 0.99),
	       pty_quantile(times, count, 1));
}

int
main(int argc, char **argv)
{
	static double times[MOST];
	struct marker *marker;
	struct arena arena;
	const char *key;
	size_t count;
	pid_t importer;
	int wake[2];

	if (argc < 3 || pipe(wake)) {
		fprintf(stderr, "usage: mark DATA_DIR IMPORTER [ARGUMENT…]\n");
		return EXIT_FAILURE;
	}
	arena_init(&arena);
	key = first_key(argv[1], &arena);
	marker = marker_start(argv[1], wake[1]);
	for (count = 0; count < ALONE; count++)
		times[count] = mark(marker, wake[0], key, count);
	print("alone", times, count);
	importer = fork();
	if (importer == 0) {
		execv(argv[2], argv + 2);
		_exit(127);
	}
	for (count = 0; count < MOST && waitpid(importer, NULL, WNOHANG) == 0; count++)
		times[count] = mark(marker, wake[0], key, count);
	print("beside an import", times, count);
	marker_join(marker);
	arena_release(&arena);
	return EXIT_SUCCESS;
}
