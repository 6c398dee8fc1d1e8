// SPDX-License-Identifier: GPL-3.0-or-later
// What a first screen of hits costs does not grow with the archive: steps of SQLite's machine and pages
// looked at, of each shape of query, on ten times as many papers. Nor do the counts beside the days.
#include <unistd.h>

#include <sqlite3.h>

#include "archive/handle.h"
#include "shoroku/archive/hits.h"
#include "shoroku/archive/journal.h"
#include "shoroku/archive/load.h"
#include "shoroku/archive/records.h"
#include "shoroku/archive/search.h"
#include "shoroku/base/memory.h"
#include "shoroku/model/key.h"
#include "draw.h"
#include "scratch.h"
#include "tap.h"

#define FEW 10000
#define MANY 100000
#define A_DAY 100
#define FIRST_DAY 10000
#define SCREEN 50
#define A_BATCH 2000
#define PAGES_A_LEAP 6 // down two trees of three levels
#define SEVERAL 200    // have a tag, or are of a source that has few
#define COUNT_MOST 1001

static char directory[] = "search-work-test-XXXXXX";
static struct error err;

// Some words are in all papers, some in every hundredth, and some in just five, however many there are.
static char *
text_of(unsigned number, unsigned count)
{
	struct strbuf text;

	strbuf_init(&text);
	strbuf_addf(&text, "本論文は銀河の進化を示す。learning w%u ", draw(20));
	for (int i = 0; i < 4; i++)
		strbuf_addf(&text, "%s%s", draw(2) ? "手法の" : "提案を",
			    draw(2) ? "示す" : "比べ");
	if (number % 100 == 7)
		strbuf_add_string(&text, "。稀な語彙 seldom");
	if (number % (count / 5) == 11)
		strbuf_add_string(&text, "。唯一無二の鉄鉱石 unique");
	return strbuf_detach(&text);
}

static void
fill(struct entry *entry, struct arena *arena, unsigned number, unsigned count)
{
	char title[48];
	char author[32];
	char *text = text_of(number, count);

	snprintf(title, sizeof(title), "On paper %u%s", number,
		 number % 1000 == 3 ? " rarity" : "");
	snprintf(author, sizeof(author), "Ada Author%u", number % 200);
	*entry = (struct entry){
	    .date = FIRST_DAY + (date_day)(number / A_DAY), .source = "test", .lang = "ja"};
	if (number % (count / SEVERAL) == 13)
		entry->source = "other";
	entry->paper.title = arena_strdup(arena, title);
	entry->paper.authors = arena_alloc(arena, sizeof(*entry->paper.authors));
	entry->paper.authors[0] = arena_strdup(arena, author);
	entry->paper.author_count = 1;
	entry->paper.key = key_of_paper(arena, &entry->paper);
	entry->sections = arena_alloc(arena, sizeof(*entry->sections));
	entry->section_count = 1;
	entry->sections[0] =
	    (struct section){SECTION_DETAIL, "d", arena_strdup(arena, text), SECTION_FROM_SOURCE};
	free(text);
}

// As many papers, however many there are.
static void
tag_some(unsigned count)
{
	struct archive *archive = archive_open(directory, ARCHIVE_MARK, &err);
	struct journal_change changes[SEVERAL];
	struct journal_report report;
	struct arena arena;

	arena_init(&arena);
	for (unsigned i = 0; i < SEVERAL; i++) {
		struct entry entry;

		fill(&entry, &arena, i * (count / SEVERAL) + 17, count);
		changes[i] = (struct journal_change){entry.paper.key, "tag:later", "1"};
	}
	if (!archive || journal_repair(archive, &err) ||
	    journal_apply(archive, &arena, changes, SEVERAL, JOURNAL_USER, &report, &err))
		BUG("%s", err.text);
	arena_release(&arena);
	archive_close(archive);
}

static struct archive *
make(unsigned count)
{
	struct archive *archive;
	struct records_totals totals = {0};
	struct entry *entries = memory_alloc(A_BATCH * sizeof(*entries));

	if (archive_prepare(directory, &err) ||
	    !(archive = archive_open(directory, ARCHIVE_IMPORT, &err)))
		BUG("%s", err.text);
	for (unsigned done = 0; done < count; done += A_BATCH) {
		struct records_terms *terms = records_terms_new();
		struct records_terms_maker *maker = records_terms_maker_new();
		struct arena arena;

		arena_init(&arena);
		for (unsigned i = 0; i < A_BATCH; i++)
			fill(&entries[i], &arena, done + i, count);
		records_terms_make(maker, entries, A_BATCH, terms);
		if (records_store(archive, entries, A_BATCH,
				  &(struct records_found){.terms = terms}, &totals, &err))
			BUG("%s", err.text);
		records_terms_maker_free(maker);
		records_terms_free(terms);
		arena_release(&arena);
	}
	free(entries);
	records_settle(archive);
	archive_close(archive);
	tag_some(count);
	// A reading handle sees to what is unread.
	archive = archive_open(directory, ARCHIVE_READ, &err);
	if (!archive)
		BUG("%s", err.text);
	return archive;
}

static const struct {
	const char *shape;
	const char *query;
	// In a list of 10,000 the places a rare word leaps to lie in few leaves, in one of 100,000 each in
	// its own, and never in more: so many leaps may come on top.
	int leaps;
} shapes[] = {
    {"one character", "銀", 0},
    {"two characters, in all", "銀河", 0},
    {"two characters, in every hundredth", "語彙", 0},
    {"two characters, in five", "鉱石", 0},
    {"four characters", "銀河の進", 0},
    {"eight characters, in five", "唯一無二の鉄鉱石", 0},
    {"a word, in all", "learning", 0},
    {"a word, in five", "unique", 0},
    {"a prefix of one letter", "l*", 0},
    {"a prefix of three", "sel*", 0},
    {"a prefix of five", "uniqu*", 0},
    {"two words", "銀河 learning", 0},
    {"two words, one of them in five", "銀河 unique", 5},
    {"an author", "author:=\"Ada Author7\"", 0},
    {"a field where the word is not", "title:learning", 0},
    {"pairs that seldom meet", "進化を手", 0},
    {"in a month", "銀河 date:1997-06", 0},
    {"unread", "銀河 is:unread", 0},
};

struct cost {
	long long steps;
	long long pages;
};

static long long
count_steps(struct archive *archive)
{
	long long steps = 0;

	for (sqlite3_stmt *st = sqlite3_next_stmt(archive->db, NULL); st;
	     st = sqlite3_next_stmt(archive->db, st))
		steps += sqlite3_stmt_status(st, SQLITE_STMTSTATUS_VM_STEP, 0);
	return steps;
}

static long long
count_pages(struct archive *archive)
{
	int hit = 0;
	int miss = 0;
	int ignored;

	sqlite3_db_status(archive->db, SQLITE_DBSTATUS_CACHE_HIT, &hit, &ignored, 0);
	sqlite3_db_status(archive->db, SQLITE_DBSTATUS_CACHE_MISS, &miss, &ignored, 0);
	return (long long)hit + miss;
}

static struct cost
ask(struct archive *archive, const char *text, size_t *count)
{
	struct arena arena;
	struct query query;
	struct hits hits;
	size_t offset;
	struct cost before;
	struct cost cost;

	arena_init(&arena);
	if (query_parse(&arena, text, FIRST_DAY, false, &query, &offset, &err) ||
	    hits_find(archive, &arena, &query, SCREEN, &hits, &err)) // prepares and warms
		BUG("%s: %s", text, err.text);
	before = (struct cost){count_steps(archive), count_pages(archive)};
	if (hits_find(archive, &arena, &query, SCREEN, &hits, &err))
		BUG("%s: %s", text, err.text);
	cost =
	    (struct cost){count_steps(archive) - before.steps, count_pages(archive) - before.pages};
	*count = hits.count;
	arena_release(&arena);
	return cost;
}

static const struct {
	const char *query;
	size_t count;
} counts[] = {
    {"tag:later is:unread", SEVERAL},
    {"source:other is:unread", SEVERAL},
    {"source:test is:unread", COUNT_MOST},
};

static size_t
count_hits(struct archive *archive, const char *text)
{
	struct search *search;
	struct arena arena;
	struct query query;
	size_t offset;
	size_t count;

	arena_init(&arena);
	if (query_parse(&arena, text, FIRST_DAY, false, &query, &offset, &err) ||
	    !(search = search_open(archive, &query, &err)) ||
	    search_count(search, COUNT_MOST, &count, &err))
		BUG("%s: %s", text, err.text);
	search_close(search);
	arena_release(&arena);
	return count;
}

static size_t
count_names(struct archive *archive)
{
	struct load_tags tags;
	struct load_tags sources;
	struct arena arena;

	arena_init(&arena);
	if (load_tag_names(archive, &arena, &tags, &err) ||
	    load_source_names(archive, &arena, &sources, &err))
		BUG("%s", err.text);
	arena_release(&arena);
	return tags.count + sources.count;
}

// What stands below the days: the names, which the first paint waits for, and last of all the counts.
static void
ask_counts(struct archive *archive, struct cost *costs)
{
	for (size_t i = 0; i <= ARRAY_LENGTH(counts); i++) {
		bool names = i == ARRAY_LENGTH(counts);
		size_t found = names ? count_names(archive) : count_hits(archive, counts[i].query);
		struct cost before = {count_steps(archive), count_pages(archive)};

		if (names)
			count_names(archive);
		else
			count_hits(archive, counts[i].query);
		costs[i] = (struct cost){count_steps(archive) - before.steps,
					 count_pages(archive) - before.pages};
		tap_is_int((long long)found, names ? 3 : (long long)counts[i].count,
			   names ? "names" : counts[i].query);
	}
}

static void
compare_counts(const struct cost *few, const struct cost *many)
{
	for (size_t i = 0; i <= ARRAY_LENGTH(counts); i++) {
		bool names = i == ARRAY_LENGTH(counts);

		tap_ok(many[i].steps * 2 <= few[i].steps * 3 &&
			   many[i].pages * 2 <=
			       few[i].pages * 3 + 2 * PAGES_A_LEAP * SEVERAL * !names,
		       "%s: %lld steps and %lld pages of %d, %lld and %lld of %d",
		       names ? "names" : counts[i].query, few[i].steps, few[i].pages, FEW,
		       many[i].steps, many[i].pages, MANY);
	}
}

int
main(void)
{
	struct cost few_counts[ARRAY_LENGTH(counts) + 1];
	struct cost many_counts[ARRAY_LENGTH(counts) + 1];
	struct cost few[ARRAY_LENGTH(shapes)];
	size_t hits[ARRAY_LENGTH(shapes)];
	struct archive *archive;

	if (!mkdtemp(directory))
		BUG("mkdtemp");
	archive = make(FEW);
	for (size_t i = 0; i < ARRAY_LENGTH(shapes); i++)
		few[i] = ask(archive, shapes[i].query, &hits[i]);
	ask_counts(archive, few_counts);
	archive_close(archive);
	scratch_empty(directory);
	archive = make(MANY);
	for (size_t i = 0; i < ARRAY_LENGTH(shapes); i++) {
		size_t count;
		struct cost many = ask(archive, shapes[i].query, &count);

		tap_ok(count == hits[i] && many.steps * 2 <= few[i].steps * 3 &&
			   many.pages * 2 <= few[i].pages * 3 + 2 * shapes[i].leaps * PAGES_A_LEAP,
		       "%s: %zu hits, %lld steps and %lld pages of %d, %lld and %lld of %d",
		       shapes[i].shape, count, few[i].steps, few[i].pages, FEW, many.steps,
		       many.pages, MANY);
	}
	ask_counts(archive, many_counts);
	compare_counts(few_counts, many_counts);
	archive_close(archive);
	tap_is_int(scratch_remove(directory), 0, "nothing is left behind");
	return tap_done();
}
