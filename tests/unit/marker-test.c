// SPDX-License-Identifier: GPL-3.0-or-later
// The marks thread: marks are committed in order, answers come back by the pipe, an import that holds
// archive.db does not hold a mark up, a failure is told.
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "shoroku/archive/load.h"
#include "shoroku/archive/store.h"
#include "shoroku/feed/parse.h"
#include "shoroku/work/marker.h"
#include "shoroku/work/worker.h"
#include "scratch.h"
#include "tap.h"

static char directory[] = "marker-test-XXXXXX";
static const char day_text[] =
    "2025-09-24 の注目論文\n\nA Title\n\nAnn Author, Bob Bell\n\n選定理由\n\n理由。\n";

static void
import_day(void)
{
	struct parse_result parsed;
	enum store_outcome outcome;
	struct archive *archive;
	struct arena arena;
	struct error err;
	struct store_raw raw = {day_text, strlen(day_text), "test", "test", 1, NULL};
	struct parse_input input = {
	    .name = "test", .bytes = day_text, .length = strlen(day_text), .date = DATE_NONE};

	arena_init(&arena);
	if (archive_prepare(directory, &err) || parse_digests(&arena, &input, &parsed, &err))
		BUG("%s", err.text);
	archive = archive_open(directory, ARCHIVE_IMPORT, &err);
	if (!archive || store_digest(archive, parsed.digests, &raw, &outcome, &err))
		BUG("%s", err.text);
	archive_close(archive);
	arena_release(&arena);
}

static struct load_entry
load(struct arena *arena)
{
	struct load_entries entries;
	struct archive *archive;
	struct error err;

	archive = archive_open(directory, ARCHIVE_READ, &err);
	if (!archive || load_entries(archive, arena, (struct date_range){DATE_MIN, DATE_MAX}, false,
				     &entries, &err))
		BUG("%s", err.text);
	archive_close(archive);
	return entries.items[0];
}

// Waits for the next event as the reader does: by the pipe.
static struct marker_event *
next_event(struct marker *marker, int fd)
{
	struct marker_event *event;

	while (!(event = marker_take(marker))) {
		struct pollfd polled = {fd, POLLIN, 0};
		char bytes[16];

		if (poll(&polled, 1, 10000) <= 0 || read(fd, bytes, sizeof(bytes)) < 0)
			return NULL;
	}
	return event;
}

static bool
is_event(struct marker *marker, int fd, enum marker_request request, int changed)
{
	struct marker_event *event = next_event(marker, fd);
	bool same =
	    event && event->request == request && !event->failed && event->changed == changed;

	marker_event_free(event);
	return same;
}

static void
test_marks(struct marker *marker, int fd)
{
	struct arena arena;
	struct journal_change change = {.field = "favourite", .value = "1"};
	struct load_entry entry;

	arena_init(&arena);
	change.key = load(&arena).entry.paper.key;
	marker_apply(marker, &change, 1, JOURNAL_USER);
	marker_undo(marker);
	marker_redo(marker);
	marker_keep_state(marker, "place", "here");
	tap_ok(is_event(marker, fd, MARKER_APPLY, 1), "a mark is committed");
	tap_ok(is_event(marker, fd, MARKER_UNDO, 1), "then undone");
	tap_ok(is_event(marker, fd, MARKER_REDO, 1), "then done again");
	entry = load(&arena);
	tap_ok(entry.marks.favourite, "another handle sees it");
	change.field = "tag: blank";
	marker_apply(marker, &change, 1, JOURNAL_USER);
	{
		struct marker_event *event = next_event(marker, fd);

		tap_ok(event && event->failed && event->error.text[0], "a failure is told");
		marker_event_free(event);
	}
	arena_release(&arena);
}

// An import in the middle of its transaction: another handle's, left open.
static void
test_beside_import(struct marker *marker, int fd)
{
	struct arena arena;
	struct journal_change change = {.field = "read", .value = "1"};
	FILE *shell;
	char command[256];
	char line[16] = "";

	snprintf(command, sizeof(command),
		 "sqlite3 %s/archive.db \"BEGIN IMMEDIATE; UPDATE meta SET value = value; SELECT "
		 "'held';\" '.shell sleep 2' 2>/dev/null",
		 directory);
	shell = popen(command, "r");
	if (!shell || !fgets(line, sizeof(line), shell)) {
		tap_ok(true, "# SKIP the sqlite3 shell is not here");
	} else {
		arena_init(&arena);
		change.key = load(&arena).entry.paper.key;
		marker_apply(marker, &change, 1, JOURNAL_USER);
		tap_ok(is_event(marker, fd, MARKER_APPLY, 1),
		       "a mark is committed while archive.db is being written");
		arena_release(&arena);
	}
	if (shell)
		pclose(shell);
}

int
main(void)
{
	struct marker *marker;
	int fds[2];

	if (!mkdtemp(directory) || pipe(fds))
		return EXIT_FAILURE;
	import_day();
	marker = marker_start(directory, fds[1]);
	test_marks(marker, fds[0]);
	test_beside_import(marker, fds[0]);
	marker_undo(marker);
	marker_join(marker);
	tap_ok(true, "joining finishes what was sent and frees what was not taken");
	scratch_remove(directory);
	return tap_done();
}
