// SPDX-License-Identifier: GPL-3.0-or-later
// Keys by chance into a program in a terminal, and whether it shows what it would draw anew.
#ifndef TESTS_TUI_STORM_H
#define TESTS_TUI_STORM_H

#include <stdint.h>

#include "terminal.h"

// Sends `count` keys of random-keys.h, and sizes. A program that was quit must have ended well and given
// the terminal back as it was; it is started again. False where it did not.
bool storm_keys(struct test_terminal *terminal, char *const *program, int count, uint32_t seed,
		int64_t patience);

// Makes it draw everything anew (SIGCONT): true when that is what stood there.
bool storm_repaint(struct test_terminal *terminal, int64_t patience);

#endif
