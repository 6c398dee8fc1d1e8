// SPDX-License-Identifier: GPL-3.0-or-later
// Keys and settings as the configuration makes them, for who does not open the reader.
#include "shoroku/tui/reader.h"
#include "tui/session.h"

static void
list_actions(const struct keymap *keymap, struct arena *arena, struct reader_config *config)
{
	const struct reader_action *plain;
	struct reader_action *rows;
	size_t count = 0;

	config->action_count = reader_actions(arena, &plain);
	rows = arena_alloc(arena, config->action_count * sizeof(*rows));
	for (const struct action_table *const *table = keymap_tables(); *table; table++) {
		for (size_t i = 0; i < (*table)->count; i++, count++) {
			struct strbuf keys;

			strbuf_init(&keys);
			keymap_keys(keymap, *table, &(*table)->rows[i], SIZE_MAX, &keys);
			rows[count] = plain[count];
			rows[count].keys = arena_strdup(arena, keys.data);
			strbuf_release(&keys);
		}
	}
	config->actions = rows;
}

static void
list_settings(const struct settings *settings, struct arena *arena, struct reader_config *config)
{
	struct reader_setting *rows = arena_alloc(arena, settings->count * sizeof(*rows));

	for (size_t i = 0; i < settings->count; i++) {
		struct strbuf value;

		strbuf_init(&value);
		settings_append(settings, i, &value);
		rows[i].name = settings->rows[i].name;
		rows[i].value = arena_strdup(arena, value.data);
		strbuf_release(&value);
	}
	config->settings = rows;
	config->setting_count = settings->count;
}

int
reader_config_read(const struct app *app, struct arena *arena,
		   void (*tell)(void *context, const char *sentence), void *context,
		   struct reader_config *config, struct error *err)
{
	struct session session;
	int result;

	*config = (struct reader_config){0};
	session_init(&session, app);
	result = session_read_config_telling(&session, tell, context, &config->mistakes, err);
	if (!result) {
		list_actions(&session.keymap, arena, config);
		list_settings(&session.settings, arena, config);
	}
	session_release(&session);
	return result;
}
