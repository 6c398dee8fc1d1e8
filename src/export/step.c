// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/export/step.h"

#include <inttypes.h>

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

static json_t *
changes_of(const struct step *step)
{
	json_t *array = json_array();

	for (size_t i = 0; i < step->change_count; i++) {
		const struct step_change *change = &step->changes[i];
		json_t *object = json_object();

		set_text(object, "field", change->field);
		set(object, "value",
		    change->value ? json_string_nocheck(change->value) : json_null());
		set(object, "papers", json_integer((json_int_t)change->papers));
		if (json_array_append_new(array, object))
			error_out_of_memory();
	}
	return array;
}

void
step_append_json(struct strbuf *out, const struct step *step)
{
	json_t *object = json_object();

	set(object, "step", json_integer((json_int_t)step->number));
	set_text(object, "made_at", step->made_at);
	set_text(object, "origin", step->origin);
	set_text(object, "state", step->state);
	set(object, "papers", json_integer((json_int_t)step->papers));
	set_text(object, "key", step->key);
	set_text(object, "title", step->title);
	set(object, "changes", changes_of(step));
	if (json_dump_callback(object, append_bytes, out, 0))
		error_out_of_memory();
	json_decref(object);
}

static void
append_field(struct strbuf *out, const char *text)
{
	for (; text && *text; text++)
		strbuf_add_byte(out, *text == '\t' || *text == '\n' ? ' ' : *text);
}

void
step_append_tsv_header(struct strbuf *out)
{
	strbuf_add_string(out, "step\tmade_at\torigin\tstate\tpapers\tkey\tchanges\n");
}

void
step_append_tsv(struct strbuf *out, const struct step *step)
{
	strbuf_addf(out, "%" PRId64 "\t%s\t%s\t%s\t%zu\t", step->number, step->made_at,
		    step->origin, step->state, step->papers);
	append_field(out, step->key);
	strbuf_add_byte(out, '\t');
	for (size_t i = 0; i < step->change_count; i++) {
		const struct step_change *change = &step->changes[i];

		if (i)
			strbuf_add_byte(out, ';');
		append_field(out, change->field);
		if (change->value)
			strbuf_add_byte(out, '=');
		append_field(out, change->value);
	}
	strbuf_add_byte(out, '\n');
}
