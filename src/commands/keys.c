// SPDX-License-Identifier: GPL-3.0-or-later
#include <string.h>

#include "shoroku/base/i18n.h"
#include "shoroku/commands/common.h"
#include "shoroku/text/width.h"
#include "shoroku/tui/reader.h"

#include "commands.h"

enum { KEYS_FORMAT };
enum { KEYS_CELLS = 18, ACTION_CELLS = 20 };

const struct command_option command_keys_options[1] = {
    [KEYS_FORMAT] = {"format", "text|tsv", N_("how to print; text by default")},
};

static void
print_padded(const char *text, size_t cells)
{
	size_t width = width_text(text, strlen(text), WIDTH_NARROW);

	command_common_printf(stdout, "%s%*s ", text, width < cells ? (int)(cells - width) : 0, "");
}

static void
print_keys(const struct reader_config *config, bool tsv)
{
	const char *view = "";

	if (tsv)
		command_common_printf(stdout, "view\tkeys\taction\thelp\n");
	for (size_t i = 0; i < config->action_count; i++) {
		const struct reader_action *row = &config->actions[i];

		if (tsv) {
			command_common_printf(stdout, "%s\t%s\t%s\t%s\n", row->view, row->keys,
					      row->action, _(row->help));
			continue;
		}
		if (strcmp(view, row->view) != 0)
			command_common_printf(stdout, "%s%s\n", *view ? "\n" : "", row->view);
		view = row->view;
		command_common_printf(stdout, "  ");
		print_padded(row->keys, KEYS_CELLS);
		print_padded(row->action, ACTION_CELLS);
		command_common_printf(stdout, "%s\n", _(row->help));
	}
}

int
command_keys_run(const struct app *app, const struct command_arguments *arguments)
{
	const char *format = arguments->values[KEYS_FORMAT];
	struct reader_config config;
	struct arena arena;
	struct error err;
	int result;

	arena_init(&arena);
	result = reader_config_read(app, &arena, command_common_complain, NULL, &config, &err)
		     ? command_common_fail(&err)
		     : config.mistakes > 0;
	print_keys(&config, format && !strcmp(format, "tsv"));
	arena_release(&arena);
	return result;
}
