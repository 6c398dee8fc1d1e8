// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed after the colon: the commands of the configuration, commands that mark papers, and every
// action of the view by its name.
#ifndef TUI_COMMAND_LINE_H
#define TUI_COMMAND_LINE_H

#include "tui/session.h"

// Runs one line; an action is left in session->invoked for the frame. *failed_at is the byte of the
// mistake.
int command_line_run(struct session *session, const char *line, size_t *failed_at,
		     struct error *err) ERROR_CHECKED;

// Commands that mark papers; help texts are marked with N_().
struct command_line_row {
	const char *name;
	const char *usage;
	const char *help;
	// `offset` is where the arguments begin in the line; *failed_at counts from the line's beginning.
	int (*run)(struct session *session, const char *line, size_t offset, size_t *failed_at,
		   struct error *err);
};

size_t command_line_rows(const struct command_line_row **rows);

#endif
