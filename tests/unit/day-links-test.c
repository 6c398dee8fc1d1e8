// SPDX-License-Identifier: GPL-3.0-or-later
// Pages that list days.
#include "shoroku/feed/day-links.h"

#include "shoroku/base/compiler.h"
#include "shoroku/base/strbuf.h"
#include "tap.h"

#define PAGE "https://a.example/list/days.html?x=1#top"

// What is found in the page, a line a link.
static void
is_links(const char *html, const char *want, const char *name)
{
	struct arena arena;
	struct strbuf got;
	struct day_links links;
	struct error err = {0};

	arena_init(&arena);
	strbuf_init(&got);
	if (day_links_read(&arena, "page", PAGE, NULL, html, strlen(html), &links, &err))
		strbuf_add_string(&got, err.kind == ERROR_DATA ? "refused\n" : "another error\n");
	for (size_t i = 0; i < links.count; i++) {
		char date[DATE_TEXT_SIZE];

		date_format(links.items[i].date, date);
		strbuf_addf(&got, "%s %s\n", date, links.items[i].url);
	}
	tap_is_str(got.data, want, name);
	strbuf_release(&got);
	arena_release(&arena);
}

static void
test_dates(void)
{
	is_links("<html><body><a href='/d/2025-09-24'>Wednesday</a><a href='x'>2025年9月23日</a>",
		 "2025-09-23 https://a.example/list/x\n2025-09-24 https://a.example/d/2025-09-24\n",
		 "a date in the address or in the text, the oldest first");
	is_links("<a href=one>Sep 1, 2025 and Sep 2, 2025</a><a href=two>no day</a><a href=three>"
		 "2025-09-03 (2025/9/3)</a>",
		 "2025-09-03 https://a.example/list/three\n", "one date, be it written twice");
	is_links("<a href=2025-09-01.html>the days from 2025-08-01 on</a>", "refused\n",
		 "none where text and address differ");
	is_links("<a href=20250905.html>five</a><a href=a20250906>no</a><a href='?d=20250907'>7</a>"
		 "<a href=123456789>no</a><a href=20251399>no</a>",
		 "2025-09-05 https://a.example/list/20250905.html\n"
		 "2025-09-07 https://a.example/list/days.html?d=20250907\n",
		 "eight digits in an address");
	is_links("<a href=t><time datetime='2025-09-08T10:00:00+09:00'>yesterday</time></a>",
		 "2025-09-08 https://a.example/list/t\n", "a time element");
	is_links("<a href=f>２０２５−０９−０９</a><a href=g><b>2025</b>-<i>09</i>-10</a>"
		 "<a href=h>２０２５年０９月０９日</a>",
		 "2025-09-09 https://a.example/list/h\n", "full-width digits");
	is_links("<a href=/d/2025/09/11/>x</a>", "2025-09-11 https://a.example/d/2025/09/11/\n",
		 "directories");
}

static void
test_addresses(void)
{
	is_links("<a href='../2025-09-01#a'>1</a><a href='../2025-09-01#b'>again</a>"
		 "<a href=' ../2025-09-01\n'>again</a>",
		 "2025-09-01 https://a.example/2025-09-01\n", "no address twice");
	is_links("<a href='2025-09-02/b'>b</a><a href='2025-09-02/a'>a</a>",
		 "2025-09-02 https://a.example/list/2025-09-02/b\n"
		 "2025-09-02 https://a.example/list/2025-09-02/a\n",
		 "all of a day, in the page's order");
	is_links("<a href=same>2025-09-01</a><a href=same>2025-09-02</a><a href=x>2025-09-03</a>",
		 "2025-09-03 https://a.example/list/x\n", "an address under two dates is of none");
	is_links(
	    "<a href='javascript:go(\"2025-09-01\")'>1</a><a href='mailto:2025-09-02@x'>2</a>"
	    "<a href='ftp://a.example/2025-09-03'>3</a><a href='file:///2025-09-04'>4</a>"
	    "<a href='//b.example/2025-09-05'>5</a><a href='HTTP://c.example/2025-09-06'>6</a>",
	    "2025-09-05 https://b.example/2025-09-05\n2025-09-06 http://c.example/2025-09-06\n",
	    "web addresses only");
	is_links("<base href='https://b.example/x/'><base href='https://no.example/'>"
		 "<a href=2025-09-01>1</a>",
		 "2025-09-01 https://b.example/x/2025-09-01\n", "the first base counts");
	is_links("<base href='file:///etc/'><a href=2025-09-01>1</a>",
		 "2025-09-01 https://a.example/list/2025-09-01\n", "but for one that is no web's");
	is_links(
	    "<a href='#2025-09-01'>here</a><a href=''>2025-09-02</a><a href='?x=1'>2025-09-03</a>"
	    "<a>2025-09-04</a><a href=x>2025-09-05</a>",
	    "2025-09-05 https://a.example/list/x\n", "the page itself is no day");
	is_links("<a href='論/2025-09-06 a'>x</a>",
		 "2025-09-06 https://a.example/list/%E8%AB%96/2025-09-06%20a\n",
		 "what no address may hold is escaped");
	is_links("<!-- <a href=2025-09-01>x</a> --><script>'<a href=2025-09-02>x</a>'</script>"
		 "<a href=2025-09-03>x</a>",
		 "2025-09-03 https://a.example/list/2025-09-03\n", "comments and scripts are none");
	is_links("<a href=2025-09-04>never closed <a href=2025-09-05>nor this",
		 "2025-09-04 https://a.example/list/2025-09-04\n"
		 "2025-09-05 https://a.example/list/2025-09-05\n",
		 "links that are not closed");
}

static void
test_refusals(void)
{
	struct strbuf html;

	is_links("", "refused\n", "an empty page");
	is_links("<p>2025-09-01</p>", "refused\n", "a page without links");
	is_links("<!doctype html [<!entity a 'b'>]><a href=2025-09-01>x</a>", "refused\n",
		 "entities of its own");
	strbuf_init(&html);
	for (int i = 0; i < 300; i++)
		strbuf_add_string(&html, "<div>");
	strbuf_add_string(&html, "<a href=2025-09-01>x</a>");
	is_links(html.data, "refused\n", "elements too deep");
	strbuf_clear(&html);
	strbuf_add_string(&html, "<a href=long>2025-09-01 ");
	for (int i = 0; i < 10000; i++)
		strbuf_add_string(&html, "and on ");
	strbuf_add_string(&html, "</a><a href=short>2025-09-02</a>");
	is_links(html.data, "2025-09-02 https://a.example/list/short\n",
		 "a text too long has no date");
	strbuf_release(&html);
}

int
main(void)
{
	test_dates();
	test_addresses();
	test_refusals();
	return tap_done();
}
