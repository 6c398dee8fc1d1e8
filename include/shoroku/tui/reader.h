// SPDX-License-Identifier: GPL-3.0-or-later
// The reader: opens the terminal, runs until the user quits, puts the terminal back.
#ifndef SHOROKU_TUI_READER_H
#define SHOROKU_TUI_READER_H

#include <stddef.h>

#include "shoroku/base/arena.h"
#include "shoroku/base/error.h"
#include "shoroku/config/settings.h"
#include "shoroku/work/app.h"

// Returns 0 after a clean quit. ERROR_USAGE where there is no terminal or TERM is unknown.
int reader_run(const struct app *app, struct error *err) ERROR_CHECKED;

// For help, completion and tests against the man page: every action of every view, and every
// setting, in the order the man page has them.
struct reader_action {
	const char *view;
	const char *action;
	const char *keys; // default keys, blank-separated, as printed
	const char *help; // marked with N_()
};
size_t reader_actions(struct arena *arena, const struct reader_action **actions); // in the arena
size_t reader_settings(const struct setting_row **rows);

// What the configuration makes of them, in the same order.
struct reader_setting {
	const char *name;
	const char *value; // as `set` takes it; "" where there is none
};
struct reader_config {
	const struct reader_action *actions; // with the keys they have now
	size_t action_count;
	const struct reader_setting *settings;
	size_t setting_count;
	size_t mistakes;
};

// Reads the configuration of the app, if there is one; `tell` gets "FILE:LINE:COLUMN: sentence" for every
// mistake in it. What is returned lives in the arena.
int reader_config_read(const struct app *app, struct arena *arena,
		       void (*tell)(void *context, const char *sentence), void *context,
		       struct reader_config *config, struct error *err) ERROR_CHECKED;

#endif
