// SPDX-License-Identifier: GPL-3.0-or-later
// The orders of a set of papers: by what, what stands first among equals, and that marks are told.
#include "shoroku/archive/roster.h"

#include <unistd.h>

#include "shoroku/archive/journal.h"
#include "shoroku/archive/load.h"
#include "shoroku/archive/records.h"
#include "shoroku/base/compiler.h"
#include "shoroku/base/memory.h"
#include "shoroku/model/key.h"
#include "scratch.h"
#include "tap.h"

static char directory[] = "roster-test-XXXXXX";
static struct error err;

// The days in the order they are stored; a letter for each paper in what is compared.
static const struct {
	char letter;
	date_day date;
	const char *title;
	const char *author;
} rows[] = {
    {'a', 20000, "Banana shapes of galaxies", "Ann de Vries"},
    {'b', 20000, "apples and seldom pears", "Bo Abel"},
    {'c', 20001, "“Cherries” seldom seldom told", "Cy Zwei"},
    {'d', 20001, "Äpfel im Schnee", "Di Äbel"},
    {'e', 20002, "りんごの実", "佐藤 花子"},
    {'f', 20002, "Apples and pears, again", NULL},
};

static void
store(void)
{
	struct archive *archive = archive_open(directory, ARCHIVE_IMPORT, &err);
	struct records_terms *terms = records_terms_new();
	struct records_terms_maker *maker = records_terms_maker_new();
	struct records_totals totals = {0};
	struct entry entries[ARRAY_LENGTH(rows)] = {0};
	struct arena arena;

	if (!archive)
		BUG("%s", err.text);
	arena_init(&arena);
	for (size_t i = 0; i < ARRAY_LENGTH(rows); i++) {
		struct paper *paper = &entries[i].paper;

		entries[i].date = rows[i].date;
		entries[i].source = "test";
		paper->title = rows[i].title;
		paper->authors = arena_alloc(&arena, sizeof(*paper->authors));
		paper->authors[0] = rows[i].author;
		paper->author_count = rows[i].author != NULL;
		paper->key = key_of_paper(&arena, paper);
	}
	records_terms_make(maker, entries, ARRAY_LENGTH(rows), terms);
	if (records_store(archive, entries, ARRAY_LENGTH(rows),
			  &(struct records_found){.terms = terms}, &totals, &err))
		BUG("%s", err.text);
	records_terms_maker_free(maker);
	records_terms_free(terms);
	records_settle(archive);
	archive_close(archive);
	arena_release(&arena);
}

// The letter of an entry, by its title.
static char
letter_of(struct archive *archive, int64_t id)
{
	struct load_entry entry;
	struct arena arena;
	char letter = '?';

	arena_init(&arena);
	if (load_row(archive, &arena, id, &entry, &err))
		BUG("%s", err.text);
	for (size_t i = 0; i < ARRAY_LENGTH(rows); i++) {
		if (!strcmp(entry.entry.paper.title, rows[i].title))
			letter = rows[i].letter;
	}
	arena_release(&arena);
	return letter;
}

static void
spell(struct archive *archive, const struct roster *roster, char *letters)
{
	for (size_t i = 0; i < roster->count; i++)
		letters[i] = letter_of(archive, roster->ids[i]);
	letters[roster->count] = '\0';
}

// Every place is found by its id, and what is not there is not.
static bool
is_sound(const struct roster *roster)
{
	bool sound = roster_find(roster, 1) == roster->count;

	for (size_t i = 0; i < roster->count; i++)
		sound &= roster_find(roster, roster->ids[i]) == i &&
			 roster_find(roster, roster->ids[i] + ((int64_t)1 << 40)) == roster->count;
	return sound;
}

static void
mark(char letter, const char *field, const char *value)
{
	struct archive *archive = archive_open(directory, ARCHIVE_MARK, &err);
	struct journal_report report;
	struct journal_change change = {.field = field, .value = value};
	struct roster roster;
	struct arena arena;

	arena_init(&arena);
	if (!archive || journal_repair(archive, &err) ||
	    roster_of_days(archive, (struct date_range){DATE_MIN, DATE_MAX}, ROSTER_BY_DATE,
			   &roster, &err))
		BUG("%s", err.text);
	for (size_t i = 0; i < roster.count; i++) {
		if (letter_of(archive, roster.ids[i]) == letter &&
		    (load_key(archive, &arena, roster.ids[i], &change.key, &err) ||
		     journal_apply(archive, &arena, &change, 1, JOURNAL_USER, &report, &err)))
			BUG("%s", err.text);
	}
	roster_release(&roster);
	archive_close(archive);
	arena_release(&arena);
}

static void
order_is(struct archive *archive, const char *text, enum roster_order order, const char *wanted)
{
	char letters[ARRAY_LENGTH(rows) + 1];
	struct roster roster;
	struct query query;
	struct arena arena;
	size_t offset;

	arena_init(&arena);
	if (query_parse(&arena, text, 20002, false, &query, &offset, &err) ||
	    roster_of_query(archive, &query, order, &roster, &err))
		BUG("%s", err.text);
	spell(archive, &roster, letters);
	tap_is_str(letters, wanted, *text ? text : roster_order_name(order));
	tap_ok(is_sound(&roster), "each is found again");
	roster_release(&roster);
	arena_release(&arena);
}

static void
test_orders(struct archive *archive)
{
	order_is(archive, "", ROSTER_BY_DATE, "efcdab");
	order_is(archive, "", ROSTER_BY_TITLE, "dfbace");
	order_is(archive, "", ROSTER_BY_AUTHOR, "bdacef");
	order_is(archive, "", ROSTER_BY_RATING, "decfab");
	order_is(archive, "", ROSTER_BY_UNREAD, "ecdfab");
	order_is(archive, "seldom", ROSTER_BY_DATE, "cb");
	order_is(archive, "date:2024-10-05 limit:1", ROSTER_BY_TITLE, "c");
	order_is(archive, "sort:title limit:3", ROSTER_BY_DATE, "dfb");
	order_is(archive, "sort:author", ROSTER_BY_TITLE, "bdacef");
	order_is(archive, "seldom or äpfel sort:relevance", ROSTER_BY_TITLE, "dcb");
	order_is(archive, "nothing", ROSTER_BY_TITLE, "");
}

static void
test_days(struct archive *archive)
{
	char letters[ARRAY_LENGTH(rows) + 1];
	struct roster roster;
	struct roster other;

	if (roster_of_days(archive, (struct date_range){20001, 20002}, ROSTER_BY_TITLE, &roster,
			   &err))
		BUG("%s", err.text);
	spell(archive, &roster, letters);
	tap_is_str(letters, "dfce", "days in an order");
	tap_ok((roster.flags[1] & ROSTER_READ) && roster.flags[0] == ROSTER_FAVOURITE &&
		   !roster.flags[2],
	       "with their marks");
	if (roster_of_ids(archive, roster.ids, roster.count, ROSTER_BY_DATE, &other, &err))
		BUG("%s", err.text);
	spell(archive, &other, letters);
	tap_is_str(letters, "efcd", "and back by date");
	mark('c', "read", "1");
	tap_ok(!roster_read_flags(archive, &roster, &err) && (roster.flags[2] & ROSTER_READ),
	       "marks made since are read in any order");
	roster_release(&roster);
	roster_release(&other);
}

int
main(void)
{
	struct archive *archive;

	if (!mkdtemp(directory) || archive_prepare(directory, &err))
		return EXIT_FAILURE;
	store();
	mark('f', "read", "1");
	mark('a', "read", "1");
	mark('b', "read", "1");
	mark('d', "favourite", "1");
	mark('d', "rating", "5");
	mark('e', "rating", "3");
	mark('c', "rating", "1");
	archive = archive_open(directory, ARCHIVE_READ, &err);
	if (!archive)
		BUG("%s", err.text);
	test_orders(archive);
	test_days(archive);
	tap_ok(roster_order_find("rating") == ROSTER_BY_RATING &&
		   roster_order_find("size") == ROSTER_ORDERS,
	       "orders by their names");
	archive_close(archive);
	tap_ok(!scratch_remove(directory), "nothing is left behind");
	return tap_done();
}
