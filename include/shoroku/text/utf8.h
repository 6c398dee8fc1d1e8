// SPDX-License-Identifier: GPL-3.0-or-later
// One code point at a time, ICU's U8_NEXT wrapped once.
#ifndef SHOROKU_TEXT_UTF8_H
#define SHOROKU_TEXT_UTF8_H

#include <stddef.h>
#include <stdint.h>

// The code point at text[*offset], which moves past it; *offset must be < length.
// An invalid sequence gives U+FFFD and moves past its maximal subpart.
uint32_t utf8_next(const char *text, size_t length, size_t *offset);

// The code point before text[*offset], which moves to its first byte; *offset must be > 0.
uint32_t utf8_previous(const char *text, size_t *offset);

size_t utf8_count(const char *text, size_t length); // code points

#endif
