// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/export/record.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "shoroku/base/error.h"
#include "shoroku/text/clean.h"

// jansson refuses what is no UTF-8, and only lack of memory is left as a reason to fail.
static json_t *
text_value(const char *text)
{
	size_t length = strlen(text);
	json_t *value;

	if (clean_is_safe(text, length)) {
		value = json_stringn_nocheck(text, length);
	} else {
		char *cleaned = clean_string(text, length, CLEAN_TEXT);

		value = json_string_nocheck(cleaned);
		free(cleaned);
	}
	return value;
}

static void
set(json_t *object, const char *name, json_t *value)
{
	if (json_object_set_new_nocheck(object, name, value))
		error_out_of_memory();
}

static void
set_text(json_t *object, const char *name, const char *text)
{
	if (text)
		set(object, name, text_value(text));
}

static void
set_date(json_t *object, date_day date)
{
	char text[DATE_TEXT_SIZE];

	date_format(date, text);
	set_text(object, "date", text);
}

static json_t *
text_array(const char *const *texts, size_t count)
{
	json_t *array = json_array();

	for (size_t i = 0; i < count; i++) {
		if (json_array_append_new(array, text_value(texts[i])))
			error_out_of_memory();
	}
	return array;
}

static json_t *
section_array(const struct section *sections, size_t count)
{
	json_t *array = json_array();

	for (size_t i = 0; i < count; i++) {
		json_t *object = json_object();

		set_text(object, "role", paper_role_name(sections[i].role));
		set_text(object, "label", sections[i].label);
		set_text(object, "text", sections[i].text);
		if (sections[i].origin != SECTION_FROM_SOURCE)
			set_text(object, "origin", paper_origin_name(sections[i].origin));
		if (paper_section_is_machine(&sections[i]))
			set(object, "machine", json_true());
		if (json_array_append_new(array, object))
			error_out_of_memory();
	}
	return array;
}

static void
set_marks(json_t *object, const struct marks *marks)
{
	set(object, "read", json_boolean(marks->read));
	set(object, "favourite", json_boolean(marks->favourite));
	if (marks->rating)
		set(object, "rating", json_integer(marks->rating));
	if (marks->tag_count)
		set(object, "tags", text_array(marks->tags, marks->tag_count));
	set_text(object, "note", marks->note);
}

static json_t *
warning_array(const struct warning *warnings, size_t count)
{
	json_t *array = json_array();

	for (size_t i = 0; i < count; i++) {
		if (json_array_append_new(array, json_string(warnings[i].name)))
			error_out_of_memory();
	}
	return array;
}

static json_t *
entry_object(const struct entry *entry, const struct marks *marks)
{
	const struct paper *paper = &entry->paper;
	json_t *object = json_object();

	if (entry->id)
		set(object, "id", json_integer(entry->id));
	set_text(object, "key", paper->key);
	set_date(object, entry->date);
	set_text(object, "date_origin", paper_date_origin_name(entry->date_origin));
	set_text(object, "source", entry->source);
	set(object, "position", json_integer(entry->position));
	set_text(object, "lang", entry->lang);
	set_text(object, "title", paper->title);
	set_text(object, "title_original", paper->title_original);
	if (paper->author_count)
		set(object, "authors", text_array(paper->authors, paper->author_count));
	set(object, "authors_truncated", json_boolean(paper->authors_truncated));
	if (entry->section_count)
		set(object, "sections", section_array(entry->sections, entry->section_count));
	set_text(object, "arxiv_id", paper->arxiv_id);
	set_text(object, "doi", paper->doi);
	if (paper->category_count)
		set(object, "categories", text_array(paper->categories, paper->category_count));
	set_text(object, "url", paper->url);
	set_text(object, "pdf_url", paper->pdf_url);
	set_text(object, "published", paper->published);
	set_text(object, "updated", paper->updated);
	set_text(object, "journal_ref", paper->journal_ref);
	set_text(object, "comment", paper->comment);
	if (entry->announcement != ANNOUNCED_NEW)
		set_text(object, "announcement", paper_announcement_name(entry->announcement));
	if (entry->seen_before.id) {
		char seen[DATE_TEXT_SIZE];

		date_format(entry->seen_before.date, seen);
		set_text(object, "seen_before", seen);
	}
	set_marks(object, marks);
	if (entry->warning_count)
		set(object, "warnings", warning_array(entry->warnings, entry->warning_count));
	return object;
}

static int
append_bytes(const char *bytes, size_t length, void *out)
{
	strbuf_add(out, bytes, length);
	return 0;
}

static void
append_and_free(struct strbuf *out, json_t *object)
{
	if (json_dump_callback(object, append_bytes, out, 0))
		error_out_of_memory();
	json_decref(object);
}

void
record_append(struct strbuf *out, const struct entry *entry, const struct marks *marks)
{
	record_append_found(out, entry, marks, NULL);
}

static json_t *
snippet_object(const struct record_snippet *snippet)
{
	json_t *object = json_object();
	json_t *hits = json_array();

	set_text(object, "role", paper_role_name(snippet->role));
	set_text(object, "text", snippet->text);
	for (size_t i = 0; i < snippet->hit_count; i++) {
		const struct record_hit *hit = &snippet->hits[i];
		json_t *pair = json_array();

		if (json_array_append_new(pair, json_integer((json_int_t)hit->start)) ||
		    json_array_append_new(pair, json_integer((json_int_t)hit->end)) ||
		    json_array_append_new(hits, pair))
			error_out_of_memory();
	}
	set(object, "hits", hits);
	return object;
}

void
record_append_found(struct strbuf *out, const struct entry *entry, const struct marks *marks,
		    const struct record_snippet *snippet)
{
	json_t *object = entry_object(entry, marks);

	if (snippet)
		set(object, "snippet", snippet_object(snippet));
	append_and_free(out, object);
}

void
record_append_day(struct strbuf *out, const struct record_day *day)
{
	json_t *object = json_object();

	set_date(object, day->date);
	set_text(object, "source", day->source);
	set_text(object, "state", day_state_name(day->state));
	set(object, "papers", json_integer(day->papers));
	set(object, "unread", json_integer(day->unread));
	set(object, "favourites", json_integer(day->favourites));
	set(object, "revision", json_integer(day->revision));
	set_text(object, "reason", day->reason);
	append_and_free(out, object);
}
