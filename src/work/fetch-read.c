// SPDX-License-Identifier: GPL-3.0-or-later
#include "work/fetch-read.h"

#include <string.h>
#include <strings.h>

#include "shoroku/base/i18n.h"

#define STATUS_OK 200
#define STATUS_NOT_MODIFIED 304
#define STATUS_NOT_FOUND 404
#define STATUS_GONE 410

static struct fetch_read
unreachable(enum day_answer answer, const char *format, const char *url, long status)
{
	struct fetch_read read = {.answer = answer};

	error_set(&read.error, ERROR_NETWORK, format, url, status);
	return read;
}

struct fetch_read
fetch_read_status(const struct http_response *response, const char *url)
{
	struct fetch_read read = {.answer = DAY_TEXT};

	if (response->failed) {
		read.answer = DAY_UNREACHABLE;
		read.error = response->error;
	} else if (response->status == STATUS_NOT_MODIFIED) {
		read.answer = DAY_SAME;
	} else if (response->status == STATUS_NOT_FOUND || response->status == STATUS_GONE) {
		read.answer = DAY_MISSING;
	} else if (response->status != STATUS_OK) {
		return unreachable(DAY_UNREACHABLE, _("%s answers %ld"), url, response->status);
	}
	return read;
}

const char *
fetch_read_charset(struct arena *arena, const char *content_type)
{
	const char *at = content_type ? strchr(content_type, ';') : NULL;

	for (; at; at = strchr(at, ';')) {
		at += 1 + strspn(at + 1, " \t");
		if (strncasecmp(at, "charset=", 8))
			continue;
		at += 8 + (at[8] == '"');
		return arena_strndup(arena, at, strcspn(at, "\"; \t"));
	}
	return NULL;
}

static void
set_date(struct digest *digest, date_day date)
{
	digest->date = date;
	for (size_t i = 0; i < digest->entry_count; i++)
		digest->entries[i].date = date;
}

// 1: the page is of the day, which is its only digest now; 0: it does not say; −1: of another.
static int
pick_day(struct parse_result *parsed, date_day date)
{
	bool other = false;

	for (size_t i = 0; i < parsed->digest_count; i++) {
		struct digest *digest = &parsed->digests[i];

		if (digest->date == date) {
			parsed->digests = digest;
			parsed->digest_count = 1;
			return 1;
		}
		other = other || digest->date_origin == DATE_FROM_HEADING ||
			digest->date_origin == DATE_FROM_FRONT_MATTER;
	}
	if (other)
		return -1;
	if (parsed->digest_count != 1)
		return 0;
	set_date(parsed->digests, date);
	return 1;
}

static int
refuse_day(const struct parse_input *page, const struct parse_result *parsed, date_day date,
	   struct error *err)
{
	char asked[DATE_TEXT_SIZE];
	char found[DATE_TEXT_SIZE];

	date_format(date, asked);
	date_format(parsed->digests[0].date, found);
	return error_set(err, ERROR_DATA, _("%s is of %s, not of %s"), page->name, found, asked);
}

static int
parse_of_day(struct import_waiting *input, struct parse_input *page, date_day date,
	     struct error *err)
{
	int found = 0;

	if (date == DATE_NONE)
		return parse_digests(&input->arena, page, &input->parsed, err);
	if (!parse_digests(&input->arena, page, &input->parsed, err))
		found = pick_day(&input->parsed, date);
	if (found < 0)
		return refuse_day(page, &input->parsed, date, err);
	if (found)
		return 0;
	page->date = date;
	return parse_digests(&input->arena, page, &input->parsed, err);
}

static void
set_source(struct import_waiting *input, const struct source *source)
{
	for (size_t i = 0; i < input->parsed.digest_count; i++) {
		struct digest *digest = &input->parsed.digests[i];

		digest->source = arena_strdup(&input->arena, source->name);
		if (source->lang)
			digest->lang = arena_strdup(&input->arena, source->lang);
		for (size_t j = 0; j < digest->entry_count; j++) {
			digest->entries[j].source = digest->source;
			if (source->lang)
				digest->entries[j].lang = digest->lang;
		}
	}
}

struct fetch_read
fetch_read_page(struct import_waiting *input, const struct source *source,
		const struct labels *labels, struct http_response *response, const char *url,
		date_day date)
{
	struct fetch_read read = {.answer = DAY_TEXT};
	struct parse_input page = {
	    .name = url,
	    .path = url,
	    .format = source->format,
	    .encoding = fetch_read_charset(&input->arena, response->content_type),
	    .date = DATE_NONE,
	    .labels = labels,
	};

	input->name = input->origin = url;
	input->bytes = response->body;
	strbuf_init(&response->body);
	page.bytes = input->bytes.data;
	page.length = input->bytes.length;
	if (parse_of_day(input, &page, date, &read.error)) {
		read.answer = page.length ? DAY_UNREADABLE : DAY_EMPTY;
		input->parsed = (struct parse_result){0};
	}
	set_source(input, source);
	return read;
}
