// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/json-paper.h"

#include <string.h>
#include <strings.h>

#include "feed/authors.h"
#include "feed/feed-date.h"
#include "feed/json-field.h"
#include "shoroku/base/compiler.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/text/utf8.h"

// Names that arXiv's own API and those who pass it on put beside `summary`, and that of its
// translation.
static const char *const arxiv_names[] = {
    "updated", "links",	   "arxiv_comment", "arxiv_primary_category", "translated_summary", "abs",
    "comment", "entry_id", "journal_ref",   "primary_category"};

static bool
holds_title(json_t *object)
{
	const char *name;
	json_t *value;
	const char *lang;

	json_object_foreach(object, name, value)
	{
		const struct json_field *field = json_field_find(name, &lang);

		if (field && field->role == JSON_TITLE && json_is_string(value) &&
		    json_string_length(value))
			return true;
	}
	return false;
}

bool
json_paper_is(json_t *value)
{
	return json_is_object(value) &&
	       (holds_title(value) || holds_title(json_object_get(value, "paper")));
}

date_day
json_paper_date(json_t *object)
{
	const char *name;
	json_t *value;
	const char *lang;
	date_day day = DATE_NONE;

	json_object_foreach(object, name, value)
	{
		const struct json_field *field = json_field_find(name, &lang);

		if (day == DATE_NONE && field && field->role == JSON_DATE && json_is_string(value))
			day = feed_date(json_string_value(value));
	}
	return day;
}

// "et al." as the last of a list.
static bool
is_truncation(struct listing *listing, const char *name)
{
	struct authors authors;

	authors_split(listing->arena, name, &authors);
	return authors.truncated && !authors.count;
}

// A list of one may be all the names in one string.
static void
take_authors(struct listing *listing, json_t *value)
{
	size_t count = json_array_size(value);

	if (json_is_string(value))
		listing_authors(listing, json_string_value(value));
	for (size_t i = 0; i < count; i++) {
		json_t *each = json_array_get(value, i);
		const char *name = json_is_object(each)
				       ? json_string_value(json_object_get(each, "name"))
				       : json_string_value(each);

		if (count == 1 || (name && is_truncation(listing, name)))
			listing_authors(listing, name);
		else
			listing_author(listing, name);
	}
}

static void
take_categories(struct listing *listing, json_t *value)
{
	if (json_is_string(value))
		listing_category(listing, json_string_value(value));
	for (size_t i = 0; i < json_array_size(value); i++) {
		json_t *each = json_array_get(value, i);

		if (json_is_object(each))
			each = json_object_get(each, "term"); // as Atom's <category>
		listing_category(listing, json_string_value(each));
	}
}

// An original and a translated title: the translated one is the digest's.
static void
take_title(struct listing *listing, const char *lang, json_t *value)
{
	struct paper *paper = &listing->entry.paper;
	const char *title = listing_line(listing->arena, json_string_value(value));
	bool translated = lang && strcmp(lang, "en") != 0;

	if (!title)
		return;
	if (translated && !listing->entry.lang)
		listing->entry.lang = lang;
	if (!paper->title) {
		paper->title = title;
	} else if (!paper->title_original && strcmp(paper->title, title) != 0) {
		paper->title_original = translated ? paper->title : title;
		paper->title = translated ? title : paper->title;
	}
}

static void
add_text(struct strbuf *text, json_t *value)
{
	if (json_is_string(value)) {
		strbuf_add(text, json_string_value(value), json_string_length(value));
		strbuf_add_byte(text, '\n');
	}
	for (size_t i = 0; i < json_array_size(value); i++)
		add_text(text, json_array_get(value, i));
}

// Strings are paragraphs, lists of them too; the members of an object are told apart by their names.
static void
take_section(struct listing *listing, enum section_role role, const char *label, json_t *value)
{
	struct strbuf text;
	const char *name;
	json_t *member;

	strbuf_init(&text);
	add_text(&text, value);
	json_object_foreach(value, name, member)
	{
		if (!json_is_string(member) || !json_string_length(member))
			continue;
		strbuf_addf(&text, "%s: ", name);
		add_text(&text, member);
	}
	if (role == SECTION_ABSTRACT)
		listing_wrapped(listing, role, label, text.data);
	else
		listing_section(listing, role, label, text.data);
	strbuf_release(&text);
}

// As our own records say whose words the section added last is.
static void
take_origin(struct listing *listing, const char *name)
{
	size_t count = listing->sections.count;

	if (count && name && !strcmp(name, paper_origin_name(SECTION_FROM_ARXIV)))
		listing->sections.items[count - 1].origin = SECTION_FROM_ARXIV;
}

static void
take_sections(struct listing *listing, json_t *value)
{
	for (size_t i = 0; i < json_array_size(value); i++) {
		json_t *each = json_array_get(value, i);
		const char *name = json_string_value(json_object_get(each, "role"));
		const char *label = json_string_value(json_object_get(each, "label"));
		enum section_role role = SECTION_DETAIL;

		if (name && !paper_role_parse(name, &role))
			continue;
		listing_section(listing, role, label ? label : name,
				json_string_value(json_object_get(each, "text")));
		take_origin(listing, json_string_value(json_object_get(each, "origin")));
	}
}

// Kana, Han or Hangul: no abstract of arXiv's.
static bool
is_east_asian(const char *text)
{
	size_t length = strlen(text);

	for (size_t i = 0; i < length;) {
		uint32_t c = utf8_next(text, length, &i);

		if ((c >= 0x3040 && c < 0xA000) || (c >= 0xAC00 && c < 0xD7B0))
			return true;
	}
	return false;
}

static enum section_role
summary_role(json_t *paper, json_t *value)
{
	const char *text = json_string_value(value);

	if (json_object_get(paper, "abstract") || !text || is_east_asian(text))
		return SECTION_DETAIL;
	for (size_t i = 0; i < ARRAY_LENGTH(arxiv_names); i++) {
		if (json_object_get(paper, arxiv_names[i]))
			return SECTION_ABSTRACT;
	}
	return SECTION_DETAIL;
}

static void
take_announcement(struct listing *listing, const char *type)
{
	if (type && !strncasecmp(type, "replace", 7))
		listing->entry.announcement = ANNOUNCED_REPLACED;
	else if (type && !strncasecmp(type, "cross", 5))
		listing->entry.announcement = ANNOUNCED_CROSS;
}

static void
take_published(struct listing *listing, json_t *value)
{
	const char *text = json_string_value(value);

	if (text && !listing->entry.paper.published)
		listing->entry.paper.published = feed_date_text(listing->arena, text);
}

static void
take_prose(struct listing *listing, json_t *object, const struct json_field *field,
	   const char *name, const char *lang, json_t *value)
{
	enum section_role role = field->section;
	bool translated = lang && strcmp(lang, "en") != 0;

	if (field->role == JSON_SUMMARY)
		role = translated ? SECTION_DETAIL : summary_role(object, value);
	else if (role == SECTION_ABSTRACT && translated)
		role = SECTION_DETAIL;
	if (translated && !listing->entry.lang)
		listing->entry.lang = lang;
	take_section(listing, role, name, value);
}

static void
take_field(struct listing *listing, json_t *object, const char *name, json_t *value)
{
	const char *lang;
	const struct json_field *field = json_field_find(name, &lang);
	const char *text = json_string_value(value);

	if (!field)
		return;
	switch (field->role) {
	case JSON_TITLE:
		take_title(listing, lang, value);
		break;
	case JSON_ORIGINAL:
		listing->entry.paper.title_original = listing_line(listing->arena, text);
		break;
	case JSON_AUTHORS:
		take_authors(listing, value);
		break;
	case JSON_TRUNCATED:
		listing->entry.paper.authors_truncated |= json_is_true(value);
		break;
	case JSON_ARXIV:
		listing_arxiv(listing, text);
		break;
	case JSON_DOI:
		listing_doi(listing, text);
		break;
	case JSON_URL:
		listing_url(listing, text);
		listing_arxiv(listing, text && strstr(text, "arxiv.org/") ? text : NULL);
		break;
	case JSON_PDF:
		listing_pdf(listing, text);
		listing_arxiv(listing, text && strstr(text, "arxiv.org/") ? text : NULL);
		break;
	case JSON_CATEGORIES:
		take_categories(listing, value);
		break;
	case JSON_PUBLISHED:
		take_published(listing, value);
		break;
	case JSON_LANG:
		listing->entry.lang = listing_language(listing->arena, text);
		break;
	case JSON_ANNOUNCEMENT:
		take_announcement(listing, text);
		break;
	case JSON_SECTION:
	case JSON_SUMMARY:
		take_prose(listing, object, field, name, lang, value);
		break;
	case JSON_SECTIONS:
		take_sections(listing, value);
		break;
	case JSON_DATE:
	case JSON_SOURCE:
	case JSON_PAPERS:
	case JSON_PAPER:
		break;
	}
}

static void
take_fields(struct listing *listing, json_t *object, bool nested)
{
	const char *name;
	json_t *value;
	const char *lang;

	json_object_foreach(object, name, value)
	{
		const struct json_field *field = json_field_find(name, &lang);

		if (field && field->role == JSON_PAPER && json_is_object(value) && !nested)
			take_fields(listing, value, true);
		else
			take_field(listing, object, name, value);
	}
}

void
json_paper_read(struct listing *listing, const char *name, json_t *object, date_day day)
{
	date_day own = json_paper_date(object);

	listing_begin(listing);
	take_fields(listing, object, false);
	listing_arxiv(listing, name);
	listing->entry.date = own != DATE_NONE ? own : day;
	listing_end(listing);
}
