// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/work/source-url.h"

#include <string.h>
#include <strings.h>

#include "shoroku/base/compiler.h"
#include "shoroku/base/strbuf.h"
#include "work/source-template.h"

static const char *
finish(struct arena *arena, struct strbuf *url)
{
	const char *result = arena_strndup(arena, url->data, url->length);

	strbuf_release(url);
	return result;
}

// What a person may type and a request may not hold: letters outside ASCII become escaped bytes. A
// host's name stays, libcurl knows how to ask for it.
static const char *
escape(struct arena *arena, const char *typed)
{
	const char *host = strstr(typed, "://");
	size_t length = host ? (size_t)(host - typed) + 3 : 0;
	struct strbuf url;

	length += strcspn(typed + length, "/?#");
	strbuf_init(&url);
	strbuf_add(&url, typed, length);
	for (const char *at = typed + length; *at; at++) {
		if ((unsigned char)*at < 0x80)
			strbuf_add_byte(&url, *at);
		else
			strbuf_addf(&url, "%%%02X", (unsigned int)(unsigned char)*at);
	}
	return finish(arena, &url);
}

// The archives of arXiv that have subjects under them: cs means all of cs.CL, cs.LG and so on. Some
// had papers before they had subjects.
static bool
has_subjects(const char *category, size_t length)
{
	static const char *const archives[] = {"astro-ph", "cond-mat", "cs",   "econ",
					       "eess",	   "math",     "nlin", "physics",
					       "q-bio",	   "q-fin",    "stat"};

	for (size_t i = 0; i < ARRAY_LENGTH(archives); i++) {
		if (strlen(archives[i]) == length && !strncmp(archives[i], category, length))
			return true;
	}
	return false;
}

static const char *
categories_of(const struct source *source)
{
	return source->url + strlen(SOURCE_TEMPLATE_ARXIV);
}

// cat:cs.CL+OR+cat:astro-ph.GA, where '+' is a blank.
static void
add_categories(struct strbuf *url, const char *categories)
{
	const char *separator = "";

	for (const char *at = categories; *at; at += strspn(at, "+")) {
		size_t length = strcspn(at, "+");

		strbuf_addf(url, "%scat:%.*s", separator, (int)length, at);
		if (has_subjects(at, length))
			strbuf_addf(url, "+OR+cat:%.*s.*", (int)length, at);
		separator = "+OR+";
		at += length;
	}
}

// The query language is told in arXiv's API manual, "Details of query construction"; submittedDate
// is in GMT, to the minute. Parentheses and brackets are escaped.
static const char *
api_url(struct arena *arena, const struct source *source, date_day date, size_t page)
{
	const char *base = source->api_url ? source->api_url : "https://export.arxiv.org/api/query";
	struct date_civil day = date_to_civil(date);
	struct strbuf url;

	strbuf_init(&url);
	strbuf_addf(&url, "%s%csearch_query=%%28", escape(arena, base),
		    strchr(base, '?') ? '&' : '?');
	add_categories(&url, categories_of(source));
	strbuf_addf(&url, "%%29+AND+submittedDate:%%5B%04d%02d%02d0000+TO+%04d%02d%02d2359%%5D",
		    day.year, day.month, day.day, day.year, day.month, day.day);
	strbuf_addf(&url, "&start=%zu&max_results=%d&sortBy=submittedDate&sortOrder=ascending",
		    page * SOURCE_URL_API_PAPERS, SOURCE_URL_API_PAPERS);
	return finish(arena, &url);
}

// In the path a '+' is itself: https://info.arxiv.org/help/rss.html
static const char *
feed_url(struct arena *arena, const struct source *source)
{
	const char *base = source->feed_url ? source->feed_url : "https://rss.arxiv.org/rss/";
	size_t length = strlen(base);
	struct strbuf url;

	strbuf_init(&url);
	strbuf_addf(&url, "%s%s%s", escape(arena, base),
		    length && base[length - 1] == '/' ? "" : "/", categories_of(source));
	return finish(arena, &url);
}

const char *
source_url_of_day(struct arena *arena, const struct source *source, date_day date, date_day today,
		  size_t page)
{
	switch (source->kind) {
	case SOURCE_TEMPLATE:
		return page ? NULL
			    : escape(arena, source_template_expand(arena, source->url, date));
	case SOURCE_ARXIV:
		if (date < today)
			return api_url(arena, source, date, page);
		return date > today || page ? NULL : feed_url(arena, source);
	case SOURCE_PAGE:
	case SOURCE_INDEX:
	case SOURCE_PATH:
		break;
	}
	return NULL;
}

bool
source_url_has_more(const struct source *source, date_day date, date_day today, size_t papers)
{
	return source->kind == SOURCE_ARXIV && date < today && papers >= SOURCE_URL_API_PAPERS;
}

const char *
source_url_page(struct arena *arena, const struct source *source)
{
	switch (source->kind) {
	case SOURCE_PAGE:
	case SOURCE_INDEX:
		return escape(arena, source->url);
	case SOURCE_ARXIV:
		return feed_url(arena, source);
	case SOURCE_TEMPLATE:
	case SOURCE_PATH:
		break;
	}
	return NULL;
}

bool
source_url_same_origin(const char *url, const char *other)
{
	const char *host = strstr(url, "://");
	size_t length = host ? (size_t)(host - url) + 3 : 0;

	length += strcspn(url + length, "/?#");
	return host && !strncasecmp(url, other, length) && !memchr(url, '@', length) &&
	       (!other[length] || strchr("/?#", other[length]));
}
