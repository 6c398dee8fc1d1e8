// SPDX-License-Identifier: GPL-3.0-or-later
// What a hand on the keyboard and the mouse may send, by chance.
#ifndef TESTS_TUI_RANDOM_KEYS_H
#define TESTS_TUI_RANDOM_KEYS_H

#include <stdint.h>

#include "shoroku/base/strbuf.h"

struct random_keys {
	uint32_t state; // the seed, at first
};

// 0 to limit − 1.
unsigned random_keys_draw(struct random_keys *keys, unsigned limit);

// Appends the bytes of one key, a word, a click or a paste. Only characters on whose width all terminals
// agree, and bytes that are no character.
void random_keys_add(struct random_keys *keys, int rows, int columns, struct strbuf *out);

#endif
