// SPDX-License-Identifier: GPL-3.0-or-later
#include <string.h>

#include "shoroku/commands/common.h"
#include "shoroku/tui/reader.h"

#include "commands.h"

// As lines a configuration could have.
static void
print_settings(const struct reader_config *config)
{
	for (size_t i = 0; i < config->setting_count; i++) {
		const struct reader_setting *setting = &config->settings[i];
		const char *quote = !strpbrk(setting->value, " \t\"'#") ? ""
				    : strchr(setting->value, '\'')	? "\""
									: "'";

		if (*setting->value)
			command_common_printf(stdout, "set %s %s%s%s\n", setting->name, quote,
					      setting->value, quote);
	}
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
