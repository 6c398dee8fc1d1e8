// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/key-preset.h"

#include <string.h>

#include "shoroku/base/i18n.h"

#define MOST_ROWS 16

struct preset {
	const char *name;
	const char *rows[MOST_ROWS][3]; // as of `bind`: view, key, action; ends with NULL
};

// clang-format off
static const struct preset presets[] = {
	{ "shoroku", {{ NULL }} },
	// The keys newsboat(1) has by default, as far as there is the same to do. Where a paper has hits, n
	// and N still go from one to the next in it.
	{ "newsboat", {
		{ "reader", "n",  "next-unread" },
		{ "reader", "N",  "toggle-read" },
		{ "reader", "J",  "older-day" },
		{ "reader", "K",  "newer-day" },
		{ "reader", "r",  "fetch" },
		{ "reader", "E",  "sources" },
		{ "reader", "^E", "tag" },
		{ "paper",  "b",  "page-up" },
	} },
};
// clang-format on

const char *
key_preset_name(size_t index)
{
	return index < ARRAY_LENGTH(presets) ? presets[index].name : NULL;
}

static void
drop_preset(struct keymap *keymap)
{
	size_t kept = 0;

	for (size_t i = 0; i < keymap->changes.count; i++) {
		if (!keymap->changes.items[i].preset)
			keymap->changes.items[kept++] = keymap->changes.items[i];
	}
	keymap->changes.count = kept;
}

static void
take_row(struct keymap *keymap, const char *const row[3])
{
	struct error err;
	size_t bad;

	if (keymap_bind(keymap, row[0], row[1], row[2], &bad, &err))
		BUG("a preset's key: %s", err.text);
	keymap->changes.items[keymap->changes.count - 1].preset = true;
}

int
key_preset_use(const char *name, struct keymap *keymap, struct error *err)
{
	for (size_t i = 0; i < ARRAY_LENGTH(presets); i++) {
		if (strcmp(presets[i].name, name) != 0)
			continue;
		drop_preset(keymap);
		for (size_t row = 0; row < MOST_ROWS && presets[i].rows[row][0]; row++)
			take_row(keymap, presets[i].rows[row]);
		return 0;
	}
	return error_set(err, ERROR_USAGE,
			 _("there are no keys of “%s”; there are those of shoroku and newsboat"),
			 name);
}
