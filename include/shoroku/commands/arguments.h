// SPDX-License-Identifier: GPL-3.0-or-later
// The command line against the table: global options before or after the command.
#ifndef SHOROKU_COMMANDS_ARGUMENTS_H
#define SHOROKU_COMMANDS_ARGUMENTS_H

#include "shoroku/commands/table.h"

struct command_line {
	const char *globals[COMMAND_GLOBALS]; // NULL where not given, "" for a switch
	const struct command *command;	      // NULL: none was named
	struct command_arguments arguments;
};

// ERROR_USAGE names what is wrong. Words like -3 or -3#1 are dates, not options. With --help or
// --version the number of words is not checked. Release in either case.
int command_arguments_parse(struct command_line *line, int argc, char **argv, struct error *err)
    ERROR_CHECKED;
void command_arguments_release(struct command_line *line);

#endif
