// SPDX-License-Identifier: GPL-3.0-or-later
// The bar of work that takes longer than a second: on a terminal, not with --quiet.
#ifndef COMMANDS_PROGRESS_H
#define COMMANDS_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shoroku/work/app.h"

struct progress {
	int64_t started;
	bool wanted;
	bool shown;
	size_t cells;	 // of what is shown
	int64_t painted; // when a line was last shown
};

void command_progress_start(struct progress *progress, const struct app *app);
void command_progress_show(struct progress *progress, size_t done, size_t total);

// The same with a line of the caller's own, a few times a second. Whether one is wanted now.
bool command_progress_is_wanted(const struct progress *progress);
void command_progress_line(struct progress *progress, const char *line);

// Before anything else is printed, and at the end.
void command_progress_hide(struct progress *progress);

#endif
