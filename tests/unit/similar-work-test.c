// SPDX-License-Identifier: GPL-3.0-or-later
// What finding related papers costs does not grow with the archive: steps of SQLite's machine and pages
// looked at, for papers of common and of rare words, on eight times as many papers. Nor does a text that
// says nothing cost much.
#include <string.h>
#include <unistd.h>

#include <sqlite3.h>

#include "archive/handle.h"
#include "archive/similar-candidates.h"
#include "archive/warnings-counts.h"
#include "shoroku/archive/reading.h"
#include "shoroku/archive/records.h"
#include "shoroku/archive/similar.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/model/entry-id.h"
#include "shoroku/model/key.h"
#include "draw.h"
#include "scratch.h"
#include "tap.h"

#define FEW 5000
#define MANY 40000
#define A_DAY 100
#define FIRST_DAY 10000
#define A_BATCH 1000
#define MOST 5
#define TELLING 10 // papers ask for, the newest ones
#define LONGEST_LIST 1000
#define PAGES 2500 // enough for all candidates' texts and all terms' lists

static char directory[] = "similar-work-test-XXXXXX";
static struct error err;

// Words of many papers, of few, and of a theme that every two hundredth has.
static char *
text_of(unsigned number)
{
	struct strbuf text;

	strbuf_init(&text);
	for (int i = 0; i < 30; i++)
		strbuf_addf(&text, "word%c%c ", 'a' + (char)draw(26), 'a' + (char)draw(26));
	strbuf_addf(&text, "theme%c%c of plankton ", 'a' + (char)(number % 200 / 26),
		    'a' + (char)(number % 200 % 26));
	return strbuf_detach(&text);
}

static void
fill(struct arena *arena, unsigned number, const char *text, struct entry *entry)
{
	char title[32];

	snprintf(title, sizeof(title), "%u", number);
	*entry = (struct entry){
	    .date = FIRST_DAY + (date_day)(number / A_DAY), .source = "test", .lang = "en"};
	entry->paper.title = arena_strdup(arena, title);
	entry->paper.key = key_of_paper(arena, &entry->paper);
	entry->sections = arena_alloc(arena, sizeof(*entry->sections));
	entry->section_count = 1;
	entry->sections[0] =
	    (struct section){SECTION_DETAIL, "d", arena_strdup(arena, text), SECTION_FROM_SOURCE};
}

static void
store(struct archive *archive, unsigned first, unsigned count, const char *text)
{
	struct entry *entries = memory_alloc(count * sizeof(*entries));
	struct records_terms *terms = records_terms_new();
	struct records_terms_maker *maker = records_terms_maker_new();
	struct records_found found = {.terms = terms};
	struct records_totals totals = {0};
	struct arena arena;

	arena_init(&arena);
	for (unsigned i = 0; i < count; i++) {
		char *own = text ? NULL : text_of(first + i);

		fill(&arena, first + i, text ? text : own, &entries[i]);
		free(own);
	}
	records_terms_make(maker, entries, count, terms);
	if (records_store(archive, entries, count, &found, &totals, &err))
		BUG("%s", err.text);
	records_terms_maker_free(maker);
	records_terms_free(terms);
	arena_release(&arena);
	free(entries);
}

// Behind the papers one whose text is a character a million times, and one of signs.
static struct archive *
make(unsigned count)
{
	char *same = memory_alloc((1 << 20) + 1);
	struct archive *archive;

	memset(same, 'a', 1 << 20);
	if (archive_prepare(directory, &err) ||
	    !(archive = archive_open(directory, ARCHIVE_IMPORT, &err)))
		BUG("%s", err.text);
	for (unsigned done = 0; done < count; done += A_BATCH)
		store(archive, done, A_BATCH, NULL);
	store(archive, count, 1, same);
	store(archive, count + 1, 1, "++ -- 12 345 !? ///");
	records_settle(archive);
	archive_close(archive);
	free(same);
	archive = archive_open(directory, ARCHIVE_READ, &err);
	if (!archive)
		BUG("%s", err.text);
	return archive;
}

struct cost {
	long long steps;
	long long pages;
	size_t found;
};

static struct cost
cost_now(struct archive *archive)
{
	struct cost cost = {0};
	int ignored;
	int hit;
	int miss;

	for (sqlite3_stmt *st = NULL; (st = sqlite3_next_stmt(archive->db, st));)
		cost.steps += sqlite3_stmt_status(st, SQLITE_STMTSTATUS_VM_STEP, 0);
	sqlite3_db_status(archive->db, SQLITE_DBSTATUS_CACHE_HIT, &hit, &ignored, 0);
	sqlite3_db_status(archive->db, SQLITE_DBSTATUS_CACHE_MISS, &miss, &ignored, 0);
	cost.pages = (long long)hit + miss;
	return cost;
}

static struct cost
ask(struct archive *archive, unsigned number)
{
	int64_t entry =
	    entry_id_make(FIRST_DAY + (date_day)(number / A_DAY), (int)(number % A_DAY));
	struct cost before = cost_now(archive);
	struct similar *list;
	struct arena arena;
	struct cost cost;
	size_t count;

	arena_init(&arena);
	if (similar_find(archive, &arena, entry, MOST, &list, &count, &err))
		BUG("%s", err.text);
	cost = cost_now(archive);
	arena_release(&arena);
	return (struct cost){cost.steps - before.steps, cost.pages - before.pages, count};
}

// What the dearest of some papers costs, once statements are prepared.
static struct cost
ask_some(struct archive *archive, unsigned count)
{
	struct cost most = {0};

	ask(archive, 0);
	for (unsigned i = 0; i < TELLING; i++) {
		struct cost cost = ask(archive, i * (count / TELLING));

		most.steps = cost.steps > most.steps ? cost.steps : most.steps;
		most.pages = cost.pages > most.pages ? cost.pages : most.pages;
		most.found += cost.found;
	}
	return most;
}

static void
test_nothing(struct archive *archive, unsigned count, const struct cost *some)
{
	for (unsigned i = 0; i < 2; i++) {
		struct cost cost = ask(archive, count + i);

		tap_ok(!cost.found && cost.pages * 5 < some->pages,
		       "%s: nothing, in %lld steps and %lld pages",
		       i ? "no letters" : "a letter a million times", cost.steps, cost.pages);
	}
}

// Lists lie close together, so that pages do not tell how far they are walked.
static void
test_lists(struct archive *archive)
{
	struct similar_candidates candidates;
	struct trust_statistics statistics;
	char *text = text_of(0);
	double longest = 0;

	if (reading_begin(archive, &err) ||
	    warnings_counts_statistics(archive, INT64_MAX, &statistics, &err) ||
	    similar_candidates_find(archive, text, strlen(text), false, &statistics, &candidates,
				    &err))
		BUG("%s", err.text);
	reading_end(archive);
	for (size_t i = 0; i < candidates.terms.count; i++) {
		if (candidates.terms.items[i].papers > longest)
			longest = candidates.terms.items[i].papers;
	}
	tap_is_int((long long)longest, LONGEST_LIST, "of long lists only the beginning is walked");
	similar_candidates_release(&candidates);
	free(text);
}

int
main(void)
{
	struct archive *archive;
	struct cost few;
	struct cost many;

	if (!mkdtemp(directory))
		BUG("mkdtemp");
	archive = make(FEW);
	few = ask_some(archive, FEW);
	tap_is_int((long long)few.found, MOST * TELLING, "each has related papers");
	archive_close(archive);
	scratch_empty(directory);
	archive = make(MANY);
	many = ask_some(archive, MANY);
	tap_is_int((long long)many.found, MOST * TELLING, "and among more");
	tap_ok(many.steps * 2 <= few.steps * 3, "%lld steps of %d, %lld of %d", few.steps, FEW,
	       many.steps, MANY);
	tap_ok(many.pages <= PAGES && many.pages <= few.pages * 2, "%lld pages of %d, %lld of %d",
	       few.pages, FEW, many.pages, MANY);
	test_nothing(archive, MANY, &many);
	test_lists(archive);
	archive_close(archive);
	tap_is_int(scratch_remove(directory), 0, "nothing is left behind");
	return tap_done();
}
