// SPDX-License-Identifier: GPL-3.0-or-later
// Statistics of a small archive, counted by hand; and bars.
#include "shoroku/archive/stats.h"

#include <stdlib.h>
#include <unistd.h>

#include "shoroku/archive/journal.h"
#include "shoroku/archive/store.h"
#include "shoroku/base/clock.h"
#include "shoroku/base/paths.h"
#include "shoroku/model/key.h"
#include "shoroku/text/bar.h"
#include "scratch.h"
#include "tap.h"

static char directory[] = "stats-test-XXXXXX";
static struct arena arena;
static struct error err;
static const struct date_range everything = {DATE_MIN, DATE_MAX};

static const struct {
	const char *date;
	const char *source;
	const char *title;
	const char *authors[3];
} papers[] = {
    {"2025-01-30", "north", "One", {"Ann Bell", "Zoran Nikolić"}},
    {"2025-02-02", "north", "Two", {"Ann Bell"}},
    {"2025-02-02", "south", "Three", {"ZORAN NIKOLIC", "Ann Bell"}},
    {"2025-04-01", "south", "Four", {"Zoran Nikolić", "山田 太郎"}},
};
#define PAPERS (sizeof(papers) / sizeof(*papers))

static struct archive *
open_archive(enum archive_mode mode)
{
	struct archive *archive = archive_open(directory, mode, &err);

	if (!archive)
		BUG("%s", err.text);
	return archive;
}

static struct paper
make_paper(size_t index)
{
	struct paper paper = {.title = papers[index].title};

	paper.authors = arena_alloc(&arena, 3 * sizeof(char *));
	for (size_t i = 0; papers[index].authors[i]; i++)
		paper.authors[paper.author_count++] = papers[index].authors[i];
	paper.key = key_of_paper(&arena, &paper);
	return paper;
}

static void
store_all(void)
{
	struct archive *archive = open_archive(ARCHIVE_IMPORT);
	struct store_raw raw = {"x", 1, "test", "test", 1, NULL};
	enum store_outcome outcome;

	for (size_t i = 0; i < PAPERS; i++) {
		struct entry entry = {.paper = make_paper(i)};
		struct digest digest = {.source = papers[i].source, .entries = &entry};

		digest.date = date_parse_iso(papers[i].date, 10);
		digest.entry_count = 1;
		if (store_digest(archive, &digest, &raw, &outcome, &err))
			BUG("%s", err.text);
	}
	archive_close(archive);
}

static void
mark(size_t index, const char *field, const char *value, const char *now)
{
	struct archive *archive = open_archive(ARCHIVE_MARK);
	struct journal_change change = {make_paper(index).key, field, value};
	struct journal_report report;

	setenv("SHOROKU_NOW", now, 1);
	if (journal_apply(archive, &arena, &change, 1, JOURNAL_USER, &report, &err))
		BUG("%s", err.text);
	archive_close(archive);
}

static struct stats
count(enum stats_group group, struct date_range range)
{
	struct archive *archive = open_archive(ARCHIVE_READ);
	struct stats stats;

	if (stats_count(archive, &arena, group, range, clock_today(), &stats, &err))
		BUG("%s", err.text);
	archive_close(archive);
	return stats;
}

static void
is_row(const struct stats *stats, size_t index, const char *name, size_t papers_there, size_t read)
{
	const struct stats_row *row = index < stats->count ? &stats->rows[index] : NULL;

	tap_is_str(row ? row->name : NULL, name, "the row's name");
	tap_is_int(row ? (long)row->papers : -1, (long)papers_there, "its papers");
	tap_is_int(row ? (long)row->read : -1, (long)read, "its read papers");
}

static void
test_periods(void)
{
	struct stats stats = count(STATS_MONTH, everything);
	struct date_range february = {date_from_civil(2025, 2, 1), date_from_civil(2025, 2, 28)};

	tap_is_int((long)stats.count, 5, "months, the empty one among them");
	is_row(&stats, 0, "2025-01", 1, 0);
	is_row(&stats, 1, "2025-02", 2, 0);
	is_row(&stats, 2, "2025-03", 0, 0);
	is_row(&stats, 3, "2025-04", 1, 0);
	is_row(&stats, 4, "2025-05", 0, 3);
	tap_is_int(stats.streak, 2, "days in a row up to yesterday");
	tap_is_int(stats.longest, 2, "at most");
	tap_is_int((long)stats.papers, 4, "papers");
	tap_is_int((long)stats.read, 3, "read");
	stats = count(STATS_WEEK, everything);
	is_row(&stats, 0, "2025-01-27", 3, 0);
	stats = count(STATS_YEAR, everything);
	is_row(&stats, 0, "2025", 4, 3);
	stats = count(STATS_DAY, february);
	tap_is_int((long)stats.count, 1, "one day of February");
	is_row(&stats, 0, "2025-02-02", 2, 0);
	setenv("SHOROKU_NOW", "2025-05-12T12:00:00Z", 1);
	tap_is_int(count(STATS_DAY, everything).streak, 0, "a day left out ends it");
}

static void
test_names(void)
{
	struct date_range february = {date_from_civil(2025, 2, 1), date_from_civil(2025, 2, 28)};
	struct stats stats = count(STATS_SOURCE, everything);

	tap_is_int((long)stats.count, 2, "sources");
	is_row(&stats, 0, "north", 2, 0);
	stats = count(STATS_TAG, everything);
	tap_is_int((long)stats.count, 2, "tags");
	is_row(&stats, 0, "b", 2, 0);
	is_row(&stats, 1, "a", 1, 0);
	tap_is_int((long)count(STATS_TAG, february).count, 1, "tags of February");
	stats = count(STATS_AUTHOR, everything);
	tap_is_int((long)stats.count, 3, "authors");
	is_row(&stats, 0, "Ann Bell", 3, 0);
	is_row(&stats, 1, "Zoran Nikolić", 3, 0);
	is_row(&stats, 2, "山田 太郎", 1, 0);
}

static void
is_bar(size_t value, size_t most, size_t cells, bool ascii, const char *expected)
{
	struct strbuf bar;

	strbuf_init(&bar);
	bar_append(&bar, value, most, cells, ascii);
	tap_is_str(bar.data, expected, ascii ? "a bar in ASCII" : "a bar");
	strbuf_release(&bar);
}

static void
test_bars(void)
{
	is_bar(0, 10, 4, false, "");
	is_bar(10, 10, 4, false, "████");
	is_bar(5, 10, 3, false, "█▌");
	is_bar(1, 100000, 4, false, "▏");
	is_bar(1, 100000, 4, true, "#");
	is_bar(5, 10, 4, true, "##");
	is_bar(3, 0, 4, false, "▏");
	is_bar(30, 10, 2, true, "##");
}

int
main(void)
{
	if (!mkdtemp(directory))
		return EXIT_FAILURE;
	setenv("TZ", "UTC", 1);
	arena_init(&arena);
	if (archive_prepare(directory, &err))
		BUG("%s", err.text);
	store_all();
	mark(0, "read", "1", "2025-05-07T10:00:00Z");
	mark(1, "read", "1", "2025-05-08T10:00:00Z");
	mark(2, "read", "1", "2025-05-08T11:00:00Z");
	mark(3, "read", "1", "2025-05-08T11:30:00Z");
	mark(3, "read", NULL, "2025-05-08T12:00:00Z");
	mark(1, "tag:a", "1", "2025-05-08T12:00:00Z");
	mark(0, "tag:b", "1", "2025-05-08T12:00:00Z");
	mark(3, "tag:b", "1", "2025-05-08T12:00:00Z");
	setenv("SHOROKU_NOW", "2025-05-09T12:00:00Z", 1);
	test_periods();
	test_names();
	test_bars();
	arena_release(&arena);
	scratch_remove(directory);
	return tap_done();
}
