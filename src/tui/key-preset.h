// SPDX-License-Identifier: GPL-3.0-or-later
// Keys as other programs have them.
#ifndef TUI_KEY_PRESET_H
#define TUI_KEY_PRESET_H

#include "tui/keymap.h"

// The names, that of our own keys first; NULL after the last.
const char *key_preset_name(size_t index);

// Binds the keys of the preset in place of those of another one; what `bind` did before to the same keys
// is overridden, what it does later wins. ERROR_USAGE for an unknown name, which changes nothing.
int key_preset_use(const char *name, struct keymap *keymap, struct error *err) ERROR_CHECKED;

#endif
