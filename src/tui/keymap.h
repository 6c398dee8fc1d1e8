// SPDX-License-Identifier: GPL-3.0-or-later
// Which key does what: the action tables' default keys, and what `bind` changed.
#ifndef TUI_KEYMAP_H
#define TUI_KEYMAP_H

#include "shoroku/base/error.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/base/vec.h"
#include "tui/view.h"

struct keymap_binding {
	const struct action_table *table;
	key_code key;
	const struct action *action; // NULL: the key does nothing here
	bool preset;		     // of a preset, see tui/key-preset.h
};

struct keymap {
	VEC(struct keymap_binding) changes; // later ones win
};

void keymap_init(struct keymap *keymap);
void keymap_release(struct keymap *keymap);

// `bind VIEW KEY ACTION`; the action "none" takes the key away. *bad is the index of the wrong word.
int keymap_bind(struct keymap *keymap, const char *view, const char *key, const char *action,
		size_t *bad, struct error *err) ERROR_CHECKED;

// The action of a key in a view with these tables, NULL where it has none.
const struct action *keymap_find(const struct keymap *keymap,
				 const struct action_table *const *tables, key_code key);

// Likewise, but of several with the key the first that is possible now, where there is one.
const struct action *keymap_find_possible(const struct keymap *keymap,
					  const struct action_table *const *tables, key_code key,
					  const struct session *session);

// The action of that name in the first table that has one; NULL: none has.
const struct action *keymap_find_named(const struct action_table *const *tables, const char *name);

// Appends the keys of an action as printed, separated by blanks; at most `most` of them.
void keymap_keys(const struct keymap *keymap, const struct action_table *table,
		 const struct action *action, size_t most, struct strbuf *out);

// The actions of every view, beside its own; NULL-terminated.
const struct action_table *const *keymap_anywhere(void);

// Every table there is, in the order of the help view; NULL-terminated.
const struct action_table *const *keymap_tables(void);

#endif
