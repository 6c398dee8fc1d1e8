// SPDX-License-Identifier: GPL-3.0-or-later
// `check --text` and `check --dismiss`: sections that may be wrong.
#ifndef COMMANDS_CHECK_TEXT_H
#define COMMANDS_CHECK_TEXT_H

#include "shoroku/commands/table.h"

// Each returns the exit code.
int command_check_text_list(const struct app *app, const struct command_arguments *arguments,
			    const char *below);
int command_check_text_dismiss(const struct app *app, const struct command_arguments *arguments);

#endif
