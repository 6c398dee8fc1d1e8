// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "feed/arxiv-text.h"

#include <string.h>
#include <strings.h>

#include "feed/feed-date.h"
#include "shoroku/base/compiler.h"
#include "shoroku/base/strbuf.h"

enum field {
	FIELD_NONE,
	FIELD_TITLE,
	FIELD_AUTHORS,
	FIELD_CATEGORIES,
	FIELD_SUBJECTS,
	FIELD_DOI,
};

bool
arxiv_text_next(struct arxiv_text *lines, const char **line, size_t *length)
{
	const char *feed;

	if (lines->at >= lines->end)
		return false;
	feed = memchr(lines->at, '\n', (size_t)(lines->end - lines->at));
	*line = lines->at;
	*length = (size_t)((feed ? feed : lines->end) - lines->at);
	lines->at = feed ? feed + 1 : lines->end;
	while (*length && strchr(" \t\r", (*line)[*length - 1]))
		--*length;
	return true;
}

bool
arxiv_text_is_frame(const char *line, size_t length)
{
	return length >= 2 && line[0] == '\\' && line[1] == '\\' && (length == 2 || line[2] == ' ');
}

bool
arxiv_text_is_rule(const char *line, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if (line[i] != '-' && line[i] != '%')
			return false;
	}
	return length >= 20;
}

static bool
begins(const char *line, size_t length, const char *prefix)
{
	return length >= strlen(prefix) && !strncasecmp(line, prefix, strlen(prefix));
}

// "arXiv:2306.07777 (*cross-listing*)", "Paper (*cross-listing*): gr-qc/9212008".
static void
take_id(struct listing *listing, const char *line, size_t length)
{
	const char *text = arena_strndup(listing->arena, line, length);
	const char *colon = strchr(text, ':');
	const char *id = colon ? colon + 1 : ""; // a NUL may stand before it

	id += strspn(id, " ");
	if (strstr(text, "cross-listing"))
		listing->entry.announcement = ANNOUNCED_CROSS;
	listing_arxiv(listing, arena_strndup(listing->arena, id, strcspn(id, " ")));
}

static void
take_date(struct listing *listing, const char *line, size_t length)
{
	const char *text = arena_strndup(listing->arena, line, length);

	if (listing->entry.date != DATE_NONE)
		return;
	listing->entry.date = feed_date(text);
	listing->entry.paper.published = feed_date_text(listing->arena, text);
}

// "Algebraic Geometry; Combinatorics"
static void
take_subjects(struct listing *listing, const char *value)
{
	while (*value) {
		size_t length = strcspn(value, ";");

		listing_category(listing, arena_strndup(listing->arena, value, length));
		value += length + (value[length] == ';');
	}
}

static void
take_field(struct listing *listing, enum field field, const char *value)
{
	switch (field) {
	case FIELD_NONE:
		break;
	case FIELD_TITLE:
		listing->entry.paper.title = listing_line(listing->arena, value);
		break;
	case FIELD_AUTHORS:
		listing_authors(listing, value);
		break;
	case FIELD_CATEGORIES:
		listing_categories(listing, value);
		break;
	case FIELD_SUBJECTS:
		take_subjects(listing, value);
		break;
	case FIELD_DOI:
		listing_doi(listing, value);
		break;
	}
}

// A field whose value may go on in the next lines: where its value begins in this one.
static enum field
find_field(const char *line, size_t length, size_t *value)
{
	static const struct {
		const char *name;
		enum field field;
	} names[] = {{"Title:", FIELD_TITLE},	      {"Authors:", FIELD_AUTHORS},
		     {"Author:", FIELD_AUTHORS},      {"Categories:", FIELD_CATEGORIES},
		     {"Subj-class:", FIELD_SUBJECTS}, {"DOI:", FIELD_DOI}};

	for (size_t i = 0; i < ARRAY_LENGTH(names); i++) {
		*value = strlen(names[i].name);
		if (begins(line, length, names[i].name))
			return names[i].field;
	}
	return FIELD_NONE;
}

static void
take_line(struct listing *listing, const char *line, size_t length)
{
	static const char replaced[] = "replaced with revised version";

	if ((begins(line, length, "arXiv:") || begins(line, length, "Paper")) &&
	    memchr(line, ':', length)) {
		take_id(listing, line, length);
	} else if (begins(line, length, "Date:")) {
		take_date(listing, line + 5, length - 5);
	} else if (begins(line, length, replaced)) {
		listing->entry.announcement = ANNOUNCED_REPLACED;
		// It has no other date; that of its first version is not printed.
		listing->entry.date = feed_date(arena_strndup(
		    listing->arena, line + strlen(replaced), length - strlen(replaced)));
	}
}

// "\\ ( https://arxiv.org/abs/2303.09011 ,  1252kb)"
static void
take_frame(struct listing *listing, const char *line, size_t length)
{
	const char *text = arena_strndup(listing->arena, line, length);
	const char *page = strstr(text, "http");

	if (page)
		listing_url(listing, arena_strndup(listing->arena, page, strcspn(page, " ,)")));
}

// Up to the frame before the abstract, or to the paper's end; true where an abstract follows.
static bool
read_fields(struct arxiv_text *lines, struct listing *listing)
{
	struct strbuf value;
	enum field field = FIELD_NONE;
	const char *line;
	size_t length;
	bool more = false;

	strbuf_init(&value);
	while (arxiv_text_next(lines, &line, &length)) {
		size_t start;
		enum field next;

		if (arxiv_text_is_rule(line, length))
			break;
		if (arxiv_text_is_frame(line, length)) {
			take_frame(listing, line, length);
			more = length == 2;
			break;
		}
		if (length && line[0] == ' ' && field != FIELD_NONE) {
			strbuf_add(&value, line, length);
			continue;
		}
		next = find_field(line, length, &start);
		take_field(listing, field, value.data);
		strbuf_clear(&value);
		field = next;
		if (field != FIELD_NONE)
			strbuf_add(&value, line + start, length - start);
		else
			take_line(listing, line, length);
	}
	take_field(listing, field, value.data);
	strbuf_release(&value);
	return more;
}

static void
read_abstract(struct arxiv_text *lines, struct listing *listing)
{
	struct strbuf text;
	const char *line;
	size_t length;

	strbuf_init(&text);
	while (arxiv_text_next(lines, &line, &length) && !arxiv_text_is_rule(line, length)) {
		if (arxiv_text_is_frame(line, length)) {
			take_frame(listing, line, length);
			break;
		}
		strbuf_add(&text, line, length);
		strbuf_add_byte(&text, '\n');
	}
	listing_wrapped(listing, SECTION_ABSTRACT, "Abstract", text.data);
	strbuf_release(&text);
}

void
arxiv_text_read(struct arxiv_text *lines, struct listing *listing)
{
	listing_begin(listing);
	if (read_fields(lines, listing))
		read_abstract(lines, listing);
	listing_end(listing);
}
