// SPDX-License-Identifier: GPL-3.0-or-later
// One code point at a time, ICU's U8_NEXT wrapped once.
#ifndef SHOROKU_TEXT_UTF8_H
#define SHOROKU_TEXT_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The code point at text[*offset], which moves past it; *offset must be < length.
// An invalid sequence gives U+FFFD and moves past its maximal subpart.
uint32_t utf8_next(const char *text, size_t length, size_t *offset);

// The code point before text[*offset], which moves to its first byte; *offset must be > 0.
uint32_t utf8_previous(const char *text, size_t *offset);

bool utf8_is_letter(uint32_t c); // or a digit or a mark on one (categories L, N, M)

// What a text is written in, for telling its language: how many letters are of these scripts.
struct utf8_scripts {
	size_t latin;
	size_t han;
	size_t kana;
	size_t hangul;
};
void utf8_count_scripts(struct utf8_scripts *scripts, const char *text, size_t length); // adds

size_t utf8_count(const char *text, size_t length); // code points

#endif
