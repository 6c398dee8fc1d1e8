// SPDX-License-Identifier: GPL-3.0-or-later
// What fav, read and tag share: changes for the entries named, as one step of the journal.
#ifndef COMMANDS_MARK_H
#define COMMANDS_MARK_H

#include <stddef.h>

#include "shoroku/archive/journal.h"
#include "shoroku/work/app.h"

// Makes every change (its key is ignored) to every entry. Entries that cannot be resolved are
// complained about; the others are done. `say` prints what changed, unless nothing did or --quiet.
// Returns the exit code.
int command_mark_apply(const struct app *app, const struct journal_change *changes,
		       size_t change_count, const char *const *entries, size_t entry_count,
		       void (*say)(const void *context, unsigned long changed),
		       const void *context);

// The archive open for marks, its derived sets up to date. NULL after an error.
struct archive *command_mark_open(const struct app *app, struct error *err) ERROR_CHECKED;

#endif
