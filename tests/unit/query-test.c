// SPDX-License-Identifier: GPL-3.0-or-later
// The query language: what is understood, what is refused and where, and that printing keeps the sense.
#include "shoroku/query/query.h"

#include <stdint.h>

#include "shoroku/query/field.h"
#include "shoroku/query/narrow.h"
#include "tap.h"

static date_day today;

// In canonical form.
static const struct {
	const char *typed;
	const char *meant;
} good[] = {
    {"", ""},
    {"   ", ""},
    {"llm", "llm"},
    {"deep learning", "deep learning"},
    {"科学 技術", "科学 技術"},
    {"a or b", "a or b"},
    {"a b OR c", "(a b) or c"},
    {"a (b or c)", "a (b or c)"},
    {"a | b", "a or b"},
    {"-a b", "-a b"},
    {"a -(b c)", "a -(b c)"},
    {"--a", "--a"},
    {"m-sam", "m-sam"},
    {"a - b", "a \"-\" b"},
    {"\"deep learning\"", "\"deep learning\""},
    {"trans*", "trans*"},
    {"\"deep lear\"*", "\"deep lear\"*"},
    {"title:llm", "title:llm"},
    {"title:\"a b\"", "title:\"a b\""},
    {"title: x", "!6"},
    {"author:=\"Ann Bell\"", "author:=\"Ann Bell\""},
    {"author:=Bell", "author:=\"Bell\""},
    {"author:Bell", "author:Bell"},
    {"tag:評価 is:unread", "tag:評価 is:unread"},
    {"is:favourite has:doi", "is:favourite has:doi"},
    {"date:2025-09", "date:2025-09"},
    {"date:7d", "date:7d"},
    {"date:-3", "date:-3"},
    {"date:2025-09-01..", "date:2025-09-01.."},
    {"date:2025-09-01..today", "date:2025-09-01..today"},
    {"sort:relevance x limit:5", "x sort:relevance limit:5"},
    {"sort:title", "sort:title"},
    {"a -limit:4", "a limit:4"},
    {"a or (sort:title)", "a sort:title"},
    {"limit:2 or -(sort:title)", "sort:title limit:2"},
    {"source:summarxiv lang:ja id:2509.18058", "source:summarxiv lang:ja id:2509.18058"},
    {"log(M*/M⊙)", "\"log(M*/M⊙)\""},
    {"url:x", "\"url:x\""},
    {"z>6 [Si/O]", "z>6 [Si/O]"},
    // as an input method types it
    {"ｔ　title：科学　（a｜b）　－c", "ｔ title:科学 (a or b) -c"},
    {"”a b”", "\"a b\""},
    // the name of a paper
    {"2509.18058v2", "id:2509.18058 or \"2509.18058v2\""},
    {"arXiv:2509.18058", "id:2509.18058"},
    {"-https://arxiv.org/pdf/2509.18058v1.pdf", "-id:2509.18058"},
    {"https://doi.org/10.1000/x.1", "id:10.1000/x.1"},
    {"10.1000/x", "id:10.1000/x or \"10.1000/x\""},
    {"\"2509.18058\"", "\"2509.18058\""},
    {"2509.180 3.14 10.1 arxiv:x", "2509.180 3.14 10.1 \"arxiv:x\""},
    // refused, at the byte
    {"(a", "!0"},
    {"a)", "!1"},
    {"a or", "!4"},
    {"or a", "!0"},
    {"\"a", "!0"},
    {"is:blue", "!3"},
    {"x date:soon", "!7"},
    {"date:2025..2024", "!5"},
    {"limit:0", "!6"},
    {"sort:colour", "!5"},
    {"あ is:？", "!7"},
    {"()", "!1"},
};

static void
test_meaning(void)
{
	for (size_t i = 0; i < sizeof(good) / sizeof(*good); i++) {
		struct arena arena;
		struct query query;
		struct query again;
		struct strbuf printed;
		struct strbuf twice;
		struct error err = {0};
		size_t offset;

		arena_init(&arena);
		strbuf_init(&printed);
		strbuf_init(&twice);
		if (query_parse(&arena, good[i].typed, today, false, &query, &offset, &err))
			strbuf_addf(&printed, "!%zu", offset);
		else
			query_print(&query, &printed);
		tap_is_str(printed.data, good[i].meant, good[i].typed);
		if (good[i].meant[0] != '!') {
			if (query_parse(&arena, printed.data, today, false, &again, &offset, &err))
				strbuf_addf(&twice, "refused: %s", err.text);
			else
				query_print(&again, &twice);
			tap_is_str(twice.data, printed.data, "and means the same printed");
		} else {
			tap_ok(err.kind == ERROR_USAGE && err.text[0], "with a sentence");
		}
		strbuf_release(&twice);
		strbuf_release(&printed);
		arena_release(&arena);
	}
}

static void
test_typing(void)
{
	static const struct {
		const char *typed;
		const char *meant;
	} live[] = {
	    {"dee", "dee*"},   {"deep lear", "deep lear*"},
	    {"deep ", "deep"}, {"\"deep le", "\"deep le\""},
	    {"(a or", "a"},    {"title:x", "title:x*"},
	    {"(a b", "a b*"},  {"tag:x", "tag:x"},
	};

	for (size_t i = 0; i < sizeof(live) / sizeof(*live); i++) {
		struct arena arena;
		struct query query;
		struct strbuf printed;
		struct error err;
		size_t offset;

		arena_init(&arena);
		strbuf_init(&printed);
		if (query_parse(&arena, live[i].typed, today, true, &query, &offset, &err))
			strbuf_addf(&printed, "refused: %s", err.text);
		else
			query_print(&query, &printed);
		tap_is_str(printed.data, live[i].meant, live[i].typed);
		strbuf_release(&printed);
		arena_release(&arena);
	}
}

static void
test_dates(void)
{
	static const struct {
		const char *typed;
		const char *first;
		const char *last;
	} dates[] = {
	    {"date:2025-09", "2025-09-01", "2025-09-30"},
	    {"date:7d", "2025-09-18", "2025-09-24"},
	    {"date:-3", "2025-09-21", "2025-09-21"},
	    {"date:2025-09-01..today", "2025-09-01", "2025-09-24"},
	};

	for (size_t i = 0; i < sizeof(dates) / sizeof(*dates); i++) {
		char first[DATE_TEXT_SIZE];
		char last[DATE_TEXT_SIZE];
		struct arena arena;
		struct query query;
		struct error err;
		size_t offset;

		arena_init(&arena);
		if (query_parse(&arena, dates[i].typed, today, false, &query, &offset, &err))
			BUG("%s", err.text);
		date_format(query.root->dates.first, first);
		date_format(query.root->dates.last, last);
		tap_ok(!strcmp(first, dates[i].first) && !strcmp(last, dates[i].last),
		       "%s is %s to %s", dates[i].typed, first, last);
		arena_release(&arena);
	}
}

static const struct {
	const char *query;
	enum narrow_facet facet;
	const char *value;
	const char *narrowed;
} narrowings[] = {
    {"", NARROW_YEAR, "2025", "date:2025"},
    {"llm", NARROW_YEAR, "2025", "llm date:2025"},
    {"llm date:2024", NARROW_YEAR, "2025", "llm date:2025"},
    {"date:7d llm", NARROW_YEAR, "2025", "llm date:2025"},
    {"date:7d llm", NARROW_TAG, "x", "date:7d llm tag:x"},
    {"a or b", NARROW_TAG, "x", "(a or b) tag:x"},
    {"a (tag:y b)", NARROW_TAG, "x", "a b tag:x"},
    {"(tag:y or tag:z) a", NARROW_TAG, "x", "a tag:x"},
    {"a sort:title limit:5", NARROW_TAG, "x", "a tag:x sort:title limit:5"},
    {"a tag:x", NARROW_TAG, "to read", "a tag:\"to read\""},
    {"a", NARROW_TAG, "-x", "a tag:\"-x\""},
    {"a", NARROW_TAG, "評価", "a tag:評価"},
    {"a author:bell", NARROW_AUTHOR, "Zoë O'Hara", "a author:=\"Zoë O'Hara\""},
    {"a", NARROW_AUTHOR, "Ann \"Bo\" Bell", "a author:=\"Ann \\\"Bo\\\" Bell\""},
    {"a source:y", NARROW_SOURCE, "x y", "a source:\"x y\""},
    // what is no restriction of all hits stays
    {"a -tag:y", NARROW_TAG, "x", "a -tag:y tag:x"},
    {"tag:y or a", NARROW_TAG, "x", "(tag:y or a) tag:x"},
    // the same value again takes it away
    {"a tag:X", NARROW_TAG, "x", "a"},
    {"date:2025", NARROW_YEAR, "2025", ""},
    {"author:=\"ann bell\" a", NARROW_AUTHOR, "Ann Bell", "a"},
    {"date:2025-01-01..2025-12-31", NARROW_YEAR, "2025", ""},
    // quotes and backslashes stay what they are
    {"a", NARROW_TAG, "x\"y", "a tag:\"x\\\"y\""},
    {"a", NARROW_TAG, "“x” \\", "a tag:\"\\“x\\” \\\\\""},
    {"a tag:\"x\\\"y\"", NARROW_TAG, "x\"y", "a"},
};

static void
test_narrowing(void)
{
	for (size_t i = 0; i < sizeof(narrowings) / sizeof(*narrowings); i++) {
		struct arena arena;
		struct strbuf text;
		struct query query;
		struct error err;
		size_t offset;

		arena_init(&arena);
		strbuf_init(&text);
		if (query_parse(&arena, narrowings[i].query, today, false, &query, &offset, &err))
			BUG("%s", err.text);
		narrow_to(&query, narrowings[i].facet, narrowings[i].value, &text);
		tap_is_str(text.data, narrowings[i].narrowed, narrowings[i].query);
		tap_ok(!query_parse(&arena, text.data, today, false, &query, &offset, &err),
		       "which is a query");
		strbuf_release(&text);
		arena_release(&arena);
	}
}

// Whatever is typed: a tree, or a sentence with an offset inside.
static void
test_anything(void)
{
	static const char *const pieces[] = {
	    "\\",     "a",   "科",    " ",  "\"", "(",	")",	"-", "*",      "or", ":",
	    "title:", "is:", "date:", "..", "　", "：", "\xFF", "=", "limit:", "|",  "author:="};
	uint64_t state = 0x53484F52;
	int wrong = 0;

	for (int i = 0; i < 20000; i++) {
		struct arena arena;
		struct strbuf text;
		struct query query;
		struct error err = {0};
		size_t offset;

		arena_init(&arena);
		strbuf_init(&text);
		for (int j = 0; j < 8; j++) {
			state = state * 6364136223846793005u + 1442695040888963407u;
			strbuf_add_string(
			    &text, pieces[(state >> 33) % (sizeof(pieces) / sizeof(*pieces))]);
		}
		if (query_parse(&arena, text.data, today, i % 2, &query, &offset, &err) &&
		    (offset > text.length || !err.text[0]))
			wrong++;
		strbuf_release(&text);
		arena_release(&arena);
	}
	tap_is_int(wrong, 0, "20,000 random queries: understood, or refused at a place inside");
}

int
main(void)
{
	today = date_from_civil(2025, 9, 24);
	test_meaning();
	test_typing();
	test_dates();
	test_narrowing();
	test_anything();
	return tap_done();
}
