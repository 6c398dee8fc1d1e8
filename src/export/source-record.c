// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/export/source-record.h"

#include <jansson.h>

#include "shoroku/base/error.h"

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
		set(object, name, json_string_nocheck(text));
}

static int
append_bytes(const char *bytes, size_t length, void *out)
{
	strbuf_add(out, bytes, length);
	return 0;
}

void
source_record_json(struct strbuf *out, const struct source *source, const char *help)
{
	json_t *object = json_object();
	char since[DATE_TEXT_SIZE];

	set_text(object, "name", source->name);
	set_text(object, "kind", source_kind_name(source->kind));
	set_text(object, "url", source->url);
	set_text(object, "path", source->path);
	set_text(object, "lang", source->lang);
	set_text(object, "format", source->format);
	if (source->spacing_ms >= 0)
		set(object, "spacing", json_real(source->spacing_ms / 1000.0));
	if (source->since != DATE_NONE) {
		date_format(source->since, since);
		set_text(object, "since", since);
	}
	set(object, "enrich", json_boolean(source->enrich));
	set_text(object, "api", source->api_url);
	set_text(object, "feed", source->feed_url);
	set_text(object, "help", help);
	if (json_dump_callback(object, append_bytes, out, JSON_COMPACT | JSON_REAL_PRECISION(8)))
		error_out_of_memory();
	json_decref(object);
}

void
source_record_tsv_header(struct strbuf *out)
{
	strbuf_add_string(out, "name\tkind\turl\tlang\tformat\tspacing\tsince\tenrich\tapi\tfeed\t"
			       "help\n");
}

static void
add_field(struct strbuf *out, const char *text)
{
	strbuf_addf(out, "\t%s", text ? text : "");
}

void
source_record_seconds(struct strbuf *out, int milliseconds)
{
	strbuf_addf(out, "%d", milliseconds / 1000);
	if (milliseconds % 1000 == 0)
		return;
	strbuf_addf(out, ".%03d", milliseconds % 1000);
	while (out->data[out->length - 1] == '0')
		strbuf_truncate(out, out->length - 1);
}

void
source_record_tsv(struct strbuf *out, const struct source *source, const char *help)
{
	char since[DATE_TEXT_SIZE] = "";

	if (source->since != DATE_NONE)
		date_format(source->since, since);
	strbuf_addf(out, "%s\t%s", source->name, source_kind_name(source->kind));
	add_field(out, source->url);
	add_field(out, source->lang);
	add_field(out, source->format);
	strbuf_add_byte(out, '\t');
	if (source->spacing_ms >= 0)
		source_record_seconds(out, source->spacing_ms);
	add_field(out, since);
	add_field(out, source->enrich ? "1" : "0");
	add_field(out, source->api_url);
	add_field(out, source->feed_url);
	add_field(out, help);
	strbuf_add_byte(out, '\n');
}
