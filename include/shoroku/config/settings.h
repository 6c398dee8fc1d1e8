// SPDX-License-Identifier: GPL-3.0-or-later
// Settings as rows. This room knows the kinds of value, not the settings: a room that has settings
// publishes rows and reads its values by their index in them.
#ifndef SHOROKU_CONFIG_SETTINGS_H
#define SHOROKU_CONFIG_SETTINGS_H

#include <stddef.h>

#include "shoroku/base/error.h"
#include "shoroku/base/strbuf.h"

enum setting_type { SETTING_BOOL, SETTING_NUMBER, SETTING_CHOICE, SETTING_PATH, SETTING_WORDS };

struct setting_row {
	const char *name;
	enum setting_type type;
	int minimum; // of a number
	int maximum;
	int initial;		    // number, 0/1, or index into choices
	const char *const *choices; // NULL-terminated, of a choice
	const char *unit;	    // "cells", or NULL
	const char *help;	    // one sentence, marked with N_()
};

struct settings {
	const struct setting_row *rows;
	size_t count;
	int *values;  // one a row
	char **texts; // likewise, of paths and words; NULL: not set
};

void settings_init(struct settings *settings, const struct setting_row *rows, size_t count);
void settings_release(struct settings *settings);

// ERROR_USAGE with what would be accepted; the old value stays.
int settings_set(struct settings *settings, const char *name, const char *value, struct error *err)
    ERROR_CHECKED;

int settings_get(const struct settings *settings, size_t index);

// The path as typed, which begins with / or ~/ (base/paths.h); NULL where it is not set.
const char *settings_get_path(const struct settings *settings, size_t index);

// The words as typed, a line for base/words.h; NULL where they are not set.
const char *settings_get_words(const struct settings *settings, size_t index);

// Appends the value as `set` takes it; nothing where a path or words are not set.
void settings_append(const struct settings *settings, size_t index, struct strbuf *out);

#endif
