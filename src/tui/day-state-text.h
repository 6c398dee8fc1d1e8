// SPDX-License-Identifier: GPL-3.0-or-later
// The states of days in words.
#ifndef TUI_DAY_STATE_TEXT_H
#define TUI_DAY_STATE_TEXT_H

#include "shoroku/model/day-state.h"

const char *day_state_text(enum day_state state);

#endif
