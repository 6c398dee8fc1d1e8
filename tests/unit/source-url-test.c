// SPDX-License-Identifier: GPL-3.0-or-later
// Where sources' days are asked for.
#include "shoroku/work/source-url.h"

#include "shoroku/base/compiler.h"
#include "tap.h"
#include "work/source-template.h"

static struct arena arena;

static date_day
day(const char *text)
{
	return date_parse_iso(text, strlen(text));
}

static const struct {
	const char *url;
	const char *date;
	const char *want;
} days[] = {
    {"https://a.example/%Y-%m-%d", "2025-09-04", "https://a.example/2025-09-04"},
    {"https://a.example/%F.html?x=%%d", "2025-09-04", "https://a.example/2025-09-04.html?x=%d"},
    {"https://a.example/%y%m%d", "2009-12-31", "https://a.example/091231"},
    {"https://a.example/%-d-%b-%Y", "2025-01-03", "https://a.example/3-Jan-2025"},
    {"https://a.example/%B/%-m/%d/%Y", "2025-05-03", "https://a.example/May/5/03/2025"},
    {"https://a.example/%Y/%j", "2024-12-31", "https://a.example/2024/366"},
    {"https://a.example/%Y/%j", "2025-01-01", "https://a.example/2025/001"},
    {"https://a.example/論/%F", "2025-01-01", "https://a.example/%E8%AB%96/2025-01-01"},
    {"https://例.example/%F", "2025-01-01", "https://例.example/2025-01-01"},
};

static void
test_days(void)
{
	for (size_t i = 0; i < ARRAY_LENGTH(days); i++) {
		struct source source = {.url = days[i].url, .kind = SOURCE_TEMPLATE};
		struct error err;
		size_t offset;

		tap_ok(source_template_likes(days[i].url) &&
			   !source_template_check(days[i].url, &offset, &err),
		       "%s is a template", days[i].url);
		tap_is_str(
		    source_url_of_day(&arena, &source, day(days[i].date), day("2025-09-24"), 0),
		    days[i].want, days[i].want);
		tap_ok(!source_url_of_day(&arena, &source, day(days[i].date), day("2025-09-24"), 1),
		       "it has one page");
	}
}

static const struct {
	const char *url;
	size_t offset;
} mistakes[] = {
    {"https://a.example/%Y-%m-%q", 24}, {"https://a.example/%Y-%m-%", 24},
    {"https://a.example/%E8/%F", 18},	{"https://a.example/%F/%d1", 21},
    {"https://a.example/%Y-%m", 0},	{"https://a.example/%m-%d", 0},
    {"https://a.example/%Y/%H/%d", 21}, {"https://a.example/%F/%-Y", 21},
};

static void
test_mistakes(void)
{
	for (size_t i = 0; i < ARRAY_LENGTH(mistakes); i++) {
		struct error err = {0};
		size_t offset = 999;
		int failed = source_template_check(mistakes[i].url, &offset, &err);

		tap_ok(failed && err.kind == ERROR_USAGE && offset == mistakes[i].offset,
		       "%s is wrong at byte %zu", mistakes[i].url, mistakes[i].offset);
		if (offset != mistakes[i].offset)
			tap_note("got %zu", offset);
	}
	tap_ok(!source_template_likes("https://a.example/%E8%AB%96/feed.xml"),
	       "escaped bytes are no date");
	tap_ok(!source_template_likes("https://a.example/feed"), "nor is a plain address");
}

static void
test_arxiv(void)
{
	struct source source = {.kind = SOURCE_ARXIV, .url = "arxiv:cs.CL+astro-ph+hep-th"};
	date_day today = day("2025-09-24");

	tap_is_str(source_url_of_day(&arena, &source, today, today, 0),
		   "https://rss.arxiv.org/rss/cs.CL+astro-ph+hep-th", "today is the feed");
	tap_is_str(
	    source_url_of_day(&arena, &source, today - 1, today, 2),
	    "https://export.arxiv.org/api/query?search_query=%28cat:cs.CL+OR+cat:astro-ph+OR+"
	    "cat:astro-ph.*+OR+cat:hep-th%29+AND+submittedDate:%5B202509230000+TO+"
	    "202509232359%5D&start=1000&max_results=500&sortBy=submittedDate&sortOrder="
	    "ascending",
	    "the past is a query, page by page");
	tap_ok(!source_url_of_day(&arena, &source, today, today, 1), "the feed has one page");
	tap_ok(!source_url_of_day(&arena, &source, today + 1, today, 0), "tomorrow has none");
	tap_ok(source_url_has_more(&source, today - 1, today, 500) &&
		   !source_url_has_more(&source, today - 1, today, 499) &&
		   !source_url_has_more(&source, today, today, 500),
	       "a full page of the past has another behind it");
	source.api_url = "http://127.0.0.1:8000/api?key=1";
	source.feed_url = "http://127.0.0.1:8000/feed/";
	tap_is_str(source_url_of_day(&arena, &source, today, today, 0),
		   "http://127.0.0.1:8000/feed/cs.CL+astro-ph+hep-th", "the feed may be elsewhere");
	tap_ok(!strncmp(source_url_of_day(&arena, &source, today - 1, today, 0),
			"http://127.0.0.1:8000/api?key=1&search_query=%28cat", 50),
	       "the API may be elsewhere");
	tap_is_str(source_url_page(&arena, &source),
		   source.feed_url ? source_url_of_day(&arena, &source, today, today, 0) : "",
		   "the page of arXiv is its feed");
}

static void
test_others(void)
{
	struct source page = {.kind = SOURCE_PAGE, .url = "https://a.example/%E8/feed"};
	struct source path = {.kind = SOURCE_PATH, .url = "/tmp", .path = "/tmp"};

	tap_is_str(source_url_page(&arena, &page), page.url, "a page has its address");
	tap_ok(!source_url_of_day(&arena, &page, 20000, 20000, 0), "and none of a day");
	tap_ok(!source_url_page(&arena, &path), "a path has none");
}

static void
test_origin(void)
{
	tap_ok(source_url_same_origin("http://a.example:80/x", "HTTP://A.example:80?y"),
	       "one origin");
	tap_ok(source_url_same_origin("http://a.example", "http://a.example/"), "without a path");
	tap_ok(!source_url_same_origin("http://a.example", "http://a.example:81"), "another port");
	tap_ok(!source_url_same_origin("http://a.example/", "https://a.example/"),
	       "another scheme");
	tap_ok(!source_url_same_origin("http://a.example/", "http://a.example.org/"),
	       "another host");
	tap_ok(!source_url_same_origin("http://a@b.example/", "http://a@b.example/"),
	       "a user's name");
}

int
main(void)
{
	arena_init(&arena);
	test_days();
	test_mistakes();
	test_arxiv();
	test_others();
	test_origin();
	arena_release(&arena);
	return tap_done();
}
