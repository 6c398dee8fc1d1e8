// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/export/revision.h"

#include <jansson.h>

#include "shoroku/base/clock.h"
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

const char *
revision_state_name(enum revision_state state)
{
	switch (state) {
	case REVISION_SHOWN:
		return "shown";
	case REVISION_REPLACED:
		return "replaced";
	case REVISION_POORER:
		return "poorer";
	}
	BUG("revision state %d", (int)state);
}

static json_t *
change_array(const struct differences *changes)
{
	json_t *array = json_array();

	for (size_t i = 0; i < changes->count; i++) {
		const struct difference *change = &changes->items[i];
		json_t *object = json_object();

		set_text(object, "kind", difference_kind_name(change->kind));
		set_text(object, "title", change->title);
		set_text(object, change->kind == DIFFERENCE_TITLE ? "former_title" : "section",
			 change->detail);
		if (json_array_append_new(array, object))
			error_out_of_memory();
	}
	return array;
}

static int
append_bytes(const char *bytes, size_t length, void *out)
{
	strbuf_add(out, bytes, length);
	return 0;
}

void
revision_append_json(struct strbuf *out, const struct revision *revision)
{
	json_t *object = json_object();
	char date[DATE_TEXT_SIZE];
	char time[CLOCK_TEXT_SIZE];

	date_format(revision->date, date);
	clock_format_utc(revision->stored_at, time);
	set_text(object, "date", date);
	set_text(object, "source", revision->source);
	set(object, "part", json_integer(revision->part));
	set(object, "revision", json_integer(revision->number));
	set_text(object, "state", revision_state_name(revision->state));
	set_text(object, "stored_at", time);
	set_text(object, "reader", revision->reader);
	set(object, "reader_version", json_integer(revision->reader_version));
	set(object, "size", json_integer((json_int_t)revision->size));
	set_text(object, "name", revision->name);
	if (revision->changes)
		set(object, "changes", change_array(revision->changes));
	set_text(object, "error", revision->error);
	if (json_dump_callback(object, append_bytes, out, 0))
		error_out_of_memory();
	json_decref(object);
}

void
revision_append_tsv_header(struct strbuf *out)
{
	strbuf_add_string(out, "date\tsource\tpart\trevision\tstate\tstored_at\treader\t"
			       "reader_version\tsize\tname\tchanges\n");
}

static void
append_field(struct strbuf *out, const char *text)
{
	for (; text && *text; text++)
		strbuf_add_byte(out, *text == '\t' || *text == '\n' ? ' ' : *text);
}

void
revision_append_tsv(struct strbuf *out, const struct revision *revision)
{
	char date[DATE_TEXT_SIZE];
	char time[CLOCK_TEXT_SIZE];

	date_format(revision->date, date);
	clock_format_utc(revision->stored_at, time);
	strbuf_addf(out, "%s\t", date);
	append_field(out, revision->source);
	strbuf_addf(out, "\t%d\t%d\t%s\t%s\t%s\t%d\t%zu\t", revision->part, revision->number,
		    revision_state_name(revision->state), time, revision->reader,
		    revision->reader_version, revision->size);
	append_field(out, revision->name);
	strbuf_add_byte(out, '\t');
	for (size_t i = 0; revision->changes && i < revision->changes->count; i++) {
		const struct difference *change = &revision->changes->items[i];

		strbuf_addf(out, "%s%s", i ? ";" : "", difference_kind_name(change->kind));
		strbuf_add_string(out, change->title ? ":" : "");
		append_field(out, change->title);
	}
	strbuf_add_byte(out, '\n');
}
