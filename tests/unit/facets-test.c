// SPDX-License-Identifier: GPL-3.0-or-later
// Facets of a small archive, counted by hand.
#include "shoroku/archive/facets.h"

#include <unistd.h>

#include "shoroku/archive/journal.h"
#include "shoroku/archive/search.h"
#include "shoroku/archive/store.h"
#include "shoroku/base/paths.h"
#include "shoroku/model/key.h"
#include "scratch.h"
#include "tap.h"

static char directory[] = "facets-test-XXXXXX";
static struct arena arena;
static struct error err;

static const struct {
	const char *date;
	const char *source;
	const char *title;
	const char *authors[4];
	const char *tags[3];
} papers[] = {
    {"2025-03-01", "north", "Stars one", {"Ann Bell", "Zoran Nikolić"}, {"toread", "space"}},
    {"2025-03-01", "north", "Stars two", {"Ann Bell"}, {"space"}},
    {"2025-01-05", "south", "Stars three", {"ZORAN NIKOLIC", "Zoran Nikolić"}, {NULL}},
    {"2024-12-31", "south", "Stars four", {"山田 太郎", "Cy Oz"}, {"toread"}},
    {"2023-07-07", "north", "Moons five", {"Cy Oz"}, {"空間"}},
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

// The papers from `first` on of one day and source are a digest. Returns how many there are.
static size_t
store_day(struct archive *archive, size_t first)
{
	struct digest digest = {.source = papers[first].source, .lang = "en"};
	struct store_raw raw = {"x", 1, "test", "test", 1, NULL};
	enum store_outcome outcome;

	digest.date = date_parse_iso(papers[first].date, 10);
	digest.entries = arena_alloc(&arena, PAPERS * sizeof(*digest.entries));
	for (size_t i = first; i < PAPERS && !strcmp(papers[i].date, papers[first].date); i++) {
		struct paper *paper = &digest.entries[digest.entry_count++].paper;

		paper->title = papers[i].title;
		paper->authors = arena_alloc(&arena, 4 * sizeof(char *));
		for (size_t j = 0; papers[i].authors[j]; j++)
			paper->authors[paper->author_count++] = papers[i].authors[j];
		paper->key = key_of_paper(&arena, paper);
	}
	if (store_digest(archive, &digest, &raw, &outcome, &err))
		BUG("%s", err.text);
	return digest.entry_count;
}

static void
tag_paper(struct archive *archive, size_t index)
{
	struct paper paper = {.title = papers[index].title};

	paper.authors = arena_alloc(&arena, sizeof(char *));
	paper.authors[0] = papers[index].authors[0];
	paper.author_count = 1;
	for (size_t i = 0; papers[index].tags[i]; i++) {
		struct strbuf field;
		struct journal_report report;

		strbuf_init(&field);
		strbuf_addf(&field, "tag:%s", papers[index].tags[i]);
		struct journal_change change = {key_of_paper(&arena, &paper), field.data, "1"};
		if (journal_apply(archive, &arena, &change, 1, JOURNAL_USER, &report, &err))
			BUG("%s", err.text);
		strbuf_release(&field);
	}
}

static void
fill(void)
{
	struct archive *archive;

	if (archive_prepare(directory, &err))
		BUG("%s", err.text);
	archive = open_archive(ARCHIVE_IMPORT);
	for (size_t i = 0; i < PAPERS;)
		i += store_day(archive, i);
	archive_close(archive);
	archive = open_archive(ARCHIVE_MARK);
	if (journal_repair(archive, &err))
		BUG("%s", err.text);
	for (size_t i = 0; i < PAPERS; i++)
		tag_paper(archive, i);
	archive_close(archive);
}

// "2025 3 +, 2024 1": a plus after what the query is restricted to.
static void
print_facet(const struct facet *facet, struct strbuf *out)
{
	for (size_t i = 0; i < facet->count; i++)
		strbuf_addf(out, "%s%s %zu%s", i ? ", " : "", facet->values[i].text,
			    facet->values[i].count, facet->values[i].chosen ? " +" : "");
}

static void
counts(struct archive *archive, const char *text, const char *const wanted[NARROW_FACETS])
{
	static const char *const names[NARROW_FACETS] = {"years", "tags", "authors", "sources"};
	struct facets facets;
	struct query query;
	size_t offset;

	if (query_parse(&arena, text, date_from_civil(2025, 9, 24), false, &query, &offset, &err) ||
	    facets_count(archive, &arena, &query, &facets, &err))
		BUG("%s", err.text);
	for (int i = 0; i < NARROW_FACETS; i++) {
		struct strbuf found;

		strbuf_init(&found);
		print_facet(&facets.of[i], &found);
		tap_ok(!strcmp(found.data, wanted[i]), "%s of “%s”: %s", names[i], text,
		       found.data);
		strbuf_release(&found);
	}
}

static void
test_counts(struct archive *archive)
{
	counts(archive, "stars",
	       (const char *[]){"2025 3, 2024 1", "space 2, toread 2",
				"Ann Bell 2, Zoran Nikolić 2, Cy Oz 1, 山田 太郎 1",
				"north 2, south 2"});
	// each facet as if the query did not speak of it
	counts(archive, "stars date:2024",
	       (const char *[]){"2025 3, 2024 1 +", "toread 1", "Cy Oz 1, 山田 太郎 1", "south 1"});
	counts(archive, "stars tag:space source:north",
	       (const char *[]){"2025 2", "space 2 +, toread 1", "Ann Bell 2, Zoran Nikolić 1",
				"north 2 +"});
	counts(archive, "stars tag:toread",
	       (const char *[]){"2025 1, 2024 1", "space 2, toread 2 +",
				"Ann Bell 1, Cy Oz 1, Zoran Nikolić 1, 山田 太郎 1",
				"north 1, south 1"});
	counts(archive, "stars source:south",
	       (const char *[]){"2025 1, 2024 1", "toread 1",
				"Cy Oz 1, ZORAN NIKOLIC 1, 山田 太郎 1", "north 2, south 2 +"});
	counts(archive, "stars author:=\"zoran nikolic\"",
	       (const char *[]){"2025 2", "space 1, toread 1",
				"Ann Bell 2, Zoran Nikolić 2 +, Cy Oz 1, 山田 太郎 1",
				"north 1, south 1"});
	// what is left out stays left out
	counts(archive, "-tag:toread",
	       (const char *[]){"2025 2, 2023 1", "space 1, 空間 1",
				"Ann Bell 1, Cy Oz 1, ZORAN NIKOLIC 1", "north 2, south 1"});
	counts(archive, "stars limit:1",
	       (const char *[]){"2025 1", "space 1, toread 1", "Ann Bell 1, Zoran Nikolić 1",
				"north 1"});
	counts(archive, "nothing", (const char *[]){"", "", "", ""});
}

static void
test_interrupting(struct archive *archive)
{
	struct query query = {0};
	struct facets facets;

	search_interrupt(archive);
	tap_ok(facets_count(archive, &arena, &query, &facets, &err) != 0,
	       "an interruption ends it");
	search_allow(archive);
	tap_ok(facets_count(archive, &arena, &query, &facets, &err) == 0 &&
		   facets.of[NARROW_YEAR].count == 3,
	       "and the next one works");
}

static void
test_authors(struct archive *archive)
{
	struct facets_authors authors;

	tap_ok(!facets_newest_authors(archive, &arena, 2, &authors, &err) && authors.count == 2 &&
		   !strcmp(authors.names[0], "Ann Bell") &&
		   !strcmp(authors.names[1], "Zoran Nikolić"),
	       "authors of the two newest papers, each once");
}

int
main(void)
{
	struct archive *archive;

	arena_init(&arena);
	if (!mkdtemp(directory))
		return EXIT_FAILURE;
	fill();
	archive = open_archive(ARCHIVE_READ);
	test_counts(archive);
	test_interrupting(archive);
	test_authors(archive);
	archive_close(archive);
	arena_release(&arena);
	scratch_remove(directory);
	return tap_done();
}
