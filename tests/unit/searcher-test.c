// SPDX-License-Identifier: GPL-3.0-or-later
// The search thread: the newest question is answered, those before it are not waited for, and ending in
// the middle of one is fine.
#include "shoroku/work/searcher.h"

#include <poll.h>
#include <unistd.h>

#include "shoroku/archive/store.h"
#include "shoroku/base/compiler.h"
#include "shoroku/base/paths.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/feed/parse.h"
#include "scratch.h"
#include "tap.h"

static char directory[] = "searcher-test-XXXXXX";
static date_day today;

static void
import_day(void)
{
	struct parse_result parsed;
	enum store_outcome outcome;
	struct archive *archive;
	struct arena arena;
	struct strbuf day;
	struct error err;

	arena_init(&arena);
	strbuf_init(&day);
	strbuf_add_string(&day, "2025-09-24 の注目論文\n");
	for (int i = 0; i < 400; i++)
		strbuf_addf(&day, "\nPaper of Number %d\n\nAnn Bell\n\n選定理由\n\n理由%d。\n", i,
			    i);
	struct store_raw raw = {day.data, day.length, "test", "test", 1, NULL};
	struct parse_input input = {
	    .name = "test", .bytes = day.data, .length = day.length, .date = DATE_NONE};
	if (archive_prepare(directory, &err) || parse_digests(&arena, &input, &parsed, &err))
		BUG("%s", err.text);
	archive = archive_open(directory, ARCHIVE_IMPORT, &err);
	if (!archive || store_digest(archive, parsed.digests, &raw, &outcome, &err))
		BUG("%s", err.text);
	archive_close(archive);
	strbuf_release(&day);
	arena_release(&arena);
}

static struct searcher_event *
next_event(struct searcher *searcher, int fd)
{
	struct searcher_event *event;

	while (!(event = searcher_take(searcher))) {
		struct pollfd polled = {fd, POLLIN, 0};
		char bytes[64];

		if (poll(&polled, 1, 10000) <= 0 || read(fd, bytes, sizeof(bytes)) < 0)
			return NULL;
	}
	return event;
}

int
main(void)
{
	struct searcher *searcher;
	struct searcher_event *event;
	uint64_t number = 0;
	int wake[2];

	today = date_from_civil(2025, 9, 24);
	if (!mkdtemp(directory) || pipe(wake))
		return EXIT_FAILURE;
	import_day();
	searcher = searcher_start(directory, wake[1]);

	for (int i = 0; i < 300; i++)
		number = searcher_ask(searcher, i % 2 ? "paper" : "理", today, SEARCHER_LIVE);
	event = next_event(searcher, wake[0]);
	tap_ok(event && event->number == number && !event->failed && !event->is_count,
	       "of 300 questions in a row the last is answered");
	tap_ok(event && event->hits.count == SEARCHER_HITS && !event->complete,
	       "with the first hits");
	searcher_event_free(event);
	event = next_event(searcher, wake[0]);
	tap_ok(event && event->is_count && event->count == 400 && event->complete,
	       "then with their number");
	searcher_event_free(event);

	searcher_ask(searcher, "paper", today, SEARCHER_FACETS);
	searcher_event_free(next_event(searcher, wake[0]));
	searcher_event_free(next_event(searcher, wake[0]));
	event = next_event(searcher, wake[0]);
	tap_ok(event && event->is_facets && event->facets.of[NARROW_AUTHOR].count == 1 &&
		   event->facets.of[NARROW_AUTHOR].values[0].count == 400,
	       "then, where wanted, with their facets");
	searcher_event_free(event);

	number = searcher_ask(searcher, "理由 is:blue", today, 0);
	event = next_event(searcher, wake[0]);
	tap_ok(event && event->failed && event->offset == 10, "a mistake says where it is");
	searcher_event_free(event);
	number = searcher_ask(searcher, "理由7", today, 0);
	event = next_event(searcher, wake[0]);
	tap_ok(event && event->number == number && event->hits.count == 1 && event->complete,
	       "and the next question is answered");
	searcher_event_free(event);

	for (int i = 0; i < 20; i++)
		searcher_ask(searcher, "paper or 理", today, SEARCHER_LIVE);
	searcher_join(searcher);
	tap_ok(true, "ended while asked");
	scratch_remove(directory);
	return tap_done();
}
