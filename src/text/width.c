// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/text/width.h"

#include <unicode/uchar.h>

#include "shoroku/text/utf8.h"

static bool
is_zero_width(UChar32 code)
{
	uint32_t category = U_GET_GC_MASK(code);

	if (category & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK))
		return true;
	// Hangul vowels and finals are drawn into the cell of the initial before them.
	return (code >= 0x1160 && code <= 0x11FF) || (code >= 0xD7B0 && code <= 0xD7FB);
}

int
width_of(uint32_t code_point, enum width_ambiguous ambiguous)
{
	UChar32 code = (UChar32)code_point;

	if (code_point >= 0x20 && code_point < 0x7F)
		return 1;
	if (code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0) ||
	    (code_point >= 0xD800 && code_point <= 0xDFFF) || code_point > 0x10FFFF)
		return -1;
	if (is_zero_width(code))
		return 0;
	switch ((UEastAsianWidth)u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH)) {
	case U_EA_WIDE:
	case U_EA_FULLWIDTH:
		return 2;
	case U_EA_AMBIGUOUS:
		return (int)ambiguous;
	case U_EA_NEUTRAL:
	case U_EA_HALFWIDTH:
	case U_EA_NARROW:
	case U_EA_COUNT:
		break;
	}
	return 1;
}

size_t
width_cluster(const char *text, size_t length, enum width_ambiguous ambiguous, int *cells)
{
	size_t offset = 0;
	size_t next;

	*cells = width_of(utf8_next(text, length, &offset), ambiguous);
	for (next = offset; next < length; offset = next) {
		if (width_of(utf8_next(text, length, &next), ambiguous) != 0)
			break;
	}
	return offset;
}

size_t
width_text(const char *text, size_t length, enum width_ambiguous ambiguous)
{
	size_t cells = 0;

	for (size_t i = 0; i < length;) {
		int width = width_of(utf8_next(text, length, &i), ambiguous);

		if (width > 0)
			cells += (size_t)width;
	}
	return cells;
}

size_t
width_fit(const char *text, size_t length, size_t cells, enum width_ambiguous ambiguous,
	  size_t *used)
{
	size_t offset = 0;

	*used = 0;
	while (offset < length) {
		int width;
		size_t bytes = width_cluster(text + offset, length - offset, ambiguous, &width);
		size_t taken = width > 0 ? (size_t)width : 0;

		if (*used + taken > cells)
			break;
		*used += taken;
		offset += bytes;
	}
	return offset;
}
