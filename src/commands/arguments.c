// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/commands/arguments.h"

#include <ctype.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"

// getopt_long() gives back where an option stands in the joined rows of globals and command.
#define FIRST_OPTION 256

struct rows {
	const struct command_option *items[COMMAND_GLOBALS + COMMAND_OPTIONS_MAX];
	struct option getopt[COMMAND_GLOBALS + COMMAND_OPTIONS_MAX + 1];
	size_t count;
};

static void
add_row(struct rows *rows, const struct command_option *row)
{
	rows->getopt[rows->count] = (struct option){
	    .name = row->name,
	    .has_arg = row->argument ? required_argument : no_argument,
	    .val = FIRST_OPTION + (int)rows->count,
	};
	rows->items[rows->count++] = row;
	rows->getopt[rows->count] = (struct option){0};
}

static void
join_rows(struct rows *rows, const struct command *command)
{
	rows->count = 0;
	for (size_t i = 0; i < COMMAND_GLOBALS; i++)
		add_row(rows, &command_table_globals[i]);
	for (size_t i = 0; command && i < command->option_count; i++)
		add_row(rows, &command->options[i]);
}

// Whether `value` is one of the words of "text|json". What names no choice accepts all.
static bool
is_accepted(const char *argument, const char *value)
{
	size_t length = strlen(value);

	if (!argument || !strchr(argument, '|'))
		return true;
	for (const char *word = argument; word; word = strchr(word, '|')) {
		word += *word == '|';
		if (!strncmp(word, value, length) && (word[length] == '|' || !word[length]))
			return length > 0;
	}
	return false;
}

static int
take_option(struct command_line *line, const struct rows *rows, int found, const char *word,
	    struct error *err)
{
	size_t index = (size_t)(found - FIRST_OPTION);
	const char *value = optarg ? optarg : "";

	if (found == ':')
		return error_set(err, ERROR_USAGE, _("%s needs an argument"), word);
	if (found < FIRST_OPTION)
		return error_set(err, ERROR_USAGE, _("no option %s here; see 'shoroku help%s%s'"),
				 word, line->command ? " " : "",
				 line->command ? line->command->name : "");
	if (!is_accepted(rows->items[index]->argument, value))
		return error_set(err, ERROR_USAGE, _("--%s takes %s, not '%s'"),
				 rows->items[index]->name, rows->items[index]->argument, value);
	if (index < COMMAND_GLOBALS)
		line->globals[index] = value;
	else
		line->arguments.values[index - COMMAND_GLOBALS] = value;
	return 0;
}

static int
take_word(struct command_line *line, struct rows *rows, const char *word, struct error *err)
{
	if (line->command) {
		line->arguments.words[line->arguments.count++] = word;
		return 0;
	}
	line->command = command_table_find(word);
	if (!line->command)
		return error_set(err, ERROR_USAGE, _("no command '%s'; 'shoroku help' lists them"),
				 word);
	join_rows(rows, line->command);
	return 0;
}

// Dates such as -3 and, where the command says so, signed words.
static bool
is_word(const struct command_line *line, const char *word)
{
	if (word[0] != '-' || !word[1])
		return true;
	return line->command && word[1] != '-' &&
	       (line->command->signed_words || isdigit((unsigned char)word[1]));
}

static int
parse(struct command_line *line, int argc, char **argv, struct error *err)
{
	struct rows rows;
	bool plain = false;

	join_rows(&rows, NULL);
	opterr = 0;
	optind = 1;
	while (optind < argc) {
		char *word = argv[optind];
		int result;

		if (plain || is_word(line, word)) {
			optind++;
			result = take_word(line, &rows, word, err);
		} else if (!strcmp(word, "--")) {
			optind++;
			plain = true;
			line->arguments.plain_from = line->arguments.count;
			result = 0;
		} else {
			int found = getopt_long(argc, argv, "+:", rows.getopt, NULL);

			result = take_option(line, &rows, found, word, err);
		}
		if (result)
			return -1;
	}
	if (!plain)
		line->arguments.plain_from = line->arguments.count;
	return 0;
}

int
command_arguments_parse(struct command_line *line, int argc, char **argv, struct error *err)
{
	const struct command *command;

	*line = (struct command_line){0};
	line->arguments.words = memory_alloc((size_t)argc * sizeof(char *));
	if (parse(line, argc, argv, err))
		return -1;
	command = line->command;
	if (!command || line->globals[COMMAND_HELP] || line->globals[COMMAND_VERSION])
		return 0;
	if (line->arguments.count < command->least || line->arguments.count > command->most)
		return error_set(err, ERROR_USAGE, _("usage: shoroku %s%s%s"), command->name,
				 *command->usage ? " " : "", command->usage);
	return 0;
}

void
command_arguments_release(struct command_line *line)
{
	free(line->arguments.words);
	line->arguments.words = NULL;
}
