// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the bytes of typed UTF-8 together, however far apart they arrive. ncurses' own get_wch()
// drops a character whose bytes come in two reads.
#ifndef TUI_UTF8_INPUT_H
#define TUI_UTF8_INPUT_H

#include <stddef.h>

#include "tui/key.h"

struct utf8_input {
	char bytes[4];
	size_t have;
	size_t need; // 0: between characters
};

// The character a byte completes, or KEY_NONE. A sequence broken off is dropped; the byte that broke it
// begins anew.
key_code utf8_input_feed(struct utf8_input *input, unsigned char byte);

#endif
