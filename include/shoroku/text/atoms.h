// SPDX-License-Identifier: GPL-3.0-or-later
// What searching counts as one thing in folded text: a character of Han, kana or Hangul (with ー 々,
// and ・ between two of them), or a word of other letters and digits, or one symbol (⊙). Blanks and
// punctuation separate atoms and are none.
#ifndef SHOROKU_TEXT_ATOMS_H
#define SHOROKU_TEXT_ATOMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct atom {
	size_t start; // bytes [start, end) of the text
	size_t end;
	uint32_t code;	// its first character
	bool character; // of a run; otherwise a word or symbol
	bool joined;	// a character that goes on the run of the one before it
};

struct atoms {
	const char *text; // folded; borrowed
	size_t length;
	size_t at;
	size_t run_end; // where the last character ended
};

void atoms_init(struct atoms *atoms, const char *text, size_t length);
bool atoms_next(struct atoms *atoms, struct atom *atom);

#endif
