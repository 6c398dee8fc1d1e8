// SPDX-License-Identifier: GPL-3.0-or-later
// The help of the program and of each command, printed from the table.
#ifndef SHOROKU_COMMANDS_HELP_H
#define SHOROKU_COMMANDS_HELP_H

#include "shoroku/commands/table.h"

void command_help_overview(void);
void command_help_of(const struct command *command);

#endif
