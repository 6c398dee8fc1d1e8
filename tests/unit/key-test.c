// SPDX-License-Identifier: GPL-3.0-or-later
// Names that other machines and later years must agree on.
#include "shoroku/model/key.h"

#include "shoroku/model/entry-id.h"
#include "tap.h"

static const char *
key_of(struct arena *arena, const char *title, const char *author, const char *arxiv,
       const char *doi)
{
	const char *authors[] = {author};
	struct paper paper = {.title = title,
			      .authors = authors,
			      .author_count = author ? 1 : 0,
			      .arxiv_id = arxiv,
			      .doi = doi};

	return key_of_paper(arena, &paper);
}

static void
test_keys(void)
{
	struct arena arena;
	const char *plain;

	arena_init(&arena);
	tap_is_str(key_of(&arena, "T", "A", "2509.18058", "10.1/x"), "arxiv:2509.18058",
		   "an arXiv id before a DOI");
	tap_is_str(key_of(&arena, "T", "A", NULL, "10.1/x"), "doi:10.1/x", "a DOI before a title");
	plain = key_of(&arena, "On Folding", "Zoran Nikolic", NULL, NULL);
	// Written into archives and logs: this line may never change.
	tap_is_str(plain, "title:76f52654bffc240aab2138eb1bb9d6fa", "a title's key is for ever");
	tap_is_str(key_of(&arena, "ON  FOLDING.", "Zoran Nikoli\u0107", NULL, NULL), plain,
		   "case, blanks, points and accents do not matter");
	tap_ok(strcmp(key_of(&arena, "On Folding", "B", NULL, NULL), plain) != 0,
	       "the first author does");
	tap_ok(strcmp(key_of(&arena, "On FoldingZ", "oran Nikolic", NULL, NULL), plain) != 0,
	       "title and author do not run together");
	tap_ok(key_looks_like(plain) && !key_looks_like("2025-09-24"), "a key is told from a date");
	arena_release(&arena);
}

static void
test_entry_ids(void)
{
	date_day day = date_from_civil(2025, 9, 24);
	int64_t first = entry_id_make(day, 0);
	int64_t second = entry_id_make(day, 1);

	tap_ok(first > second && second > entry_id_make(day - 1, 0),
	       "descending ids: newest day first, then a day's order");
	tap_ok(entry_id_day(second) == day && entry_id_n(second) == 1, "and back");
	tap_ok(entry_id_day_last(day) == first &&
		   entry_id_day_first(day) == entry_id_make(day, ENTRY_ID_MAX_N) &&
		   entry_id_day_first(day) > entry_id_day_last(day - 1),
	       "the ids of a day");
	tap_ok(entry_id_day(entry_id_make(-1, 5)) == -1, "days before 1970 too");
}

int
main(void)
{
	test_keys();
	test_entry_ids();
	return tap_done();
}
