// SPDX-License-Identifier: GPL-3.0-or-later
// Translated text. `_()` translates now, `N_()` only marks a string of a table for translation, and
// so does `NC_()` a string that means different things in different places: i18n_in() translates it.
#ifndef SHOROKU_BASE_I18N_H
#define SHOROKU_BASE_I18N_H

#include <libintl.h>

#define _(text) gettext(text)
#define N_(text) text
#define NC_(context, text) text

// Sets the process locale from the environment and finds the catalogues. LC_CTYPE falls back to
// C.UTF-8 where the environment names no UTF-8 locale (a bare container has no LANG).
// $TEXTDOMAINDIR names another directory of catalogues. Returns -1 where no UTF-8 locale exists.
int i18n_init(void);

// The translation of `text` in `context`; where there is none, that of the text by itself.
const char *i18n_in(const char *context, const char *text);

#endif
