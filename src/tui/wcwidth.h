// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TUI_WCWIDTH_H
#define TUI_WCWIDTH_H

#include "shoroku/text/width.h"

// How wide the terminal draws ambiguous characters, for wcwidth() as ncurses calls it.
void wcwidth_set_ambiguous(enum width_ambiguous ambiguous);

#endif
