// SPDX-License-Identifier: GPL-3.0-or-later
// Where the words of a query stand out: in the texts they are looked for in, and nowhere else.
#include "shoroku/query/highlight.h"

#include "shoroku/query/snippet.h"
#include "tap.h"

static const char text[] = "Deep stars of Zoran Nikolić: 深い星";

// The text with its hits in brackets.
static void
mark(const char *typed, enum query_text which, struct strbuf *out)
{
	struct highlight highlight = {0};
	struct highlight_spans spans = {0};
	struct arena arena;
	struct query query;
	struct error err;
	size_t offset;
	size_t at = 0;

	arena_init(&arena);
	if (query_parse(&arena, typed, 0, false, &query, &offset, &err))
		BUG("%s", err.text);
	highlight_set(&highlight, &query);
	highlight_find(&highlight, which, text, strlen(text), &spans);
	for (size_t i = 0; i < spans.list.count; i++) {
		struct highlight_span span = spans.list.items[i];

		strbuf_add(out, text + at, span.start - at);
		strbuf_addf(out, "[%.*s]", (int)(span.end - span.start), text + span.start);
		at = span.end;
	}
	strbuf_add_string(out, text + at);
	highlight_spans_release(&spans);
	highlight_release(&highlight);
	arena_release(&arena);
}

static const struct {
	const char *query;
	enum query_text which;
	const char *marked;
} cases[] = {
    {"stars 星", QUERY_TITLE, "Deep [stars] of Zoran Nikolić: 深い[星]"},
    {"stars", QUERY_ABSTRACT, "Deep [stars] of Zoran Nikolić: 深い星"},
    {"title:stars", QUERY_TITLE, "Deep [stars] of Zoran Nikolić: 深い星"},
    {"title:stars", QUERY_DETAIL, text},
    {"title:stars 深い", QUERY_DETAIL, "Deep stars of Zoran Nikolić: [深い]星"},
    {"title:stars 深い", QUERY_TITLE, "Deep [stars] of Zoran Nikolić: [深い]星"},
    {"author:nikolic", QUERY_AUTHORS, "Deep stars of Zoran [Nikolić]: 深い星"},
    {"author:nikolic", QUERY_TITLE, text},
    {"author:=\"zoran nikolić\"", QUERY_AUTHORS, "Deep stars of [Zoran Nikolić]: 深い星"},
    {"author:=\"zoran nikolić\"", QUERY_SHORT, text},
    {"reason:deep or detail:星", QUERY_REASON, "[Deep] stars of Zoran Nikolić: 深い星"},
    {"reason:deep or detail:星", QUERY_DETAIL, "Deep stars of Zoran Nikolić: 深い[星]"},
    {"-deep stars", QUERY_TITLE, "Deep [stars] of Zoran Nikolić: 深い星"},
};

// The snippet is of the section the field names, though another one before it has the word too.
static void
test_snippet(void)
{
	struct section sections[] = {
	    {SECTION_REASON, "r", "stars of the reason", SECTION_FROM_SOURCE},
	    {SECTION_DETAIL, "d", "stars of the detail", SECTION_FROM_SOURCE}};
	struct entry entry = {.sections = sections, .section_count = 2};
	struct highlight highlight = {0};
	struct snippet snippet;
	struct arena arena;
	struct query query;
	struct error err;
	size_t offset;

	arena_init(&arena);
	snippet_init(&snippet);
	if (query_parse(&arena, "detail:stars", 0, false, &query, &offset, &err))
		BUG("%s", err.text);
	highlight_set(&highlight, &query);
	tap_ok(snippet_make(&snippet, &highlight, &entry) && snippet.role == SECTION_DETAIL,
	       "the snippet is from where the query looks");
	snippet_release(&snippet);
	highlight_release(&highlight);
	arena_release(&arena);
}

int
main(void)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct strbuf marked;

		strbuf_init(&marked);
		mark(cases[i].query, cases[i].which, &marked);
		tap_is_str(marked.data, cases[i].marked, cases[i].query);
		strbuf_release(&marked);
	}
	test_snippet();
	return tap_done();
}
