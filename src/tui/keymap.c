// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/keymap.h"

#include <string.h>

#include "shoroku/base/i18n.h"
#include "tui/views.h"

void
keymap_init(struct keymap *keymap)
{
	*keymap = (struct keymap){0};
}

void
keymap_release(struct keymap *keymap)
{
	vec_release(&keymap->changes);
}

const struct action_table *const *
keymap_tables(void)
{
	// clang-format off
	static const struct action_table *const tables[] = {
		&anywhere_action_table,
		&jobs_view_background_table,
		&reader_actions_table,
		&list_action_table,
		&days_view_action_table,
		&papers_view_action_table,
		&paper_view_action_table,
		&calendar_view_action_table,
		&year_view_action_table,
		&triage_view_action_table,
		&authors_view_action_table,
		&author_view_action_table,
		&raw_view_action_table,
		&stats_view_action_table,
		&history_view_action_table,
		&tags_view_action_table,
		&search_view_action_table,
		&jobs_view_action_table,
		&sources_view_action_table,
		&help_view_action_table,
		NULL,
	};
	// clang-format on
	return tables;
}

const struct action_table *const *
keymap_anywhere(void)
{
	static const struct action_table *const tables[] = {&anywhere_action_table,
							    &jobs_view_background_table, NULL};

	return tables;
}

static const struct action_table *
find_table(const char *name)
{
	for (const struct action_table *const *table = keymap_tables(); *table; table++) {
		if (!strcmp((*table)->name, name))
			return *table;
	}
	return NULL;
}

static const struct action *
find_action(const struct action_table *table, const char *name)
{
	for (size_t i = 0; i < table->count; i++) {
		if (!strcmp(table->rows[i].name, name))
			return &table->rows[i];
	}
	return NULL;
}

const struct action *
keymap_find_named(const struct action_table *const *tables, const char *name)
{
	const struct action *action = NULL;

	for (; !action && *tables; tables++)
		action = find_action(*tables, name);
	return action;
}

int
keymap_bind(struct keymap *keymap, const char *view, const char *key, const char *action,
	    size_t *bad, struct error *err)
{
	const struct action_table *table = find_table(view);
	key_code code = key_parse(key, strlen(key));
	const struct action *found = NULL;
	struct keymap_binding *binding;

	*bad = 0;
	if (!table)
		return error_set(err, ERROR_USAGE, _("there is no view “%s” to bind keys in"),
				 view);
	*bad = 1;
	if (code == KEY_NONE)
		return error_set(err, ERROR_USAGE,
				 _("“%s” is no key; write j, ^D, Enter, Tab, Space, Up, PgDn …"),
				 key);
	*bad = 2;
	if (strcmp(action, "none") != 0) {
		found = find_action(table, action);
		if (!found)
			return error_set(err, ERROR_USAGE, _("the view %s has no action “%s”"),
					 view, action);
	}
	binding = vec_push(&keymap->changes);
	*binding = (struct keymap_binding){table, code, found, false};
	return 0;
}

// The next blank-separated name of a list; returns its length, 0 at the end.
static size_t
next_name(const char **names)
{
	*names += strspn(*names, " ");
	return strcspn(*names, " ");
}

static bool
is_default(const struct action *action, key_code key)
{
	const char *names = action->keys;

	for (size_t length; (length = next_name(&names)); names += length) {
		if (key_parse(names, length) == key)
			return true;
	}
	return false;
}

static const struct keymap_binding *
find_change(const struct keymap *keymap, const struct action_table *table, key_code key)
{
	for (size_t i = keymap->changes.count; i-- > 0;) {
		const struct keymap_binding *binding = &keymap->changes.items[i];

		if (binding->table == table && binding->key == key)
			return binding;
	}
	return NULL;
}

static bool
is_possible(const struct action *action, const struct session *session)
{
	return !session || !action->needs || action->needs(session);
}

// With a session, of what is possible in it.
static const struct action *
find(const struct keymap *keymap, const struct action_table *const *tables, key_code key,
     const struct session *session)
{
	for (; *tables; tables++) {
		const struct keymap_binding *change = find_change(keymap, *tables, key);

		if (change && change->action && is_possible(change->action, session))
			return change->action;
		for (size_t i = 0; !change && i < (*tables)->count; i++) {
			const struct action *action = &(*tables)->rows[i];

			if (is_default(action, key) && is_possible(action, session))
				return action;
		}
	}
	return NULL;
}

const struct action *
keymap_find(const struct keymap *keymap, const struct action_table *const *tables, key_code key)
{
	return find(keymap, tables, key, NULL);
}

const struct action *
keymap_find_possible(const struct keymap *keymap, const struct action_table *const *tables,
		     key_code key, const struct session *session)
{
	const struct action *possible = find(keymap, tables, key, session);

	return possible ? possible : find(keymap, tables, key, NULL);
}

static void
add_key(struct strbuf *out, key_code key, size_t *left)
{
	char name[KEY_LABEL_SIZE];

	if (!*left)
		return;
	--*left;
	key_label(key, name);
	if (out->length)
		strbuf_add_byte(out, ' ');
	strbuf_add_string(out, name);
}

void
keymap_keys(const struct keymap *keymap, const struct action_table *table,
	    const struct action *action, size_t most, struct strbuf *out)
{
	const char *names = action->keys;

	for (size_t i = keymap->changes.count; i-- > 0;) {
		const struct keymap_binding *change = &keymap->changes.items[i];

		if (change->action == action && find_change(keymap, table, change->key) == change)
			add_key(out, change->key, &most);
	}
	for (size_t length; (length = next_name(&names)); names += length) {
		key_code key = key_parse(names, length);

		if (!find_change(keymap, table, key))
			add_key(out, key, &most);
	}
}
