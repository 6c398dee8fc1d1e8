// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/text/fold.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>

#include "shoroku/base/error.h"
#include "shoroku/base/memory.h"
#include "shoroku/text/utf8.h"

// A text in ICU's form.
struct wide {
	UChar *units;
	int32_t length;
};

static struct wide
wide_from(const char *text, size_t length)
{
	struct wide wide = {memory_alloc((length + 1) * sizeof(UChar)), 0};

	for (size_t i = 0; i < length;) {
		uint32_t c = utf8_next(text, length, &i);

		if (c >= 0x10000)
			wide.units[wide.length++] = (UChar)(0xD7C0 + (c >> 10));
		wide.units[wide.length++] = (UChar)(c >= 0x10000 ? 0xDC00 | (c & 0x3FF) : c);
	}
	return wide;
}

static uint32_t
wide_next(const struct wide *wide, int32_t *i)
{
	uint32_t c = wide->units[(*i)++];

	if ((c & 0xFC00) == 0xD800 && *i < wide->length)
		c = ((c & 0x3FF) << 10) + (wide->units[(*i)++] & 0x3FFu) + 0x10000;
	return c;
}

// Replaces the text by its normal form.
static void
normalise(struct wide *wide, const UNormalizer2 *form)
{
	UErrorCode status = U_ZERO_ERROR;
	int32_t size = wide->length * 4 + 32;
	struct wide result;

	for (;;) {
		result.units = memory_alloc((size_t)size * sizeof(UChar));
		result.length =
		    unorm2_normalize(form, wide->units, wide->length, result.units, size, &status);
		if (status != U_BUFFER_OVERFLOW_ERROR)
			break;
		free(result.units);
		size = result.length + 1;
		status = U_ZERO_ERROR;
	}
	if (U_FAILURE(status))
		BUG("normalising: %s", u_errorName(status));
	free(wide->units);
	*wide = result;
}

// Letters whose stroke or ligature is no combining mark, so that decomposition leaves them.
static const char *
without_stroke(uint32_t c)
{
	switch (c) {
	case 0x00F8:
		return "o";
	case 0x0142:
		return "l";
	case 0x0111:
	case 0x00F0:
		return "d";
	case 0x0131:
		return "i";
	case 0x0127:
		return "h";
	case 0x0167:
		return "t";
	case 0x00E6:
		return "ae";
	case 0x0153:
		return "oe";
	case 0x00FE:
		return "th";
	case 0x2019:
	case 0x2018:
	case 0x02BC:
	case 0x2032:
		return "'";
	}
	return NULL;
}

// Accents go from scripts where they are written on letters; kana keep their voice marks, and
// scripts of India and the Near East their vowels.
static bool
drops_marks(uint32_t base)
{
	UErrorCode status = U_ZERO_ERROR;
	UScriptCode script = uscript_getScript((UChar32)base, &status);

	return script == USCRIPT_LATIN || script == USCRIPT_GREEK || script == USCRIPT_CYRILLIC ||
	       base < 0x80;
}

static void
add_folded(struct strbuf *out, const struct wide *wide)
{
	uint32_t base = 0;

	for (int32_t i = 0; i < wide->length;) {
		uint32_t c = wide_next(wide, &i);
		const char *plain = without_stroke(c);

		if (u_getCombiningClass((UChar32)c) != 0 && base && drops_marks(base))
			continue;
		if (u_getCombiningClass((UChar32)c) == 0)
			base = c;
		if (plain)
			strbuf_add_string(out, plain);
		else
			strbuf_add_utf8(out, c);
	}
}

static bool
fold_ascii(struct strbuf *out, const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if ((unsigned char)text[i] >= 0x80)
			return false;
	}
	strbuf_reserve(out, length);
	for (size_t i = 0; i < length; i++) {
		bool upper = text[i] >= 'A' && text[i] <= 'Z';

		strbuf_add_byte(out, (char)(upper ? text[i] + ('a' - 'A') : text[i]));
	}
	return true;
}

void
fold_append(struct strbuf *out, const char *text, size_t length)
{
	UErrorCode status = U_ZERO_ERROR;
	struct strbuf folded;
	struct wide wide;

	if (fold_ascii(out, text, length))
		return;
	wide = wide_from(text, length);
	normalise(&wide, unorm2_getNFKCCasefoldInstance(&status));
	normalise(&wide, unorm2_getNFDInstance(&status));
	strbuf_init(&folded);
	add_folded(&folded, &wide);
	free(wide.units);
	// Voice marks taken apart above are put together again.
	wide = wide_from(folded.data, folded.length);
	normalise(&wide, unorm2_getNFCInstance(&status));
	strbuf_release(&folded);
	for (int32_t i = 0; i < wide.length;)
		strbuf_add_utf8(out, wide_next(&wide, &i));
	free(wide.units);
}

char *
fold_string(const char *text)
{
	struct strbuf out;

	strbuf_init(&out);
	fold_append(&out, text, strlen(text));
	return strbuf_detach(&out);
}

char *
fold_skeleton(const char *text, size_t length)
{
	struct strbuf folded;
	struct strbuf out;

	strbuf_init(&folded);
	strbuf_init(&out);
	fold_append(&folded, text, length);
	for (size_t i = 0; i < folded.length;) {
		uint32_t c = utf8_next(folded.data, folded.length, &i);

		if (U_GET_GC_MASK((UChar32)c) & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK))
			strbuf_add_utf8(&out, c);
	}
	strbuf_release(&folded);
	return strbuf_detach(&out);
}
