// SPDX-License-Identifier: GPL-3.0-or-later
// Days of one part and of several: where their papers stand, and what storing them writes.
#include "archive/store-part.h"

#include "scratch.h"
#include "shoroku/archive/load.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/model/key.h"
#include "tap.h"

#define DAY 20000

static char directory[] = "parts-test-XXXXXX";
static struct error err;

// A paper a letter.
static enum store_outcome
store(struct archive *archive, const char *titles, const char *origin)
{
	struct section reason = {SECTION_REASON, "選定理由", "理由"};
	struct entry entries[8] = {0};
	struct digest digest = {.date = DAY, .source = "a", .lang = "ja", .entries = entries};
	struct store_raw raw = {titles, strlen(titles), "test", "test", 1, origin};
	enum store_outcome outcome;
	struct arena arena;

	arena_init(&arena);
	for (const char *title = titles; *title; title++) {
		struct entry *entry = &entries[digest.entry_count++];

		entry->paper.title = arena_strndup(&arena, title, 1);
		entry->paper.key = key_of_paper(&arena, &entry->paper);
		entry->sections = &reason;
		entry->section_count = 1;
	}
	if (store_digest(archive, &digest, &raw, &outcome, &err))
		BUG("%s", err.text);
	arena_release(&arena);
	return outcome;
}

// How many positions the statement that numbers through has written since it was last asked.
static int
positions_written(struct archive *archive)
{
	sqlite3_stmt *statement = archive->statements[STATEMENT_SET_POSITION];

	return statement ? sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_RUN, 1) : 0;
}

static void
check_day(struct archive *archive, const char *want, const char *name)
{
	struct load_entries entries;
	struct strbuf got;
	struct arena arena;

	arena_init(&arena);
	strbuf_init(&got);
	if (load_entries(archive, &arena, (struct date_range){DAY, DAY}, false, &entries, &err))
		BUG("%s", err.text);
	for (size_t i = 0; i < entries.count; i++)
		strbuf_addf(&got, "%d%s ", entries.items[i].entry.position,
			    entries.items[i].entry.paper.title);
	tap_is_str(got.data, want, name);
	strbuf_release(&got);
	arena_release(&arena);
}

int
main(void)
{
	struct archive *archive;

	if (!mkdtemp(directory) || archive_prepare(directory, &err))
		BUG("mkdtemp");
	archive = archive_open(directory, ARCHIVE_IMPORT, &err);
	if (!archive)
		BUG("%s", err.text);
	store(archive, "ABC", "one");
	check_day(archive, "1A 2B 3C ", "a day");
	tap_ok(store(archive, "DCBA", "one") == STORE_REVISED, "a revision");
	check_day(archive, "1D 2C 3B 4A ", "in its own order");
	tap_is_int(positions_written(archive), 0, "is numbered as it is written");
	tap_ok(store(archive, "EF", "two") == STORE_ADDED, "another part");
	check_day(archive, "1D 2C 3B 4A 5E 6F ", "stands behind");
	tap_is_int(positions_written(archive), 0, "without numbering the first anew");
	store(archive, "GDCBA", "one");
	check_day(archive, "1G 2D 3C 4B 5A 6E 7F ", "the first grows and moves the second");
	tap_is_int(positions_written(archive), 7, "which is numbered through");
	archive_close(archive);
	tap_ok(!scratch_remove(directory), "nothing is left");
	return tap_done();
}
