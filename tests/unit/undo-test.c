// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever marks are made, undoing them step by step goes back through every state there was, and doing
// them again goes forth; also over handles closed and opened again.
#include <unistd.h>

#include "shoroku/archive/history.h"
#include "shoroku/archive/load.h"
#include "shoroku/archive/store.h"
#include "shoroku/archive/tags.h"
#include "shoroku/base/compiler.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/base/vec.h"
#include "shoroku/model/key.h"
#include "scratch.h"
#include "tap.h"

enum { PAPERS = 8, OPERATIONS = 1000, LONGEST_STEP = 4 };

// In memory where that can be: each of two thousand steps is written through to the disk.
static char in_memory[] = "/dev/shm/shoroku-undo-test-XXXXXX";
static char on_disk[] = "undo-test-XXXXXX";
static const char *directory = in_memory;
static struct error err;

// The state after each step that can be undone, the first before any.
struct states {
	VEC(char *) list;
	size_t now;
};

static uint32_t
pick(uint32_t below)
{
	static uint32_t seed = 20250924;

	seed = seed * 1664525 + 1013904223;
	return (seed >> 8) % below;
}

static struct archive *
reopen(struct archive *archive)
{
	archive_close(archive);
	archive = archive_open(directory, ARCHIVE_MARK, &err);
	if (!archive || journal_repair(archive, &err))
		BUG("%s", err.text);
	return archive;
}

static void
store(date_day day, const char *titles)
{
	struct archive *archive = archive_open(directory, ARCHIVE_IMPORT, &err);
	struct entry entries[PAPERS] = {0};
	struct digest digest = {.date = day, .source = "a", .lang = "ja", .entries = entries};
	struct store_raw raw = {titles, strlen(titles), "test", "test", 1, NULL};
	enum store_outcome outcome;
	struct arena arena;

	arena_init(&arena);
	for (; *titles; titles++) {
		struct entry *entry = &entries[digest.entry_count++];

		entry->paper.title = arena_strndup(&arena, titles, 1);
		entry->paper.key = key_of_paper(&arena, &entry->paper);
	}
	if (!archive || store_digest(archive, &digest, &raw, &outcome, &err))
		BUG("%s", err.text);
	arena_release(&arena);
	archive_close(archive);
}

static struct load_entries
load_all(struct archive *archive, struct arena *arena)
{
	struct load_entries entries;

	if (load_entries(archive, arena, (struct date_range){DATE_MIN, DATE_MAX}, false, &entries,
			 &err))
		BUG("%s", err.text);
	return entries;
}

// All marks of all papers, and how many are unread a day.
static char *
state_of(struct archive *archive)
{
	struct load_entries entries;
	struct load_days days;
	struct strbuf text;
	struct arena arena;

	arena_init(&arena);
	strbuf_init(&text);
	entries = load_all(archive, &arena);
	for (size_t i = 0; i < entries.count; i++) {
		const struct marks *marks = &entries.items[i].marks;

		strbuf_addf(&text, "%d%d%d %s", marks->read, marks->favourite, marks->rating,
			    marks->note ? marks->note : "-");
		for (size_t j = 0; j < marks->tag_count; j++)
			strbuf_addf(&text, " %s", marks->tags[j]);
		strbuf_add_byte(&text, '\n');
	}
	if (load_days(archive, &arena, (struct date_range){DATE_MIN, DATE_MAX}, &days, &err))
		BUG("%s", err.text);
	for (size_t i = 0; i < days.count; i++)
		strbuf_addf(&text, "%d unread\n", days.items[i].unread);
	arena_release(&arena);
	return strbuf_detach(&text);
}

static struct journal_change
random_change(const char *key)
{
	static const struct journal_change kinds[] = {
	    {NULL, "read", "1"},       {NULL, "read", NULL},	{NULL, "favourite", "1"},
	    {NULL, "favourite", NULL}, {NULL, "rating", "3"},	{NULL, "rating", "5"},
	    {NULL, "rating", NULL},    {NULL, "note", "考え"},	{NULL, "note", "two\nlines"},
	    {NULL, "note", NULL},      {NULL, "tag:評価", "1"}, {NULL, "tag:評価", NULL},
	    {NULL, "tag:b", "1"},      {NULL, "tag:b", NULL},	{NULL, "tag:c", "1"},
	};
	struct journal_change change = kinds[pick(ARRAY_LENGTH(kinds))];

	change.key = key;
	return change;
}

static int
make_marks(struct archive *archive, struct arena *arena, struct journal_report *report)
{
	struct load_entries entries = load_all(archive, arena);
	struct journal_change changes[PAPERS * 2];
	size_t count = pick(8) ? 1 + pick(LONGEST_STEP) : PAPERS;

	for (size_t i = 0; i < count; i++)
		changes[i] =
		    random_change(entries.items[pick((uint32_t)entries.count)].entry.paper.key);
	return journal_apply(archive, arena, changes, count, JOURNAL_USER, report, &err);
}

static int
rename_tag(struct archive *archive, struct arena *arena, struct journal_report *report)
{
	static const char *const names[] = {"評価", "b", "c"};
	uint32_t from = pick(3);
	int result =
	    tags_rename(archive, arena, names[from], names[(from + 1 + pick(2)) % 3], report, &err);

	return result && err.kind == ERROR_NOT_FOUND ? 0 : result;
}

static int
go_back(struct archive *archive, struct arena *arena, struct journal_report *report)
{
	struct history history;

	if (history_load(archive, arena, INT64_MAX, 6, &history, &err))
		return -1;
	return history_restore(archive, arena,
			       history.count ? history.items[history.count - 1].step : 0, report,
			       &err);
}

static void
forget_states_after(struct states *states)
{
	while (states->list.count > states->now + 1)
		free(states->list.items[--states->list.count]);
}

static void
operate(struct archive *archive, struct states *states)
{
	struct journal_report report;
	struct arena arena;
	uint32_t kind = pick(50);
	int result;

	arena_init(&arena);
	result = kind == 0   ? go_back(archive, &arena, &report)
		 : kind <= 2 ? rename_tag(archive, &arena, &report)
			     : make_marks(archive, &arena, &report);
	if (result)
		BUG("%s", err.text);
	if (report.step) {
		forget_states_after(states);
		*vec_push(&states->list) = state_of(archive);
		states->now++;
	}
	arena_release(&arena);
}

// One step back or forth; whether the state is what it was then.
static bool
step(struct archive *archive, struct states *states, bool undo)
{
	struct journal_report report;
	struct arena arena;
	char *state;
	bool same;

	arena_init(&arena);
	if (undo ? journal_undo(archive, &arena, &report, &err)
		 : journal_redo(archive, &arena, &report, &err))
		BUG("%s", err.text);
	arena_release(&arena);
	states->now += undo ? (size_t)-1 : 1;
	state = state_of(archive);
	same = report.left == 0 && !strcmp(state, states->list.items[states->now]);
	free(state);
	return same;
}

static struct archive *
test_there_and_back(struct archive *archive, struct states *states)
{
	size_t differences = 0;
	struct journal_report report;
	struct arena arena;

	for (int i = 0; i < OPERATIONS; i++) {
		if (i == OPERATIONS / 2)
			archive = reopen(archive);
		operate(archive, states);
	}
	tap_note("%zu steps", states->now);
	for (size_t half = states->now / 2; states->now;) {
		differences += !step(archive, states, true);
		if (states->now == half)
			archive = reopen(archive);
	}
	tap_is_int((long long)differences, 0, "undone one by one, every state was there before");
	arena_init(&arena);
	tap_ok(journal_undo(archive, &arena, &report, &err) && err.kind == ERROR_NOT_FOUND,
	       "then nothing is left to undo");
	arena_release(&arena);
	return archive;
}

// Any mixture of doing, undoing and doing again.
static void
test_wandering(struct archive *archive, struct states *states)
{
	size_t differences = 0;

	for (int i = 0; i < 300; i++) {
		uint32_t kind = pick(3);

		if (kind == 0)
			operate(archive, states);
		else if (kind == 1 && states->now)
			differences += !step(archive, states, true);
		else if (kind == 2 && states->now + 1 < states->list.count)
			differences += !step(archive, states, false);
	}
	tap_is_int((long long)differences, 0, "to and fro, likewise");
}

int
main(void)
{
	date_day day = date_from_civil(2025, 9, 24);
	struct states states = {0};
	struct archive *archive;

	if (!mkdtemp(in_memory))
		directory = mkdtemp(on_disk);
	if (!directory || archive_prepare(directory, &err))
		BUG("%s", err.text);
	store(day, "ABCDE");
	store(day + 1, "FGHA");
	archive = reopen(NULL);
	*vec_push(&states.list) = state_of(archive);
	archive = test_there_and_back(archive, &states);
	test_wandering(archive, &states);
	states.now = (size_t)-1;
	forget_states_after(&states);
	vec_release(&states.list);
	archive_close(archive);
	scratch_remove(directory);
	return tap_done();
}
