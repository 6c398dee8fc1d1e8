// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/text/utf8.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

// ICU's macros mix signed and unsigned operands; they are expanded only here.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wconversion"

uint32_t
utf8_next_any(const char *text, size_t length, size_t *offset)
{
	const uint8_t *bytes = (const uint8_t *)text;
	size_t i = *offset;
	UChar32 code;

	U8_NEXT_OR_FFFD(bytes, i, length, code);
	*offset = i;
	return (uint32_t)code;
}

uint32_t
utf8_previous(const char *text, size_t *offset)
{
	const uint8_t *bytes = (const uint8_t *)text;
	int32_t i = (int32_t)*offset;
	UChar32 code;

	U8_PREV_OR_FFFD(bytes, 0, i, code);
	*offset = (size_t)i;
	return (uint32_t)code;
}

#pragma GCC diagnostic pop

size_t
utf8_count(const char *text, size_t length)
{
	size_t count = 0;

	for (size_t i = 0; i < length;) {
		utf8_next(text, length, &i);
		count++;
	}
	return count;
}

bool
utf8_is_letter(uint32_t c)
{
	return (U_GET_GC_MASK((UChar32)c) & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK)) != 0;
}

static bool
is_kana(uint32_t c)
{
	return c >= 0x3041 && c <= 0x30FA;
}

static bool
is_han(uint32_t c)
{
	return c >= 0x3400 && c <= 0x9FFF;
}

static bool
is_hangul(uint32_t c)
{
	return c >= 0xAC00 && c <= 0xD7A3;
}

void
utf8_count_scripts(struct utf8_scripts *scripts, const char *text, size_t length)
{
	for (size_t i = 0; i < length;) {
		uint32_t c = utf8_next(text, length, &i);

		scripts->latin += (c | 32) >= 'a' && (c | 32) <= 'z';
		scripts->kana += is_kana(c);
		scripts->han += is_han(c);
		scripts->hangul += is_hangul(c);
	}
}

bool
utf8_has_east(const char *text, size_t length)
{
	for (size_t i = 0; i < length;) {
		uint32_t c = utf8_next(text, length, &i);

		if (is_kana(c) || is_han(c) || is_hangul(c))
			return true;
	}
	return false;
}
