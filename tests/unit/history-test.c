// SPDX-License-Identifier: GPL-3.0-or-later
// The journal's steps, going back to one, renaming tags, and which papers words are about.
#include "shoroku/archive/history.h"

#include <unistd.h>

#include "shoroku/archive/load.h"
#include "shoroku/archive/selection.h"
#include "shoroku/archive/store.h"
#include "shoroku/archive/tags.h"
#include "shoroku/base/compiler.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/model/key.h"
#include "scratch.h"
#include "tap.h"

static char directory[] = "history-test-XXXXXX";
static struct error err;
static struct arena arena;

static void
store(date_day day)
{
	static const char *const titles[] = {"Alpha readers", "Beta readers", "Gamma"};
	struct archive *archive = archive_open(directory, ARCHIVE_IMPORT, &err);
	struct entry entries[ARRAY_LENGTH(titles)] = {0};
	struct digest digest = {.date = day,
				.source = "a",
				.lang = "en",
				.entries = entries,
				.entry_count = ARRAY_LENGTH(titles)};
	struct store_raw raw = {"x", 1, "test", "test", 1, NULL};
	enum store_outcome outcome;

	for (size_t i = 0; i < ARRAY_LENGTH(titles); i++) {
		entries[i].paper.title = titles[i];
		entries[i].paper.key = key_of_paper(&arena, &entries[i].paper);
	}
	if (!archive || store_digest(archive, &digest, &raw, &outcome, &err))
		BUG("%s", err.text);
	archive_close(archive);
}

static struct load_entries
load(struct archive *archive)
{
	struct load_entries entries;

	if (load_entries(archive, &arena, (struct date_range){DATE_MIN, DATE_MAX}, false, &entries,
			 &err))
		BUG("%s", err.text);
	return entries;
}

// Marks the first `count` papers; the step made.
static int64_t
mark(struct archive *archive, const char *field, const char *value, size_t count)
{
	struct load_entries entries = load(archive);
	struct journal_change changes[3];
	struct journal_report report;

	for (size_t i = 0; i < count; i++)
		changes[i] =
		    (struct journal_change){entries.items[i].entry.paper.key, field, value};
	if (journal_apply(archive, &arena, changes, count, JOURNAL_USER, &report, &err))
		BUG("%s", err.text);
	tap_is_int(report.papers, (long long)count, "as many papers as were marked");
	return report.step;
}

// The rating and the tags of the first paper.
static void
is_marked(struct archive *archive, const char *want, const char *name)
{
	struct load_entries entries = load(archive);
	const struct marks *marks = &entries.items[0].marks;
	struct strbuf got;

	strbuf_init(&got);
	strbuf_addf(&got, "%d", marks->rating);
	for (size_t i = 0; i < marks->tag_count; i++)
		strbuf_addf(&got, " %s", marks->tags[i]);
	tap_is_str(got.data, want, name);
	strbuf_release(&got);
}

static void
test_restore(struct archive *archive)
{
	int64_t first = mark(archive, "rating", "2", 1);
	struct journal_report report;
	struct history history;

	mark(archive, "tag:評価", "1", 3);
	mark(archive, "rating", "5", 1);
	is_marked(archive, "5 評価", "three steps");
	tap_ok(!history_load(archive, &arena, INT64_MAX, 10, &history, &err) && history.count == 3,
	       "are the history");
	tap_ok(history.items[1].papers == 3 && history.items[1].change_count == 1 &&
		   history.items[1].changes[0].count == 3,
	       "with how many papers each changed");
	tap_is_str(history.items[1].changes[0].field, "tag:評価", "and what of them");
	tap_is_str(history.items[0].title, "Alpha readers", "and the title of one");
	tap_ok(!history_load(archive, &arena, history.items[0].step, 1, &history, &err) &&
		   history.count == 1 && history.items[0].papers == 3,
	       "it can be read in parts");
	tap_ok(!history_restore(archive, &arena, first, &report, &err) && report.changed == 4,
	       "back to the first step");
	is_marked(archive, "2", "as it was then");
	tap_ok(!journal_undo(archive, &arena, &report, &err) && report.changed == 4,
	       "that is undone as one step");
	is_marked(archive, "5 評価", "and all is back");
	tap_ok(!history_restore(archive, &arena, 0, &report, &err), "before everything");
	is_marked(archive, "0", "nothing is marked");
	tap_ok(!journal_undo(archive, &arena, &report, &err), "undone");
	tap_ok(history_restore(archive, &arena, 4711, &report, &err) && err.kind == ERROR_NOT_FOUND,
	       "no such step");
}

static void
test_rename(struct archive *archive)
{
	struct journal_report report;

	mark(archive, "tag:b", "1", 1);
	tap_ok(!tags_rename(archive, &arena, "評価", "b", &report, &err) && report.papers == 3,
	       "a tag becomes another that some have");
	is_marked(archive, "5 b", "they are one");
	tap_ok(!journal_undo(archive, &arena, &report, &err), "undone as one step");
	is_marked(archive, "5 b 評価", "they are two again");
	tap_ok(tags_rename(archive, &arena, "c", "b", &report, &err) && err.kind == ERROR_NOT_FOUND,
	       "a tag no paper has");
	tap_ok(tags_rename(archive, &arena, "b", " ", &report, &err) && err.kind == ERROR_USAGE,
	       "a name that is none");
}

static void
test_words(void)
{
	static const struct {
		const char *words[3];
		int want; // 0 names, 1 a query, -1 neither
	} rows[] = {
	    {{"123", "2025-09-24#1", "arxiv:2509.18058"}, 0},
	    {{"title:0123456789abcdef0123456789abcdef"}, 0},
	    {{"is:unread", "title:sharpness"}, 1},
	    {{"is:unread", "sharpness", "2025"}, 1},
	    {{"\"two words\""}, 1},
	    {{"-tag:later", "銀河"}, 1},
	    {{"title：銀河"}, 1},
	    {{"sharpness"}, -1},
	    {{"sharpness", "2025-09-24#1"}, -1},
	    {{"is:unread", "2025-09-24#1"}, -1},
	};

	for (size_t i = 0; i < ARRAY_LENGTH(rows); i++) {
		bool is_query;
		size_t count = 0;
		size_t bad;

		while (count < 3 && rows[i].words[count])
			count++;
		tap_is_int(selection_tell(rows[i].words, count, &is_query, &bad, &err) ? -1
										       : is_query,
			   rows[i].want, rows[i].words[0]);
	}
}

static void
test_query(struct archive *archive)
{
	date_day day = date_from_civil(2025, 9, 24);
	struct selection selection;
	size_t offset;

	tap_ok(!selection_find(archive, &arena, "title:readers", day, &selection, &offset, &err) &&
		   selection.count == 2,
	       "two papers, each in two digests");
	tap_ok(selection_find(archive, &arena, "title:nothing", day, &selection, &offset, &err) &&
		   err.kind == ERROR_NOT_FOUND,
	       "none");
	tap_ok(selection_find(archive, &arena, " ", day, &selection, &offset, &err) &&
		   err.kind == ERROR_USAGE,
	       "a query that says nothing finds nothing");
	tap_ok(selection_find(archive, &arena, "date:2025-13", day, &selection, &offset, &err) &&
		   offset == 5,
	       "a mistake has its place");
	selection.count = SELECTION_USUAL_MOST + 1;
	tap_ok(selection_check(&selection, "--many", &err) && strstr(err.text, "1001"),
	       "more than a thousand are asked for");
}

int
main(void)
{
	date_day day = date_from_civil(2025, 9, 24);
	struct archive *archive;

	arena_init(&arena);
	if (!mkdtemp(directory) || archive_prepare(directory, &err))
		BUG("%s", err.text);
	store(day);
	store(day - 1);
	archive = archive_open(directory, ARCHIVE_MARK, &err);
	if (!archive || journal_repair(archive, &err))
		BUG("%s", err.text);
	test_restore(archive);
	test_rename(archive);
	test_words();
	test_query(archive);
	archive_close(archive);
	arena_release(&arena);
	scratch_remove(directory);
	return tap_done();
}
