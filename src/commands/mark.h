// SPDX-License-Identifier: GPL-3.0-or-later
// What fav, read, rate and tag share: changes for the papers named or found, as one step of the journal.
#ifndef COMMANDS_MARK_H
#define COMMANDS_MARK_H

#include <stdbool.h>
#include <stddef.h>

#include "shoroku/archive/journal.h"
#include "shoroku/work/app.h"

#include "commands.h"

// The options of all of them, in the order of command_mark_options.
enum {
	COMMAND_MARK_QUERY,
	COMMAND_MARK_MANY,
	COMMAND_MARK_DRY_RUN,
	COMMAND_MARK_COMMON,
	COMMAND_MARK_OFF = COMMAND_MARK_COMMON, // of fav and read only
};

struct command_mark {
	const struct journal_change *changes; // their keys are ignored
	size_t change_count;
	const char *const *words; // names of entries, or a query; see archive/selection.h
	size_t word_count;
	const char *const *options; // values of the options above
	// Prints how much changed; not called where nothing did, and with --quiet.
	void (*say)(const void *context, const struct journal_report *report);
	const void *context;
};

// Makes every change to every paper. Names that cannot be resolved are complained about; the others are
// done. Returns the exit code.
int command_mark_apply(const struct app *app, const struct command_mark *mark);

// The archive open for marks, its derived sets up to date. NULL after an error.
struct archive *command_mark_open(const struct app *app, struct error *err) ERROR_CHECKED;

// Says how many changes of the latest step and of what were undone and what was left.
void command_mark_say_left(int left);

#endif
