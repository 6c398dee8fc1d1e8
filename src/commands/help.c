// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/commands/help.h"

#include <string.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/commands/common.h"
#include "shoroku/query/field.h"
#include "shoroku/text/width.h"
#include "shoroku/text/wrap.h"
#include "shoroku/tui/reader.h"

#include "commands.h"

enum { HELP_LIST, HELP_SETTINGS, HELP_ACTIONS };

// Without a sentence: for completion and the manual, not for people.
const struct command_option command_help_options[3] = {
    [HELP_LIST] = {"list", NULL, NULL},
    [HELP_SETTINGS] = {"settings", NULL, NULL},
    [HELP_ACTIONS] = {"actions", NULL, NULL},
};

#define HELP_COLUMN ((size_t)24)
#define HELP_WIDTH ((size_t)78)

// Wraps the translated sentence from cell `indent` on; the first line is already indented.
static void
print_indented(const char *text, size_t indent)
{
	struct wrap *wrap = wrap_new(NULL);
	struct wrap_lines lines = {0};
	struct error err;

	if (wrap_text(wrap, text, strlen(text), HELP_WIDTH - indent, WIDTH_NARROW, &lines, &err)) {
		command_common_printf(stdout, "%s\n", text);
	} else {
		for (size_t i = 0; i < lines.list.count; i++) {
			const struct wrap_line *line = &lines.list.items[i];

			command_common_printf(stdout, "%*s", i ? (int)indent : 0, "");
			command_common_print(stdout, text + line->start, line->end - line->start);
			command_common_printf(stdout, "\n");
		}
	}
	wrap_lines_release(&lines);
	wrap_free(wrap);
}

static void
print_row(const char *head, const char *sentence)
{
	size_t cells = width_text(head, strlen(head), WIDTH_NARROW) + 2;

	command_common_printf(stdout, "  %s", head);
	if (cells + 2 > HELP_COLUMN)
		command_common_printf(stdout, "\n%*s", (int)HELP_COLUMN, "");
	else
		command_common_printf(stdout, "%*s", (int)(HELP_COLUMN - cells), "");
	print_indented(sentence, HELP_COLUMN);
}

static void
print_options(const struct command_option *options, size_t count)
{
	struct strbuf head;

	strbuf_init(&head);
	for (size_t i = 0; i < count; i++) {
		if (!options[i].help)
			continue;
		strbuf_clear(&head);
		strbuf_addf(&head, "--%s", options[i].name);
		if (options[i].argument)
			strbuf_addf(&head, " %s", options[i].argument);
		print_row(head.data, _(options[i].help));
	}
	strbuf_release(&head);
}

void
command_help_overview(void)
{
	command_common_printf(stdout, "%s shoroku [%s]\n       shoroku [%s] %s\n\n", _("Usage:"),
			      _("OPTIONS"), _("OPTIONS"), _("COMMAND [ARGUMENTS]"));
	print_indented(
	    _("Reads daily digests of research papers. Without a command the reader opens."), 0);
	command_common_printf(stdout, "\n%s\n", _("Commands:"));
	for (size_t i = 0; i < command_table_size; i++)
		print_row(command_table[i].name, _(command_table[i].help));
	command_common_printf(stdout, "\n%s\n", _("Options:"));
	print_options(command_table_globals, COMMAND_GLOBALS);
	command_common_printf(stdout, "\n%s\n",
			      _("'shoroku help COMMAND' explains one; shoroku(1) is the manual."));
}

void
command_help_of(const struct command *command)
{
	command_common_printf(stdout, "%s shoroku %s%s%s\n\n", _("Usage:"), command->name,
			      *command->usage ? " " : "", command->usage);
	print_indented(_(command->help), 0);
	if (command->notes)
		print_indented(_(command->notes), 0);
	if (command->option_count && command->options[0].help) {
		command_common_printf(stdout, "\n%s\n", _("Options:"));
		print_options(command->options, command->option_count);
	}
	command_common_printf(stdout, "\n%s\n", _("Options of every command:"));
	print_options(command_table_globals, COMMAND_GLOBALS);
}

// A line a command: name, its options, its sentence. The first line has the global options.
static void
list_row(const char *name, const struct command_option *options, size_t count, const char *help)
{
	command_common_printf(stdout, "%s\t", name);
	for (size_t i = 0, printed = 0; i < count; i++) {
		if (options[i].help)
			command_common_printf(stdout, "%s--%s%s%s", printed++ ? " " : "",
					      options[i].name, options[i].argument ? "=" : "",
					      options[i].argument ? options[i].argument : "");
	}
	command_common_printf(stdout, "\t%s\n", help);
}

static void
print_list(void)
{
	list_row("", command_table_globals, COMMAND_GLOBALS, "");
	for (size_t i = 0; i < command_table_size; i++) {
		const struct command *command = &command_table[i];

		list_row(command->name, command->options, command->option_count, _(command->help));
	}
}

static void
print_initial(const struct setting_row *row)
{
	switch (row->type) {
	case SETTING_BOOL:
		command_common_printf(stdout, "yes|no\t%s", row->initial ? "yes" : "no");
		break;
	case SETTING_NUMBER:
		command_common_printf(stdout, "%d-%d\t%d", row->minimum, row->maximum,
				      row->initial);
		break;
	case SETTING_CHOICE:
		for (size_t i = 0; row->choices[i]; i++)
			command_common_printf(stdout, "%s%s", i ? "|" : "", row->choices[i]);
		command_common_printf(stdout, "\t%s", row->choices[row->initial]);
		break;
	case SETTING_PATH:
		command_common_printf(stdout, "/...\t");
		break;
	case SETTING_WORDS:
		command_common_printf(stdout, "...\t");
		break;
	}
}

// A line a setting: name, what it takes, what it is at first, its unit, its sentence.
static void
print_settings(void)
{
	const struct setting_row *rows;
	size_t count = reader_settings(&rows);

	for (size_t i = 0; i < count; i++) {
		command_common_printf(stdout, "%s\t", rows[i].name);
		print_initial(&rows[i]);
		command_common_printf(stdout, "\t%s\t%s\n", rows[i].unit ? rows[i].unit : "",
				      _(rows[i].help));
	}
}

// A line an action: view, action, keys, sentence.
static void
print_actions(void)
{
	const struct reader_action *actions;
	struct arena arena;
	size_t count;

	arena_init(&arena);
	count = reader_actions(&arena, &actions);
	for (size_t i = 0; i < count; i++)
		command_common_printf(stdout, "%s\t%s\t%s\t%s\n", actions[i].view,
				      actions[i].action, actions[i].keys, _(actions[i].help));
	arena_release(&arena);
}

// The fields of the query language, from their table.
static void
help_query(void)
{
	print_indented(_("Words must all stand in a paper, in any order; \"words in quotes\" stand "
			 "together, word* may go on, -word must not be there, or joins two "
			 "sides, ( ) group. FIELD:VALUE looks in one place:"),
		       0);
	command_common_printf(stdout, "\n");
	for (size_t i = 0; i < field_table_size; i++) {
		const struct query_field *field = &field_table[i];
		struct strbuf head;

		strbuf_init(&head);
		strbuf_addf(&head, "%s:", field->name);
		for (size_t j = 0; field->choices && field->choices[j]; j++)
			strbuf_addf(&head, "%s%s", j ? "|" : "", field->choices[j]);
		print_row(head.data, _(field->help));
		strbuf_release(&head);
	}
}

int
command_help_run(const struct app *app, const struct command_arguments *arguments)
{
	const struct command *command;

	(void)app;
	if (arguments->values[HELP_LIST])
		print_list();
	if (arguments->values[HELP_SETTINGS])
		print_settings();
	if (arguments->values[HELP_ACTIONS])
		print_actions();
	if (arguments->values[HELP_LIST] || arguments->values[HELP_SETTINGS] ||
	    arguments->values[HELP_ACTIONS])
		return 0;
	if (!arguments->count) {
		command_help_overview();
		return 0;
	}
	if (!strcmp(arguments->words[0], "query")) {
		help_query();
		return 0;
	}
	command = command_table_find(arguments->words[0]);
	if (!command) {
		struct error err;

		error_set(&err, ERROR_USAGE, _("no command '%s'; 'shoroku help' lists them"),
			  arguments->words[0]);
		return command_common_fail(&err);
	}
	command_help_of(command);
	return 0;
}
