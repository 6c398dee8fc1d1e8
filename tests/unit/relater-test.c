// SPDX-License-Identifier: GPL-3.0-or-later
// The thread of related papers: the newest question is answered, whatever the others were about, and ending
// in the middle of one is fine.
#include "shoroku/work/relater.h"

#include <poll.h>
#include <unistd.h>

#include "shoroku/archive/load.h"
#include "shoroku/archive/store.h"
#include "shoroku/base/compiler.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/feed/parse.h"
#include "scratch.h"
#include "tap.h"

#define PAPERS 200

static char directory[] = "relater-test-XXXXXX";
static struct archive *archive;

// Each paper shares its word with nine others.
static void
import_day(const char *source)
{
	struct parse_result parsed;
	enum store_outcome outcome;
	struct archive *importing;
	struct arena arena;
	struct strbuf day;
	struct error err;

	arena_init(&arena);
	strbuf_init(&day);
	strbuf_add_string(&day, "2025-09-24 digest\n");
	for (int i = 0; i < PAPERS; i++)
		strbuf_addf(&day,
			    "\nPaper of number %d\n\nAnn Bell\n\nReason\n\n"
			    "It measures gadolinium%d beside ytterbium%d.\n",
			    i, i / 10, i / 10);
	struct store_raw raw = {day.data, day.length, "test", "test", 1, NULL};
	struct parse_input input = {
	    .name = "test", .bytes = day.data, .length = day.length, .date = DATE_NONE};
	if (archive_prepare(directory, &err) || parse_digests(&arena, &input, &parsed, &err))
		BUG("%s", err.text);
	parse_set_source(&arena, &parsed, source);
	importing = archive_open(directory, ARCHIVE_IMPORT, &err);
	if (!importing || store_digest(importing, parsed.digests, &raw, &outcome, &err))
		BUG("%s", err.text);
	archive_close(importing);
	strbuf_release(&day);
	arena_release(&arena);
}

static int64_t
entry_of(const char *name)
{
	struct error err;
	int64_t id;

	if (load_resolve(archive, name, date_from_civil(2025, 9, 24), &id, &err))
		BUG("%s", err.text);
	return id;
}

static struct relater_event *
next_event(struct relater *relater, int fd)
{
	struct relater_event *event;

	while (!(event = relater_take(relater))) {
		struct pollfd polled = {fd, POLLIN, 0};
		char bytes[64];

		if (poll(&polled, 1, 10000) <= 0 || read(fd, bytes, sizeof(bytes)) < 0)
			return NULL;
	}
	return event;
}

static void
test_answers(struct relater *relater, int fd)
{
	int64_t seventh = entry_of("2025-09-24/one#7");
	struct relater_event *event;
	uint64_t number = 0;
	bool own = true;

	for (int i = 0; i < 100; i++)
		number = i % 2 ? relater_find(relater, seventh - i % 9, 5)
			       : relater_match(relater, seventh);
	number = relater_find(relater, seventh, 5);
	event = next_event(relater, fd);
	tap_ok(event && event->number == number && event->entry == seventh && !event->failed &&
		   !event->is_match,
	       "of 100 questions in a row the last is answered");
	tap_ok(event && event->count == 5, "with so many as were asked for");
	for (size_t i = 0; event && i < event->count; i++)
		own = own && event->papers[i].entry != seventh && event->papers[i].title &&
		      event->papers[i].similar.word_count > 0;
	tap_ok(own, "other papers, and what they share");
	tap_ok(event && event->elsewhere_count == 1 && !strcmp(event->elsewhere[0].source, "two"),
	       "and where else the paper stands");
	relater_event_free(event);
}

static void
test_match(struct relater *relater, int fd)
{
	int64_t entry = entry_of("2025-09-24/one#3");
	struct relater_event *event;

	relater_match(relater, entry);
	event = next_event(relater, fd);
	tap_ok(event && event->is_match && event->entry == entry && !event->failed && !event->match,
	       "what nothing is wrong with fits nowhere better");
	relater_event_free(event);
}

static void
test_missing(struct relater *relater, int fd)
{
	struct relater_event *event;

	relater_find(relater, 1, 5);
	event = next_event(relater, fd);
	tap_ok(event && event->failed && event->error.kind == ERROR_NOT_FOUND,
	       "an entry that is not there is said");
	relater_event_free(event);
}

int
main(void)
{
	struct relater *relater;
	struct error err;
	int wake[2];

	if (!mkdtemp(directory) || pipe(wake))
		return EXIT_FAILURE;
	import_day("one");
	import_day("two");
	archive = archive_open(directory, ARCHIVE_READ, &err);
	if (!archive)
		BUG("%s", err.text);
	relater = relater_start(directory, .6, wake[1]);
	test_answers(relater, wake[0]);
	test_match(relater, wake[0]);
	test_missing(relater, wake[0]);
	for (int i = 0; i < 20; i++)
		relater_find(relater, entry_of("2025-09-24/one#7"), 20);
	relater_join(relater);
	tap_ok(true, "ended while asked");
	archive_close(archive);
	scratch_remove(directory);
	return tap_done();
}
