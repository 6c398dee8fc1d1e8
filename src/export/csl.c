// SPDX-License-Identifier: GPL-3.0-or-later
// CSL-JSON, what citation processors and Zotero read (CSL 1.0.2, schema csl-data.json).
#include <jansson.h>
#include <string.h>

#include "citation.h"
#include "person.h"
#include "writers.h"

static void
set(json_t *object, const char *name, json_t *value)
{
	if (json_object_set_new_nocheck(object, name, value))
		error_out_of_memory();
}

static void
set_text(json_t *object, const char *name, const char *text)
{
	if (text && *text)
		set(object, name, json_string_nocheck(text));
}

static void
add(json_t *array, json_t *value)
{
	if (json_array_append_new(array, value))
		error_out_of_memory();
}

static json_t *
author(const char *name)
{
	json_t *object = json_object();
	struct person person;

	if (person_split(name, &person)) {
		set(object, "family", json_stringn_nocheck(person.family, person.family_length));
		set(object, "given", json_stringn_nocheck(person.given, person.given_length));
	} else {
		set(object, "literal", json_string_nocheck(name));
	}
	return object;
}

static void
set_authors(json_t *object, const struct paper *paper)
{
	json_t *array = json_array();

	for (size_t i = 0; i < paper->author_count; i++)
		add(array, author(paper->authors[i]));
	if (paper->author_count)
		set(object, "author", array);
	else
		json_decref(array);
}

static void
set_date(json_t *object, const struct paper *paper)
{
	struct citation_date date = citation_date_of(paper);
	json_t *parts;
	json_t *list;
	json_t *issued;

	if (!date.year)
		return;
	parts = json_array();
	list = json_array();
	issued = json_object();
	add(parts, json_integer(date.year));
	if (date.month)
		add(parts, json_integer(date.month));
	if (date.day)
		add(parts, json_integer(date.day));
	add(list, parts);
	set(issued, "date-parts", list);
	set(object, "issued", issued);
}

static void
set_places(json_t *object, const struct paper *paper)
{
	struct arena arena;
	struct strbuf number;

	arena_init(&arena);
	strbuf_init(&number);
	if (paper->arxiv_id) {
		strbuf_addf(&number, "arXiv:%s", paper->arxiv_id);
		set_text(object, "publisher", "arXiv");
		set_text(object, "number", number.data);
	}
	set_text(object, "container-title", paper->journal_ref);
	set_text(object, "DOI", paper->doi);
	set_text(object, "URL", citation_url(&arena, paper));
	strbuf_release(&number);
	arena_release(&arena);
}

static void
set_keywords(json_t *object, const struct export_item *item)
{
	struct strbuf text;

	strbuf_init(&text);
	citation_append_keywords(&text, item);
	set_text(object, "keyword", text.data);
	strbuf_release(&text);
}

static int
append_bytes(const char *bytes, size_t length, void *out)
{
	strbuf_add(out, bytes, length);
	return 0;
}

int
csl_append(struct strbuf *out, const struct export_item *item, struct error *err)
{
	const struct paper *paper = &item->entry->paper;
	const struct section *abstract = citation_abstract(item->entry);
	json_t *object = json_object();
	struct strbuf notes;

	(void)err;
	set_text(object, "id", item->key);
	set_text(object, "type", "article"); // what CSL calls a preprint
	set_text(object, "title", citation_title(paper));
	set_authors(object, paper);
	set_date(object, paper);
	set_places(object, paper);
	set_keywords(object, item);
	set_text(object, "abstract", abstract ? abstract->text : NULL);
	strbuf_init(&notes);
	citation_append_notes(&notes, item);
	set_text(object, "note", notes.data);
	strbuf_release(&notes);
	if (json_dump_callback(object, append_bytes, out, 0))
		error_out_of_memory();
	json_decref(object);
	return 0;
}
