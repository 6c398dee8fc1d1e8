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

#endif
