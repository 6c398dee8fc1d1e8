// SPDX-License-Identifier: GPL-3.0-or-later
// Days stored, marks, undo and redo, over handles closed and opened again.
#include <unistd.h>

#include "shoroku/archive/journal.h"
#include "shoroku/archive/load.h"
#include "shoroku/archive/store.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/model/entry-id.h"
#include "shoroku/model/key.h"
#include "scratch.h"
#include "tap.h"

static char directory[] = "journal-test-XXXXXX";
static struct error err;

static struct archive *
open_archive(enum archive_mode mode)
{
	struct archive *archive = archive_open(directory, mode, &err);

	if (!archive)
		BUG("%s", err.text);
	return archive;
}

static enum store_outcome
store(date_day day, const char *source, const char *titles, bool with_reason)
{
	struct archive *archive = open_archive(ARCHIVE_IMPORT);
	struct section reason = {SECTION_REASON, "選定理由", "理由", SECTION_FROM_SOURCE};
	struct entry entries[8] = {0};
	struct digest digest = {.date = day, .source = source, .lang = "ja", .entries = entries};
	struct store_raw raw = {titles, strlen(titles), "test", "test", 1, NULL};
	enum store_outcome outcome;
	struct arena arena;

	arena_init(&arena);
	for (const char *title = titles; *title; title++) {
		struct entry *entry = &entries[digest.entry_count++];

		entry->paper.title = arena_strndup(&arena, title, 1);
		entry->paper.key = key_of_paper(&arena, &entry->paper);
		entry->sections = &reason;
		entry->section_count = with_reason;
	}
	if (store_digest(archive, &digest, &raw, &outcome, &err))
		BUG("%s", err.text);
	arena_release(&arena);
	archive_close(archive);
	return outcome;
}

static struct load_entries
load(struct arena *arena, date_day day)
{
	struct archive *archive = open_archive(ARCHIVE_READ);
	struct load_entries entries;

	if (load_entries(archive, arena, (struct date_range){day, day}, true, &entries, &err))
		BUG("%s", err.text);
	archive_close(archive);
	return entries;
}

static struct journal_report
apply(date_day day, const char *field, const char *value, enum journal_origin origin)
{
	struct archive *archive = open_archive(ARCHIVE_MARK);
	struct journal_change changes[8];
	struct journal_report report;
	struct load_entries entries;
	struct arena arena;

	arena_init(&arena);
	entries = load(&arena, day);
	for (size_t i = 0; i < entries.count; i++)
		changes[i] =
		    (struct journal_change){entries.items[i].entry.paper.key, field, value};
	if (journal_apply(archive, &arena, changes, entries.count, origin, &report, &err))
		BUG("%s", err.text);
	arena_release(&arena);
	archive_close(archive);
	return report;
}

static int
reverse(bool undo, struct journal_report *report)
{
	struct archive *archive = open_archive(ARCHIVE_MARK);
	struct arena arena;
	int result;

	arena_init(&arena);
	result = undo ? journal_undo(archive, &arena, report, &err)
		      : journal_redo(archive, &arena, report, &err);
	arena_release(&arena);
	archive_close(archive);
	return result;
}

// "FU" an entry: F favourite or -, R read or -, the number of tags.
static void
is_marked(date_day day, const char *want, const char *name)
{
	struct load_entries entries;
	struct strbuf got;
	struct arena arena;

	arena_init(&arena);
	strbuf_init(&got);
	entries = load(&arena, day);
	for (size_t i = 0; i < entries.count; i++) {
		const struct marks *marks = &entries.items[i].marks;

		strbuf_addf(&got, "%s%c%c%zu", i ? " " : "", marks->favourite ? 'F' : '-',
			    marks->read ? 'R' : '-', marks->tag_count);
	}
	tap_is_str(got.data, want, name);
	strbuf_release(&got);
	arena_release(&arena);
}

static void
test_store(date_day day)
{
	struct load_entries entries;
	struct arena arena;

	tap_is_int(store(day, "a", "XYZ", true), STORE_ADDED, "a day is added");
	tap_is_int(store(day, "a", "XYZ", true), STORE_UNCHANGED, "again: unchanged");
	tap_is_int(store(day, "a", "XY", true), STORE_POORER, "a paper less is poorer");
	tap_is_int(store(day, "a", "XYZ", false), STORE_POORER, "sections less are poorer");
	tap_is_int(store(day, "a", "XY", true), STORE_UNCHANGED, "the same poorer text again");
	arena_init(&arena);
	entries = load(&arena, day);
	tap_is_int((long long)entries.count, 3, "the richer day stays");
	tap_is_int(entries.items[0].entry.id, entry_id_make(day, 0), "ids are dates");
	tap_is_int(entries.items[2].entry.id, entry_id_make(day, 2),
		   "and go down in printed order");
	arena_release(&arena);
	tap_is_int(store(day, "a", "WXYZ", true), STORE_REVISED, "a paper more is a revision");
	arena_init(&arena);
	entries = load(&arena, day);
	tap_is_str(entries.items[1].entry.paper.title, "X", "shown in the new order");
	tap_is_int(entries.items[1].entry.id, entry_id_make(day, 0), "a paper keeps its id");
	arena_release(&arena);
	tap_is_int(store(day, "b", "X", true), STORE_ADDED, "another source on that day");
	tap_is_int(store(day + 1, "a", "", true), STORE_ADDED, "a day without papers is a day");
}

static void
test_marks(date_day day)
{
	struct journal_report report;

	tap_is_int(apply(day, "favourite", "1", JOURNAL_USER).changed, 4,
		   "four papers, one shared");
	is_marked(day, "F-0 F-0 F-0 F-0 F-0", "all entries of a paper show its mark");
	tap_is_int(apply(day, "favourite", "1", JOURNAL_USER).step, 0, "again is no step");
	apply(day, "tag:評価", "1", JOURNAL_USER);
	is_marked(day, "F-1 F-1 F-1 F-1 F-1", "a tag");
	tap_ok(!reverse(true, &report) && report.changed == 4, "undo takes the step back");
	is_marked(day, "F-0 F-0 F-0 F-0 F-0", "the tag is gone");
	tap_ok(!reverse(true, &report), "undo again");
	is_marked(day, "--0 --0 --0 --0 --0", "the favourites too");
	tap_ok(reverse(true, &report) && err.kind == ERROR_NOT_FOUND, "then there is nothing left");
	tap_ok(!reverse(false, &report), "redo");
	is_marked(day, "F-0 F-0 F-0 F-0 F-0", "does it again");
	apply(day, "read", "1", JOURNAL_AUTOMATIC);
	tap_ok(!reverse(true, &report), "undo passes over automatic reading marks");
	is_marked(day, "-R0 -R0 -R0 -R0 -R0", "which stay");
	apply(day, "read", NULL, JOURNAL_USER);
	apply(day, "read", "1", JOURNAL_AUTOMATIC);
	tap_ok(!reverse(true, &report) && report.changed == 0 && report.left == 4,
	       "a mark changed since is left and counted");
	apply(day, "rating", "3", JOURNAL_USER);
	tap_ok(reverse(false, &report) && err.kind == ERROR_NOT_FOUND,
	       "a new step ends what could be redone");
}

static void
test_later_entries(date_day day)
{
	store(day + 2, "a", "X", true);
	is_marked(day + 2, "-R0", "a paper marked before is marked in a later digest");
}

int
main(void)
{
	date_day day = date_from_civil(2025, 9, 24);

	if (!mkdtemp(directory) || archive_prepare(directory, &err))
		BUG("%s", err.text);
	test_store(day);
	test_marks(day);
	test_later_entries(day);
	scratch_remove(directory);
	return tap_done();
}
