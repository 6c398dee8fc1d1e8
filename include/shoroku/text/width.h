// SPDX-License-Identifier: GPL-3.0-or-later
// How many cells text takes on a terminal (UAX #11 East Asian Width, from ICU's data).
#ifndef SHOROKU_TEXT_WIDTH_H
#define SHOROKU_TEXT_WIDTH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// What the user's terminal does with the characters UAX #11 calls ambiguous (α, ①, ★, …).
enum width_ambiguous { WIDTH_NARROW = 1, WIDTH_WIDE = 2 };

// 0 for combining marks, joiners, selectors and other format characters, 2 for wide and
// full-width characters and emoji, 1 for the rest; -1 for controls and surrogates, which must not be drawn.
int width_of(uint32_t code_point, enum width_ambiguous ambiguous);

// The sum over a text; what must not be drawn counts nothing.
size_t width_text(const char *text, size_t length, enum width_ambiguous ambiguous);

// The longest prefix of whole clusters (a base and the marks on it) within `cells`: its length in
// bytes; *used gets its cells. *used < cells where a wide character did not fit.
size_t width_fit(const char *text, size_t length, size_t cells, enum width_ambiguous ambiguous,
		 size_t *used);

// The next cluster: a base character and the zero-width ones after it. Returns its length in
// bytes (≥ 1 for length ≥ 1) and its cells.
size_t width_cluster(const char *text, size_t length, enum width_ambiguous ambiguous, int *cells);

#endif
