// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/feed/day-links.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/HTMLparser.h>

#include "feed/guard.h"
#include "feed/html-piece.h"
#include "feed/page-date.h"
#include "feed/uri.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/vec.h"
#include "shoroku/text/encoding.h"

#define MOST_LINKS 50000
#define MOST_TEXT ((size_t)4096) // bytes of a link's text; a longer one has no date

struct found {
	struct day_link link;
	size_t index; // in the page's order
};

struct page {
	struct arena *arena;
	htmlParserCtxtPtr parser;
	const char *base; // what addresses are resolved against
	const char *self; // the page's own, without fragment
	char *href;	  // of the link that is open; NULL: none is
	struct strbuf text;
	VEC(struct found) found;
	int depth;
	bool has_base;
	bool too_deep;
};

// libxml2 gives name and value by turns.
static const char *
attribute(const xmlChar **attributes, const char *name)
{
	for (; attributes && attributes[0]; attributes += 2) {
		if (!strcmp((const char *)attributes[0], name))
			return (const char *)attributes[1];
	}
	return NULL;
}

static bool
is_web(const char *url)
{
	return !strncmp(url, "https://", 8) || !strncmp(url, "http://", 7);
}

// A day written as eight digits between other signs: …/20250924.html
static bool
only_digits(const char *url, date_day *day)
{
	for (const char *at = url; *at;) {
		size_t count = strspn(at, "0123456789");
		bool alone = (at == url || !isalpha((unsigned char)at[-1])) &&
			     !isalpha((unsigned char)at[count]);

		if (count == 8 && alone) {
			int number = (int)strtol(at, NULL, 10);
			date_day found =
			    date_from_civil(number / 10000, number / 100 % 100, number % 100);

			if (found != DATE_NONE && *day != DATE_NONE && *day != found)
				return false;
			*day = found == DATE_NONE ? *day : found;
		}
		at += count ? count : 1;
	}
	return true;
}

static void
end_link(struct page *page)
{
	date_day day = DATE_NONE;
	const char *url = NULL;
	struct found *found;

	if (page->href && page->text.length < MOST_TEXT && page->found.count < MOST_LINKS)
		url = uri_resolve(page->arena, page->href, page->base);
	if (url && is_web(url) && strcmp(url, page->self) != 0 &&
	    page_date_only(page->text.data, &day) && page_date_only(url, &day) &&
	    only_digits(url, &day) && day != DATE_NONE) {
		found = vec_push(&page->found);
		found->link = (struct day_link){day, url};
		found->index = page->found.count - 1;
	}
	free(page->href);
	page->href = NULL;
	strbuf_clear(&page->text);
}

static void
add_text(struct page *page, const char *text, size_t length)
{
	if (page->href && page->text.length < MOST_TEXT)
		strbuf_add(&page->text, text, length);
}

static void
on_start(void *context, const xmlChar *name, const xmlChar **attributes)
{
	struct page *page = context;
	const char *element = (const char *)name;
	const char *href = attribute(attributes, "href");
	const char *time = attribute(attributes, "datetime");

	page->too_deep = page->too_deep || ++page->depth > GUARD_MOST_DEPTH;
	if (page->too_deep)
		return;
	if (!strcmp(element, "a")) {
		end_link(page);
		page->href = href ? memory_strdup(href) : NULL;
	} else if (!strcmp(element, "base") && href && !page->has_base) {
		const char *base = uri_resolve(page->arena, href, page->base);

		page->has_base = true;
		page->base = base && is_web(base) ? base : page->base;
	} else if (!strcmp(element, "time") && time) {
		add_text(page, " ", 1);
		add_text(page, time, strnlen(time, DATE_TEXT_SIZE - 1));
	}
	add_text(page, " ", 1);
}

static void
on_end(void *context, const xmlChar *name)
{
	struct page *page = context;

	if (!strcmp((const char *)name, "a"))
		end_link(page);
	add_text(page, " ", 1);
	page->depth -= page->depth > 0;
}

static void
on_text(void *context, const xmlChar *text, int length)
{
	add_text(context, (const char *)text, (size_t)length);
}

static void
parse(struct page *page, const char *html, size_t length)
{
	htmlCtxtUseOptions(page->parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
					     HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
					     HTML_PARSE_IGNORE_ENC);
	for (size_t at = 0, next; at < length && !page->too_deep; at = next) {
		size_t end = html_piece_end(html, length, at, &next);

		if (end > at)
			htmlParseChunk(page->parser, html + at, (int)(end - at), 0);
	}
	if (!page->too_deep)
		htmlParseChunk(page->parser, NULL, 0, 1);
	end_link(page);
}

static int
compare_urls(const void *a, const void *b)
{
	const struct found *left = a;
	const struct found *right = b;
	int order = strcmp(left->link.url, right->link.url);

	return order ? order : (left->index > right->index) - (left->index < right->index);
}

static int
compare_days(const void *a, const void *b)
{
	const struct found *left = a;
	const struct found *right = b;

	if (left->link.date != right->link.date)
		return left->link.date < right->link.date ? -1 : 1;
	return (left->index > right->index) - (left->index < right->index);
}

// An URL under two dates leads to neither for sure, and is left out.
static void
drop_twins(struct page *page)
{
	size_t kept = 0;
	struct found *items = page->found.items;

	for (size_t i = 0, end; i < page->found.count; i = end) {
		bool one = true;

		for (end = i + 1;
		     end < page->found.count && !strcmp(items[i].link.url, items[end].link.url);
		     end++)
			one = one && items[i].link.date == items[end].link.date;
		if (one)
			items[kept++] = items[i];
	}
	page->found.count = kept;
}

static int
finish(struct page *page, const char *name, struct day_links *links, struct error *err)
{
	if (page->too_deep)
		return error_set(err, ERROR_DATA, _("%s: elements more than %d deep are not read"),
				 name, GUARD_MOST_DEPTH);
	if (page->found.count)
		qsort(page->found.items, page->found.count, sizeof(struct found), compare_urls);
	drop_twins(page);
	if (!page->found.count)
		return error_set(err, ERROR_DATA,
				 _("%s: no days; looked for links whose text or address holds one "
				   "date"),
				 name);
	qsort(page->found.items, page->found.count, sizeof(struct found), compare_days);
	links->items = arena_alloc(page->arena, page->found.count * sizeof(*links->items));
	for (size_t i = 0; i < page->found.count; i++)
		links->items[i] = page->found.items[i].link;
	links->count = page->found.count;
	return 0;
}

static int
read_page(struct page *page, const char *name, const struct strbuf *html, struct day_links *links,
	  struct error *err)
{
	xmlSAXHandler handler = {
	    .startElement = on_start,
	    .endElement = on_end,
	    .characters = on_text,
	    .cdataBlock = on_text,
	    .ignorableWhitespace = on_text,
	};

	if (guard_markup(name, html->data, html->length, err))
		return -1;
	page->parser =
	    htmlCreatePushParserCtxt(&handler, page, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
	if (!page->parser)
		error_out_of_memory();
	parse(page, html->data, html->length);
	htmlFreeParserCtxt(page->parser);
	return finish(page, name, links, err);
}

int
day_links_read(struct arena *arena, const char *name, const char *url, const char *encoding,
	       const char *bytes, size_t length, struct day_links *links, struct error *err)
{
	struct page page = {.arena = arena, .base = url};
	struct strbuf html;
	int result;

	*links = (struct day_links){0};
	page.self = uri_resolve(arena, url, url);
	if (!page.self)
		page.self = url;
	strbuf_init(&html);
	strbuf_init(&page.text);
	result = encoding_decode(&html, name, bytes, length, encoding, err);
	if (!result)
		result = read_page(&page, name, &html, links, err);
	vec_release(&page.found);
	strbuf_release(&page.text);
	strbuf_release(&html);
	return result;
}
