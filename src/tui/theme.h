// SPDX-License-Identifier: GPL-3.0-or-later
// How all roles look together: looks that can be chosen by name.
#ifndef TUI_THEME_H
#define TUI_THEME_H

#include "tui/style.h"

// The names, the one a reader begins with first; NULL after the last.
const char *theme_name(size_t index);

// Makes every role that has a name look so; tags keep the colours of their own. ERROR_USAGE for an unknown
// name, which changes nothing.
int theme_use(const char *name, struct style_theme *theme, struct error *err) ERROR_CHECKED;

#endif
