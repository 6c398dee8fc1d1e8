// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/feed-json.h"

#include <stdbool.h>
#include <string.h>

#include "shoroku/base/i18n.h"

// What a text of JSON will need, before any of it is built.
struct measure {
	int depth;     // deepest nesting of brackets
	size_t values; // at least so many
};

static void
measure_text(struct measure *measure, const char *text, size_t length)
{
	int depth = 0;
	bool quoted = false;

	measure->values++;
	for (size_t i = 0; i < length && measure->depth <= JSON_DEPTH; i++) {
		if (quoted) {
			if (text[i] == '\\')
				i++;
			else if (text[i] == '"')
				quoted = false;
			continue;
		}
		if (text[i] == '"')
			quoted = true;
		else if ((text[i] == '{' || text[i] == '[') && ++depth > measure->depth)
			measure->depth = depth;
		else if (text[i] == '}' || text[i] == ']')
			depth--;
		else if (text[i] == ',' || text[i] == ':')
			measure->values++;
	}
}

static json_t *
load(const char *name, struct measure *measure, const char *text, size_t length, int line,
     struct error *err)
{
	json_error_t mistake;
	json_t *value;

	measure_text(measure, text, length);
	if (measure->depth > JSON_DEPTH || measure->values > JSON_VALUES) {
		error_set(err, ERROR_DATA,
			  _("%s is refused: JSON more than %d deep or of more than %zu values"),
			  name, JSON_DEPTH, JSON_VALUES);
		return NULL;
	}
	value = json_loadb(text, length, 0, &mistake);
	if (!value)
		error_set(err, ERROR_DATA, _("%s, line %d, column %d: no well-formed JSON"), name,
			  mistake.line + line, mistake.column);
	return value;
}

json_t *
feed_json_load(const struct reader_input *input, struct error *err)
{
	struct measure measure = {0};

	return load(input->from->name, &measure, input->text, input->length, 0, err);
}

json_t *
feed_json_load_lines(const struct reader_input *input, struct error *err)
{
	json_t *all = json_array();
	struct measure measure = {0};
	size_t at = 0;

	for (int line = 0; at < input->length; line++) {
		const char *start = input->text + at;
		const char *feed = memchr(start, '\n', input->length - at);
		size_t length = feed ? (size_t)(feed - start) : input->length - at;
		json_t *value;

		at += length + 1;
		while (length && strchr(" \t\r", start[length - 1]) && start[length - 1])
			length--;
		if (!length)
			continue;
		value = load(input->from->name, &measure, start, length, line, err);
		if (!value) {
			json_decref(all);
			return NULL;
		}
		json_array_append_new(all, value);
	}
	return all;
}

const char *
feed_json_text(const json_t *object, const char *name)
{
	return json_string_value(json_object_get(object, name));
}
