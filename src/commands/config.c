// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/base/words.h"
#include "shoroku/commands/common.h"
#include "shoroku/tui/reader.h"

#include "commands.h"

// As lines a configuration could have.
static void
print_settings(const struct reader_config *config)
{
	struct strbuf line;

	strbuf_init(&line);
	for (size_t i = 0; i < config->setting_count; i++) {
		const struct reader_setting *setting = &config->settings[i];

		if (!*setting->value)
			continue;
		strbuf_clear(&line);
		words_quote(&line, setting->value);
		command_common_printf(stdout, "set %s %s\n", setting->name, line.data);
	}
	strbuf_release(&line);
}

// Mistakes are told and the rest holds, as in the reader.
int
command_config_run(const struct app *app, const struct command_arguments *arguments)
{
	struct reader_config config;
	struct arena arena;
	struct error err;
	int result;

	(void)arguments;
	arena_init(&arena);
	result = reader_config_read(app, &arena, command_common_complain, NULL, &config, &err)
		     ? command_common_fail(&err)
		     : config.mistakes > 0;
	print_settings(&config);
	arena_release(&arena);
	return result;
}
