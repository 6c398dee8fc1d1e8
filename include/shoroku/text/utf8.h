// SPDX-License-Identifier: GPL-3.0-or-later
// One code point at a time.
#ifndef SHOROKU_TEXT_UTF8_H
#define SHOROKU_TEXT_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

uint32_t utf8_next_any(const char *text, size_t length, size_t *offset); // utf8_next() by ICU

// The code point at text[*offset], which moves past it; *offset must be < length. An invalid
// sequence gives U+FFFD and moves past its maximal subpart. ASCII and most sequences of three
// bytes, Japanese text that is, are told here: every character of an import is asked for several
// times.
static inline uint32_t
utf8_next(const char *text, size_t length, size_t *offset)
{
	const unsigned char *bytes = (const unsigned char *)text + *offset;

	if (*bytes < 0x80) {
		++*offset;
		return *bytes;
	}
	// Of E0 and ED not all that follows is valid.
	if (length - *offset < 3 || *bytes <= 0xE0 || *bytes >= 0xF0 || *bytes == 0xED ||
	    (bytes[1] & 0xC0) != 0x80 || (bytes[2] & 0xC0) != 0x80)
		return utf8_next_any(text, length, offset);
	*offset += 3;
	return (bytes[0] & 0x0Fu) << 12 | (bytes[1] & 0x3Fu) << 6 | (bytes[2] & 0x3Fu);
}

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

bool utf8_has_east(const char *text, size_t length); // whether any is Han, kana or Hangul

size_t utf8_count(const char *text, size_t length); // code points

#endif
