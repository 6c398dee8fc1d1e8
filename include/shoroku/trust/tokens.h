// SPDX-License-Identifier: GPL-3.0-or-later
// What a text speaks of, for comparing texts: pairs of Han or Hangul characters, katakana words and
// their triples, words of other letters. Hiragana, numbers, symbols, single letters, addresses and
// @handles say nothing.
#ifndef SHOROKU_TRUST_TOKENS_H
#define SHOROKU_TRUST_TOKENS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Raised whenever the same text gives other tokens: what was counted of them is then counted anew.
#define TRUST_TOKENS_VERSION 2

// Of a longer text only so many bytes are looked at, so that no text takes long.
#define TRUST_LONGEST_TEXT (1 << 16)

struct trust_token {
	uint32_t hash; // its name; never 0. Two tokens of the same name are taken for one.
	bool word;     // of letters that stand apart; otherwise of Han, Hangul or katakana
	size_t start;  // bytes [start, end) of the text
	size_t end;
};

// Each token of a folded text (text/fold.h), as often as it stands there, in the order of their ends.
void tokens_each(const char *folded, size_t length,
		 void (*give)(void *context, const struct trust_token *token), void *context);

// The length of the beginning of a text that is looked at: it ends with a whole character.
size_t tokens_reach(const char *text);

#endif
