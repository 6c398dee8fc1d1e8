// SPDX-License-Identifier: GPL-3.0-or-later
#include "work/source-options.h"

#include <ctype.h>
#include <string.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/feed/parse.h"
#include "shoroku/work/sources.h"
#include "work/source-address.h"

#define MOST_SPACING_MS 3600000

// The setters return false for a value that cannot be.

// A language tag as BCP 47 begins it: ja, en, zh-tw.
static bool
set_lang(struct arena *arena, const char *value, struct source *source)
{
	size_t letters = 0;
	size_t length = strlen(value);

	while (islower((unsigned char)value[letters]))
		letters++;
	if (letters < 2 || letters > 3 || length > 16 ||
	    (value[letters] && (value[letters] != '-' || !value[letters + 1])))
		return false;
	for (size_t i = letters; i < length; i++) {
		if (value[i] != '-' && !isalnum((unsigned char)value[i]))
			return false;
	}
	source->lang = arena_strdup(arena, value);
	return true;
}

static bool
set_format(struct arena *arena, const char *value, struct source *source)
{
	(void)arena;
	for (size_t i = 0; parse_format_name(i); i++) {
		if (!strcmp(parse_format_name(i), value)) {
			source->format = parse_format_name(i);
			return true;
		}
	}
	return false;
}

// Seconds with at most three decimals, whatever the locale writes between them.
static bool
set_spacing(struct arena *arena, const char *value, struct source *source)
{
	size_t whole = strspn(value, "0123456789");
	const char *fraction = value + whole;
	long ms = 0;
	int scale = 1000;

	(void)arena;
	if (!whole || whole > 5)
		return false;
	for (size_t i = 0; i < whole; i++)
		ms = ms * 10 + (value[i] - '0');
	ms *= 1000;
	if (*fraction == '.') {
		size_t digits = strspn(++fraction, "0123456789");

		if (!digits || digits > 3)
			return false;
		for (; digits; digits--)
			ms += (*fraction++ - '0') * (scale /= 10);
	}
	source->spacing_ms = (int)ms;
	return !*fraction && ms <= MOST_SPACING_MS;
}

static bool
set_since(struct arena *arena, const char *value, struct source *source)
{
	(void)arena;
	source->since = date_parse_iso(value, strlen(value));
	return source->since != DATE_NONE;
}

static bool
set_enrich(struct arena *arena, const char *value, struct source *source)
{
	(void)arena;
	source->enrich = !strcmp(value, "on");
	return source->enrich || !strcmp(value, "off");
}

static bool
set_days(struct arena *arena, const char *value, struct source *source)
{
	(void)arena;
	if (source->kind != SOURCE_PAGE || strcmp(value, "index") != 0)
		return false;
	source->kind = SOURCE_INDEX;
	return true;
}

static const char *
address(struct arena *arena, const char *value, const struct source *source)
{
	struct source other = {.url = NULL};
	struct error err;
	size_t offset;

	if (source->kind != SOURCE_ARXIV ||
	    source_address_read(arena, value, &other, &offset, &err) || other.kind != SOURCE_PAGE)
		return NULL;
	return other.url;
}

static bool
set_api(struct arena *arena, const char *value, struct source *source)
{
	source->api_url = address(arena, value, source);
	return source->api_url != NULL;
}

static bool
set_feed(struct arena *arena, const char *value, struct source *source)
{
	source->feed_url = address(arena, value, source);
	return source->feed_url != NULL;
}

// clang-format off
static const struct source_option rows[] = {
	{ "lang", N_("a language such as ja or en"), N_("Language of its digests") },
	{ "format", N_("a format as 'shoroku import --format' does"),
	  N_("Read in this format, whatever the content looks like") },
	{ "spacing", N_("seconds from 0 to 3600, such as 3 or 0.5"),
	  N_("Time between two requests to its host") },
	{ "since", N_("a date such as 2025-09-24"), N_("The oldest day asked for") },
	{ "enrich", N_("on or off"), N_("Look its papers up at arXiv after a fetch") },
	{ "days", N_("index, for a page of links to days"), N_("How days are found") },
	{ "api", N_("a web address, for categories of arXiv"), N_("Where arXiv's API is") },
	{ "feed", N_("a web address, for categories of arXiv"), N_("Where arXiv's feeds are") },
};
static bool (*const setters[ARRAY_LENGTH(rows)])(struct arena *arena, const char *value,
						 struct source *source) = {
	set_lang, set_format, set_spacing, set_since, set_enrich, set_days, set_api, set_feed,
};
// clang-format on

const struct source_option *
source_options(size_t *count)
{
	*count = ARRAY_LENGTH(rows);
	return rows;
}

bool
source_options_like(const char *word)
{
	size_t length = 0;

	while (isalpha((unsigned char)word[length]) || word[length] == '-')
		length++;
	return length && word[length] == '=';
}

static int
fail_unknown(const char *word, struct error *err)
{
	struct strbuf names;

	strbuf_init(&names);
	for (size_t i = 0; i < ARRAY_LENGTH(rows); i++)
		strbuf_addf(&names, "%s%s", i ? ", " : "", rows[i].name);
	error_set(err, ERROR_USAGE, _("a source has no option '%.*s'; there are %s"),
		  (int)strcspn(word, "="), word, names.data);
	strbuf_release(&names);
	return -1;
}

int
source_options_set(struct arena *arena, const char *word, struct source *source, size_t *offset,
		   struct error *err)
{
	size_t length = strcspn(word, "=");

	*offset = 0;
	if (!word[length])
		return error_set(err, ERROR_USAGE, _("options look like lang=ja"));
	for (size_t i = 0; i < ARRAY_LENGTH(rows); i++) {
		if (strlen(rows[i].name) != length || strncmp(rows[i].name, word, length) != 0)
			continue;
		if (setters[i](arena, word + length + 1, source))
			return 0;
		*offset = length + 1;
		return error_set(err, ERROR_USAGE, _("%s takes %s"), rows[i].name,
				 _(rows[i].takes));
	}
	return fail_unknown(word, err);
}
