// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/feed/record-reader.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <jansson.h>
#include <zlib.h>

#include "feed/record-sniff.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/model/key.h"
#include "shoroku/model/source.h"
#include "shoroku/text/clean.h"

#define GZIP_BUFFER (1u << 18)

struct record_reader {
	gzFile file;
	char *name;
	struct strbuf line;
	size_t number; // of the line, 1-based
	char chunk[1 << 16];
};

bool
record_reader_likes(const unsigned char *bytes, size_t length)
{
	size_t start = 0;

	if (length >= 3 && !memcmp(bytes, "\xEF\xBB\xBF", 3))
		start = 3;
	return record_sniff_likes((const char *)bytes + start, length - start);
}

struct record_reader *
record_reader_open(int fd, const char *name, struct error *err)
{
	gzFile file = gzdopen(fd, "rb");
	struct record_reader *reader;

	if (!file) {
		close(fd);
		error_set(err, ERROR_DISK, _("%s cannot be read"), name);
		return NULL;
	}
	gzbuffer(file, GZIP_BUFFER);
	reader = memory_alloc(sizeof(*reader));
	reader->file = file;
	reader->name = memory_strdup(name);
	strbuf_init(&reader->line);
	return reader;
}

void
record_reader_close(struct record_reader *reader)
{
	if (!reader)
		return;
	gzclose(reader->file);
	strbuf_release(&reader->line);
	free(reader->name);
	free(reader);
}

// The next line without its end: 1, 0 at the end of the input, −1 on failure.
static int
read_line(struct record_reader *reader, struct error *err)
{
	int code;

	strbuf_clear(&reader->line);
	reader->number++;
	while (gzgets(reader->file, reader->chunk, sizeof(reader->chunk))) {
		strbuf_add_string(&reader->line, reader->chunk);
		if (reader->line.length > RECORD_READER_MAX_LINE)
			return error_set(err, ERROR_DATA, _("%s, line %zu: longer than %zu bytes"),
					 reader->name, reader->number, RECORD_READER_MAX_LINE);
		if (reader->line.length && reader->line.data[reader->line.length - 1] == '\n')
			return 1;
	}
	gzerror(reader->file, &code);
	if (code != Z_OK && code != Z_STREAM_END)
		return error_set(err, ERROR_DATA, _("%s, line %zu: damaged or cut off"),
				 reader->name, reader->number);
	return reader->line.length > 0;
}

static const char *
clean_value(struct arena *arena, const json_t *value, enum clean_form form)
{
	char *cleaned;
	const char *result;

	if (!json_is_string(value))
		return NULL;
	cleaned = clean_string(json_string_value(value), json_string_length(value), form);
	result = *cleaned ? arena_strdup(arena, cleaned) : NULL;
	free(cleaned);
	return result;
}

static const char *
line_of(struct arena *arena, const json_t *object, const char *name)
{
	return clean_value(arena, json_object_get(object, name), CLEAN_LINE);
}

// The texts of an array; their number in *count.
static const char **
read_lines(struct arena *arena, const json_t *array, size_t *count)
{
	size_t size = json_array_size(array);
	const char **lines = arena_alloc(arena, (size + 1) * sizeof(*lines));

	*count = 0;
	for (size_t i = 0; i < size; i++) {
		const char *line = clean_value(arena, json_array_get(array, i), CLEAN_LINE);

		if (line)
			lines[(*count)++] = line;
	}
	return lines;
}

static void
read_announcement(const json_t *object, struct entry *entry)
{
	const char *name = json_string_value(json_object_get(object, "announcement"));

	if (!name || !paper_announcement_parse(name, &entry->announcement))
		entry->announcement = ANNOUNCED_NEW;
}

// What does not say where its date was found says the date itself.
static void
read_date_origin(const json_t *object, struct entry *entry)
{
	const char *name = json_string_value(json_object_get(object, "date_origin"));

	if (!name || !paper_date_origin_parse(name, &entry->date_origin))
		entry->date_origin = DATE_FROM_METADATA;
}

static void
read_paper(struct arena *arena, const json_t *object, struct paper *paper)
{
	const char *published = json_string_value(json_object_get(object, "published"));

	paper->title_original = line_of(arena, object, "title_original");
	paper->authors =
	    read_lines(arena, json_object_get(object, "authors"), &paper->author_count);
	paper->authors_truncated = json_is_true(json_object_get(object, "authors_truncated"));
	paper->arxiv_id = line_of(arena, object, "arxiv_id");
	paper->doi = line_of(arena, object, "doi");
	paper->categories =
	    read_lines(arena, json_object_get(object, "categories"), &paper->category_count);
	paper->url = line_of(arena, object, "url");
	paper->pdf_url = line_of(arena, object, "pdf_url");
	if (published && date_parse_iso(published, strlen(published)) != DATE_NONE)
		paper->published = arena_strdup(arena, published);
}

static void
read_sections(struct arena *arena, const json_t *object, struct entry *entry)
{
	const json_t *sections = json_object_get(object, "sections");
	size_t count = json_array_size(sections);

	entry->sections = arena_alloc(arena, (count + 1) * sizeof(*entry->sections));
	for (size_t i = 0; i < count; i++) {
		const json_t *from = json_array_get(sections, i);
		const char *role = json_string_value(json_object_get(from, "role"));
		struct section *section = &entry->sections[entry->section_count];
		const char *text = clean_value(arena, json_object_get(from, "text"), CLEAN_TEXT);

		if (!role || !paper_role_parse(role, &section->role) || !text)
			continue;
		section->text = text;
		section->label = line_of(arena, from, "label");
		if (!section->label)
			section->label = paper_role_name(section->role);
		entry->section_count++;
	}
}

static void
read_marks(struct arena *arena, const json_t *object, struct marks *marks)
{
	json_int_t rating = json_integer_value(json_object_get(object, "rating"));

	*marks = (struct marks){
	    .read = json_is_true(json_object_get(object, "read")),
	    .favourite = json_is_true(json_object_get(object, "favourite")),
	    .rating = rating > 0 && rating <= 5 ? (int)rating : 0,
	};
	marks->tags = read_lines(arena, json_object_get(object, "tags"), &marks->tag_count);
	marks->note = clean_value(arena, json_object_get(object, "note"), CLEAN_TEXT);
}

static int
read_entry(const struct record_reader *reader, struct arena *arena, const json_t *object,
	   struct entry *entry, struct error *err)
{
	const char *date = json_string_value(json_object_get(object, "date"));
	const json_t *position = json_object_get(object, "position");
	struct paper *paper = &entry->paper;

	*entry = (struct entry){.date = date ? date_parse_iso(date, strlen(date)) : DATE_NONE};
	paper->title = line_of(arena, object, "title");
	if (entry->date == DATE_NONE || !paper->title)
		return error_set(err, ERROR_DATA,
				 _("%s, line %zu: no record; looked for a date such as 2025-09-24 "
				   "and a title"),
				 reader->name, reader->number);
	entry->source = line_of(arena, object, "source");
	if (!source_name_is_valid(entry->source))
		entry->source = "records";
	entry->lang = line_of(arena, object, "lang");
	entry->position = json_is_integer(position) && json_integer_value(position) > 0 &&
				  json_integer_value(position) < 1000000
			      ? (int)json_integer_value(position)
			      : 0;
	read_paper(arena, object, paper);
	read_announcement(object, entry);
	read_date_origin(object, entry);
	read_sections(arena, object, entry);
	paper->key = key_of_paper(arena, paper);
	return 0;
}

int
record_reader_next(struct record_reader *reader, struct arena *arena, struct entry *entry,
		   struct marks *marks, bool *fatal, struct error *err)
{
	json_error_t mistake;
	json_t *object;
	int result;

	do {
		result = read_line(reader, err);
		*fatal = result < 0;
		if (result <= 0)
			return result;
	} while (!reader->line.data[strspn(reader->line.data, " \t\r\n\xEF\xBB\xBF")]);
	object = json_loadb(reader->line.data, reader->line.length, 0, &mistake);
	if (!json_is_object(object))
		result = error_set(err, ERROR_DATA, _("%s, line %zu: no JSON object"), reader->name,
				   reader->number);
	else if (read_entry(reader, arena, object, entry, err))
		result = -1;
	else
		read_marks(arena, object, marks);
	json_decref(object);
	return result;
}
