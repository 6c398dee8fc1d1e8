// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/work/web-settings.h"

#include <stdlib.h>
#include <string.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/paths.h"
#include "shoroku/config/language.h"
#include "shoroku/config/settings.h"

enum { WEB_CA_FILE, WEB_SETTINGS };

static const struct setting_row rows[WEB_SETTINGS] = {
    [WEB_CA_FILE] = {.name = "ca-file", .type = SETTING_PATH},
};

struct reading {
	struct settings settings;
	bool mistaken; // the line that is complained of is one of these settings
	struct error error;
};

static int
run_set(void *context, char *const *arguments, size_t count, size_t *bad, struct error *err)
{
	struct reading *reading = context;

	(void)count;
	*bad = 1;
	reading->mistaken = !strcmp(arguments[0], rows[WEB_CA_FILE].name);
	return settings_set(&reading->settings, arguments[0], arguments[1], err);
}

// Other settings and commands are unknown here, and no mistakes.
static void
pass_on(void *context, const char *sentence)
{
	struct reading *reading = context;

	if (reading->mistaken)
		error_set(&reading->error, ERROR_USAGE, "%s", sentence);
	reading->mistaken = false;
}

static int
take(const struct reading *reading, struct arena *arena, struct http_options *options,
     struct error *err)
{
	const char *typed = settings_get_path(&reading->settings, WEB_CA_FILE);
	char *path;

	if (reading->error.kind != ERROR_NONE) {
		*err = reading->error;
		return -1;
	}
	if (!typed)
		return 0;
	path = paths_expand_home(typed);
	if (!path)
		return error_set(err, ERROR_USAGE, _("no home directory is known for ~/"));
	options->ca_file = arena_strdup(arena, path);
	free(path);
	return 0;
}

int
web_settings_read(const struct app *app, struct arena *arena, struct http_options *options,
		  struct error *err)
{
	static const struct config_command commands[] = {
	    {"set", "NAME VALUE", N_("Change a setting"), 2, 2, run_set}};
	struct reading reading = {0};
	struct config_language language = {commands, 1, &reading};
	size_t others;
	int result = 0;

	settings_init(&reading.settings, rows, WEB_SETTINGS);
	if (app->config_file)
		result = language_read(&language, app->config_file, app->config_named, pass_on,
				       &reading, &others, err);
	if (!result)
		result = take(&reading, arena, options, err);
	settings_release(&reading.settings);
	return result;
}
