// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/export/format.h"

#include <string.h>
#include <strings.h>

#include "shoroku/base/compiler.h"
#include "shoroku/export/plain.h"
#include "shoroku/export/record.h"
#include "shoroku/export/tsv.h"
#include "writers.h"

static void
write_piece(void *context, const char *text, size_t length, enum plain_style style)
{
	(void)style;
	strbuf_add(context, text, length);
}

static int
text_append(struct strbuf *out, const struct export_item *item, struct error *err)
{
	struct plain_sink sink = {.write = write_piece, .context = out};

	return plain_write(&sink, item->entry, item->marks, NULL, err);
}

static int
tsv_append(struct strbuf *out, const struct export_item *item, struct error *err)
{
	(void)err;
	tsv_append_entry(out, item->entry, item->marks);
	return 0;
}

static int
json_append(struct strbuf *out, const struct export_item *item, struct error *err)
{
	(void)err;
	record_append(out, item->entry, item->marks);
	return 0;
}

static int
jsonl_append(struct strbuf *out, const struct export_item *item, struct error *err)
{
	(void)err;
	record_append(out, item->entry, item->marks);
	strbuf_add_byte(out, '\n');
	return 0;
}

#define ARRAY .begin = "[\n", .between = ",\n", .end = "\n]\n", .empty = "[]\n"

// In the order the option names them. "csl.json" before "json": the longer ending is the better one.
// clang-format off
static const struct format formats[] = {
	{ .name = "text",     .extension = "txt",      .between = "\n\n", .append = text_append },
	{ .name = "tsv",      .extension = "tsv",      .head = tsv_append_header, .append = tsv_append },
	{ .name = "json",     .extension = "json",     ARRAY, .append = json_append },
	{ .name = "jsonl",    .extension = "jsonl",    .append = jsonl_append },
	{ .name = "bibtex",   .extension = "bib",      .between = "\n", .lists_works = true, .append = bibtex_append },
	{ .name = "ris",      .extension = "ris",      .between = "\n", .lists_works = true, .append = ris_append },
	{ .name = "csl",      .extension = "csl.json", ARRAY, .lists_works = true, .append = csl_append },
	{ .name = "markdown", .extension = "md",       .between = "\n", .append = markdown_append },
	{ .name = "org",      .extension = "org",      .append = org_append },
};
// clang-format on

size_t
format_count(void)
{
	return ARRAY_LENGTH(formats);
}

const struct format *
format_at(size_t index)
{
	return &formats[index];
}

const struct format *
format_find(const char *name)
{
	for (size_t i = 0; i < ARRAY_LENGTH(formats); i++) {
		if (!strcmp(formats[i].name, name))
			return &formats[i];
	}
	return NULL;
}

const struct format *
format_of_file(const char *path)
{
	const struct format *found = NULL;
	size_t length = strlen(path);
	size_t best = 0;

	for (size_t i = 0; i < ARRAY_LENGTH(formats); i++) {
		size_t ending = strlen(formats[i].extension);

		if (ending > best && length > ending && path[length - ending - 1] == '.' &&
		    !strcasecmp(path + length - ending, formats[i].extension)) {
			found = &formats[i];
			best = ending;
		}
	}
	return found;
}

const char *
format_name(const struct format *format)
{
	return format->name;
}

const char *
format_extension(const struct format *format)
{
	return format->extension;
}
