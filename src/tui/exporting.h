// SPDX-License-Identifier: GPL-3.0-or-later
// Papers into a file, and through another program. What was done is said.
#ifndef TUI_EXPORTING_H
#define TUI_EXPORTING_H

#include "shoroku/base/error.h"

struct session;

// Asks for the name of a file: for the selected papers or the whole list while one is in it, else for the
// open paper.
void exporting_ask(struct session *session);

// Writes them, in the format the name ends in. A file that is there is replaced only by the same name given
// again right after. ERROR_USAGE, ERROR_DISK.
int exporting_write(struct session *session, const char *name, struct error *err) ERROR_CHECKED;

// Asks for a command that the selected papers, or the open one, are given to as text.
void exporting_ask_command(struct session *session);

// Takes the texts; the command runs when the terminal has been left. ERROR_USAGE where it is no command.
int exporting_pipe(struct session *session, const char *command, struct error *err) ERROR_CHECKED;

#endif
