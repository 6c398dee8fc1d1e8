// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/config/settings.h"

#include <errno.h>
#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/process.h"
#include "shoroku/base/strbuf.h"

void
settings_init(struct settings *settings, const struct setting_row *rows, size_t count)
{
	*settings = (struct settings){
	    .rows = rows,
	    .count = count,
	    .values = memory_alloc(count * sizeof(int)),
	    .texts = memory_alloc(count * sizeof(char *)),
	};
	for (size_t i = 0; i < count; i++)
		settings->values[i] = rows[i].initial;
}

void
settings_release(struct settings *settings)
{
	for (size_t i = 0; i < settings->count; i++)
		free(settings->texts[i]);
	free(settings->texts);
	free(settings->values);
	*settings = (struct settings){0};
}

static int
parse_bool(const char *value, int *result)
{
	static const char *const words[] = {"off", "on", "no", "yes", "false", "true", "0", "1"};

	for (size_t i = 0; i < ARRAY_LENGTH(words); i++) {
		if (!strcmp(value, words[i])) {
			*result = (int)(i % 2);
			return 0;
		}
	}
	return -1;
}

static int
parse_number(const struct setting_row *row, const char *value, int *result)
{
	char *end;
	long number;

	errno = 0;
	number = strtol(value, &end, 10);
	if (errno || end == value || *end || number < row->minimum || number > row->maximum)
		return -1;
	*result = (int)number;
	return 0;
}

static int
parse_choice(const struct setting_row *row, const char *value, int *result)
{
	for (int i = 0; row->choices[i]; i++) {
		if (!strcmp(value, row->choices[i])) {
			*result = i;
			return 0;
		}
	}
	return -1;
}

static int
parse_value(const struct setting_row *row, const char *value, int *result)
{
	struct error ignored;

	switch (row->type) {
	case SETTING_BOOL:
		return parse_bool(value, result);
	case SETTING_NUMBER:
		return parse_number(row, value, result);
	case SETTING_CHOICE:
		return parse_choice(row, value, result);
	case SETTING_PATH:
		return *value == '/' || !strncmp(value, "~/", 2) ? 0 : -1;
	case SETTING_WORDS:
		return process_check(value, &ignored);
	}
	BUG("setting %s has no type", row->name);
}

static int
refuse_value(const struct setting_row *row, const char *value, struct error *err)
{
	struct strbuf accepted;

	strbuf_init(&accepted);
	switch (row->type) {
	case SETTING_BOOL:
		strbuf_add_string(&accepted, "on, off");
		break;
	case SETTING_NUMBER:
		strbuf_addf(&accepted, "%d–%d", row->minimum, row->maximum);
		if (row->unit)
			strbuf_addf(&accepted, " %s", _(row->unit));
		break;
	case SETTING_CHOICE:
		for (size_t i = 0; row->choices[i]; i++)
			strbuf_addf(&accepted, "%s%s", i ? ", " : "", row->choices[i]);
		break;
	case SETTING_WORDS:
		strbuf_add_string(&accepted, _("a program and its arguments"));
		break;
	case SETTING_PATH:
		strbuf_add_string(&accepted, _("a path that begins with / or ~/"));
		break;
	}
	error_set(err, ERROR_USAGE, _("%s cannot be “%s”; it takes %s"), row->name, value,
		  accepted.data);
	strbuf_release(&accepted);
	return -1;
}

int
settings_set(struct settings *settings, const char *name, const char *value, struct error *err)
{
	for (size_t i = 0; i < settings->count; i++) {
		int parsed = 0;

		if (strcmp(settings->rows[i].name, name))
			continue;
		if (parse_value(&settings->rows[i], value, &parsed))
			return refuse_value(&settings->rows[i], value, err);
		settings->values[i] = parsed;
		if (settings->rows[i].type == SETTING_PATH ||
		    settings->rows[i].type == SETTING_WORDS) {
			free(settings->texts[i]);
			settings->texts[i] = memory_strdup(value);
		}
		return 0;
	}
	return error_set(err, ERROR_USAGE, _("there is no setting “%s”; see shoroku-config(5)"),
			 name);
}

int
settings_get(const struct settings *settings, size_t index)
{
	if (index >= settings->count)
		BUG("setting %zu of %zu", index, settings->count);
	return settings->values[index];
}

const char *
settings_get_path(const struct settings *settings, size_t index)
{
	if (index >= settings->count)
		BUG("setting %zu of %zu", index, settings->count);
	return settings->texts[index];
}

const char *
settings_get_words(const struct settings *settings, size_t index)
{
	return settings_get_path(settings, index);
}

void
settings_append(const struct settings *settings, size_t index, struct strbuf *out)
{
	const struct setting_row *row = &settings->rows[index];
	int value = settings_get(settings, index);

	switch (row->type) {
	case SETTING_BOOL:
		strbuf_add_string(out, value ? "on" : "off");
		break;
	case SETTING_NUMBER:
		strbuf_addf(out, "%d", value);
		break;
	case SETTING_CHOICE:
		strbuf_add_string(out, row->choices[value]);
		break;
	case SETTING_PATH:
	case SETTING_WORDS:
		strbuf_add_string(out, settings->texts[index] ? settings->texts[index] : "");
		break;
	}
}
