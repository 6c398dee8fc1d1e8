// SPDX-License-Identifier: GPL-3.0-or-later
// What Tab offers after the colon.
#ifndef TUI_COMMAND_COMPLETION_H
#define TUI_COMMAND_COMPLETION_H

#include "tui/session.h"

// Appends candidates for the word that ends at the cursor, separated by LF: names of commands and
// actions, then what may follow the command.
void command_completion_find(struct session *session, const char *word, struct strbuf *candidates);

#endif
