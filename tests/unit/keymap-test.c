// SPDX-License-Identifier: GPL-3.0-or-later
// Keys: their bytes, their names, what they do and how that is changed.
#include "tui/keymap.h"

#include "shoroku/base/compiler.h"
#include "tap.h"
#include "tui/key-preset.h"
#include "tui/utf8-input.h"
#include "tui/views.h"

static void
test_bytes(void)
{
	static const char typed[] = "a\xE6\x8A\x84\xC3\xF0\x9F\x98\x80\xFF\xE6"
				    "b\xED\xA0\x80";
	static const key_code want[] = {'a', 0x6284, 0x1F600, 'b'};
	struct utf8_input input = {0};
	size_t count = 0;
	bool same = true;

	for (size_t i = 0; i < strlen(typed); i++) {
		key_code key = utf8_input_feed(&input, (unsigned char)typed[i]);

		if (key != KEY_NONE)
			same = count < ARRAY_LENGTH(want) && key == want[count++] && same;
	}
	tap_ok(same && count == ARRAY_LENGTH(want),
	       "whole characters come out, broken ones do not");
}

static void
test_names(void)
{
	static const char *const names[] = {"j", "^D", "Enter", "Space", "Esc",	 "Tab",	  "Down",
					    "F", "[",  "あ",	"Home",	 "PgUp", "Delete"};
	char label[KEY_LABEL_SIZE];

	for (size_t i = 0; i < ARRAY_LENGTH(names); i++) {
		key_label(key_parse(names[i], strlen(names[i])), label);
		tap_is_str(label, names[i], "a key's name is read as it is written");
	}
	tap_ok(key_parse("jj", 2) == KEY_NONE && key_parse("", 0) == KEY_NONE &&
		   key_parse("^", 1) == '^',
	       "what is no key");
	tap_ok(key_narrow(0xFF4A) == 'j' && key_narrow(0x3000) == ' ', "full-width keys are keys");
}

static bool
is_own(const struct view_ops *view, const struct action *action)
{
	const struct action_table *own = view->tables[0];

	return action >= own->rows && action < own->rows + own->count;
}

// No two actions a view offers at once have the same key, but for what a view does in its own way: / in
// a paper finds there.
static void
test_defaults(void)
{
	static const struct view_ops *const views[] = {&days_view_ops,	 &papers_view_ops,
						       &paper_view_ops,	 &calendar_view_ops,
						       &search_view_ops, &help_view_ops};
	struct keymap keymap;
	int clashes = 0;

	keymap_init(&keymap);
	for (size_t v = 0; v < ARRAY_LENGTH(views); v++) {
		for (const struct action_table *const *t = views[v]->tables; *t; t++) {
			for (size_t i = 0; i < (*t)->count; i++) {
				const struct action *action = &(*t)->rows[i];
				const char *keys = action->keys;

				while (*(keys += strspn(keys, " "))) {
					size_t length = strcspn(keys, " ");
					key_code key = key_parse(keys, length);

					const struct action *found =
					    keymap_find(&keymap, views[v]->tables, key);

					if (key == KEY_NONE ||
					    (found != action && !is_own(views[v], found))) {
						clashes++;
						tap_note("%s: %s of %s", views[v]->title, keys,
							 action->name);
					}
					keys += length;
				}
			}
		}
	}
	tap_is_int(clashes, 0, "each default key has one meaning");
	keymap_release(&keymap);
}

static void
test_binding(void)
{
	struct keymap keymap;
	struct error err;
	const struct action *found;
	size_t bad = 9;

	keymap_init(&keymap);
	tap_ok(!keymap_bind(&keymap, "list", "Z", "first", &bad, &err), "bound");
	found = keymap_find(&keymap, days_view_ops.tables, 'Z');
	tap_is_str(found ? found->name : NULL, "first", "and it does that");
	tap_ok(!keymap_bind(&keymap, "list", "Z", "none", &bad, &err) &&
		   !keymap_find(&keymap, help_view_ops.tables, 'Z'),
	       "taken away");
	tap_ok(keymap_bind(&keymap, "nowhere", "Z", "first", &bad, &err) && bad == 0,
	       "no such view");
	tap_ok(keymap_bind(&keymap, "list", "Zed", "first", &bad, &err) && bad == 1, "no such key");
	tap_ok(keymap_bind(&keymap, "papers", "Z", "nowhere", &bad, &err) && bad == 2,
	       "no such action");
	keymap_release(&keymap);
}

static const char *
papers_action(const struct keymap *keymap, key_code key)
{
	const struct action *found = keymap_find(keymap, papers_view_ops.tables, key);

	return found ? found->name : NULL;
}

static void
test_presets(void)
{
	struct keymap keymap;
	struct error err;
	size_t bad;

	keymap_init(&keymap);
	for (size_t i = 0; key_preset_name(i); i++)
		tap_ok(!key_preset_use(key_preset_name(i), &keymap, &err), "the keys of %s",
		       key_preset_name(i));
	tap_ok(!key_preset_use("newsboat", &keymap, &err), "those of newsboat");
	tap_is_str(papers_action(&keymap, 'N'), "toggle-read", "its N");
	tap_is_str(papers_action(&keymap, 'f'), "favourite", "what it has not is as ever");
	tap_ok(!keymap_bind(&keymap, "reader", "N", "undo", &bad, &err), "one bound after it");
	tap_is_str(papers_action(&keymap, 'N'), "undo", "wins");
	tap_ok(!key_preset_use("shoroku", &keymap, &err), "back to our own");
	tap_is_str(papers_action(&keymap, 'n'), NULL, "which have no n among papers");
	tap_is_str(papers_action(&keymap, 'N'), "undo", "but for the one that was bound");
	tap_ok(key_preset_use("sailboat", &keymap, &err) && err.kind == ERROR_USAGE,
	       "no other program");
	keymap_release(&keymap);
}

int
main(void)
{
	test_bytes();
	test_names();
	test_defaults();
	test_binding();
	test_presets();
	return tap_done();
}
