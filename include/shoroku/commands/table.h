// SPDX-License-Identifier: GPL-3.0-or-later
// The subcommands as rows: one row feeds dispatch, parsing, help and completion.
#ifndef SHOROKU_COMMANDS_TABLE_H
#define SHOROKU_COMMANDS_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "shoroku/base/error.h"
#include "shoroku/work/app.h"

#define COMMAND_OPTIONS_MAX 8

struct command_option {
	const char *name;     // long name without the dashes
	const char *argument; // "NAME", or the words accepted "text|json"; NULL: a switch
	const char *help;     // one sentence, marked with N_()
};

// What the command line said, after the options: `values` runs parallel to the command's options,
// NULL where not given, "" for a switch. Everything is borrowed from argv but the arrays themselves.
struct command_arguments {
	const char *values[COMMAND_OPTIONS_MAX];
	const char **words;
	size_t count;
	size_t plain_from; // words from here on stood after "--"
};

struct command {
	const char *name;
	const char *usage; // what follows the name
	const char *help;  // one sentence, marked with N_()
	const char *notes; // more for `help COMMAND`, marked with N_(), or NULL
	const struct command_option *options;
	size_t option_count;
	size_t least; // words
	size_t most;
	bool signed_words; // words beginning with + or - are no options
	int (*run)(const struct app *app, const struct command_arguments *arguments); // exit code
};

extern const struct command command_table[];
extern const size_t command_table_size;

// The options that stand before or after any command.
enum command_global {
	COMMAND_DATA_DIR,
	COMMAND_CONFIG,
	COMMAND_COLOR,
	COMMAND_QUIET,
	COMMAND_VERSION,
	COMMAND_HELP,
	COMMAND_GLOBALS
};
extern const struct command_option command_table_globals[COMMAND_GLOBALS];

// NULL where there is none by that name.
const struct command *command_table_find(const char *name);

#endif
