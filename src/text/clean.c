// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/text/clean.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include "shoroku/base/error.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/vec.h"
#include "shoroku/text/utf8.h"

#define MAX_MARKS 8

enum fate {
	KEEP,
	DROP,
	BREAK, // a line end
	BLANK,
	MARK,	// combines with the character before
	JOINER, // kept only between what it can join
};

static bool
is_invisible(uint32_t c)
{
	return c == 0x00AD || c == 0x034F || c == 0x061C || c == 0x115F || c == 0x1160 ||
	       (c >= 0x17B4 && c <= 0x17B5) || (c >= 0x180B && c <= 0x180F) || c == 0x200B ||
	       c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
	       (c >= 0x2060 && c <= 0x206F) || c == 0x3164 || c == 0xFEFF || c == 0xFFA0 ||
	       (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE00FF);
}

static enum fate
fate_of(uint32_t c)
{
	if (c == '\n' || c == 0x85 || c == 0x2028 || c == 0x2029)
		return BREAK;
	if (c == '\t')
		return BLANK;
	if (c < 0x20 || (c >= 0x7F && c < 0xA0) || is_invisible(c))
		return DROP;
	if (c < 0x300)
		return KEEP;
	if (c == 0x200C || c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F) ||
	    (c >= 0xE0100 && c <= 0xE01EF))
		return JOINER;
	if ((c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF))
		return DROP;
	if (U_GET_GC_MASK((UChar32)c) & (U_GC_MN_MASK | U_GC_ME_MASK))
		return MARK;
	return KEEP;
}

// How many bytes from `bytes` on are of what stays as it is and takes part in no composition: printable
// ASCII, the blank where `blank` is one, kana, common Han characters and their punctuation. Nearly all of
// a text, so that the rest can be looked at closely.
static size_t
plain_length(const char *bytes, size_t length, unsigned char blank)
{
	const unsigned char *b = (const unsigned char *)bytes;
	size_t i = 0;

	for (;;) {
		while (i < length && ((b[i] > ' ' && b[i] < 0x7F) || b[i] == blank))
			i++;
		if (i + 2 >= length || b[i] < 0xE3 || b[i] > 0xE9 || (b[i + 1] & 0xC0) != 0x80 ||
		    (b[i + 2] & 0xC0) != 0x80)
			break;
		// U+3001 to U+3015; U+3041 to U+30FF but the voice marks at U+3099; U+4E00 on.
		if (b[i] == 0xE3 && (b[i + 1] != 0x80 || b[i + 2] == 0x80 || b[i + 2] > 0x95) &&
		    (b[i + 1] != 0x81 || b[i + 2] == 0x80) && b[i + 1] != 0x83 &&
		    (b[i + 1] != 0x82 || (b[i + 2] >= 0x97 && b[i + 2] <= 0x9F)))
			break;
		if (b[i] == 0xE4 && b[i + 1] < 0xB8)
			break;
		i += 3;
	}
	return i;
}

// Whether a character that was kept can be anything but composed already.
static bool
is_composed(uint32_t c)
{
	return c < 0x300 || (c >= 0x2010 && c <= 0x205E) || (c >= 0x3001 && c <= 0x3015) ||
	       (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FC) ||
	       (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) ||
	       (c >= 0xFF01 && c <= 0xFF5E);
}

// State of one pass over the input.
struct pass {
	struct strbuf *out;
	enum clean_form form;
	size_t start;  // of our part of `out`
	uint32_t last; // code point before, 0 at a line's start
	int marks;
	bool composed; // nothing was added that may have to be put together
};

static void
end_line(struct pass *pass)
{
	struct strbuf *out = pass->out;

	while (out->length > pass->start && out->data[out->length - 1] == ' ')
		strbuf_truncate(out, out->length - 1);
	if (pass->form == CLEAN_TEXT)
		strbuf_add_byte(out, '\n');
	else if (out->length > pass->start)
		strbuf_add_byte(out, ' ');
	pass->last = 0;
	pass->marks = 0;
}

static void
add_blank(struct pass *pass)
{
	struct strbuf *out = pass->out;

	if (pass->form == CLEAN_TEXT ||
	    (out->length > pass->start && out->data[out->length - 1] != ' '))
		strbuf_add_byte(out, ' ');
	pass->last = ' ';
	pass->marks = 0;
}

// A joiner or selector stays only behind something outside ASCII that is no joiner itself.
static bool
can_join(const struct pass *pass)
{
	return pass->last >= 0xA0 && fate_of(pass->last) != JOINER;
}

static void
take(struct pass *pass, uint32_t c)
{
	switch (fate_of(c)) {
	case DROP:
		return;
	case BREAK:
		end_line(pass);
		return;
	case BLANK:
		add_blank(pass);
		return;
	case JOINER:
		if (!can_join(pass))
			return;
		break;
	case MARK:
		if (++pass->marks > MAX_MARKS)
			return;
		strbuf_add_utf8(pass->out, c);
		return;
	case KEEP:
		if (c == ' ' && pass->form == CLEAN_LINE) {
			add_blank(pass);
			return;
		}
		pass->marks = 0;
		break;
	}
	strbuf_add_utf8(pass->out, c);
	pass->last = c;
}

// Brings what was added since `start` into NFC.
static void
normalise(struct strbuf *out, size_t start)
{
	UErrorCode status = U_ZERO_ERROR;
	const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
	size_t length = out->length - start;
	size_t units = 0;
	UChar *wide;
	UChar *composed;
	int32_t size;

	for (size_t i = start; i < out->length; i++) {
		if ((unsigned char)out->data[i] >= 0xCC)
			break;
		if (i + 1 == out->length)
			return; // nothing at or above U+0300: already NFC
	}
	wide = memory_alloc((length + 1) * sizeof(*wide));
	for (size_t i = start; i < out->length;) {
		uint32_t c = utf8_next(out->data, out->length, &i);

		if (c >= 0x10000)
			wide[units++] = (UChar)(0xD7C0 + (c >> 10));
		wide[units++] = (UChar)(c >= 0x10000 ? 0xDC00 | (c & 0x3FF) : c);
	}
	if (unorm2_isNormalized(nfc, wide, (int32_t)units, &status) && U_SUCCESS(status))
		goto out;
	status = U_ZERO_ERROR;
	size = (int32_t)(units * 3 + 16);
	composed = memory_alloc((size_t)size * sizeof(*composed));
	size = unorm2_normalize(nfc, wide, (int32_t)units, composed, size, &status);
	if (U_FAILURE(status))
		BUG("NFC: %s", u_errorName(status));
	strbuf_truncate(out, start);
	for (int32_t i = 0; i < size; i++) {
		uint32_t c = composed[i];

		if ((c & 0xFC00) == 0xD800 && i + 1 < size)
			c = ((c & 0x3FF) << 10) + (composed[++i] & 0x3FFu) + 0x10000;
		strbuf_add_utf8(out, c);
	}
	vec_free(composed);
out:
	vec_free(wide);
}

void
clean_append(struct strbuf *out, const char *bytes, size_t length, enum clean_form form)
{
	struct pass pass = {.out = out, .form = form, .start = out->length, .composed = true};
	unsigned char blank = form == CLEAN_TEXT ? ' ' : '!';

	strbuf_reserve(out, length);
	for (size_t i = 0; i < length;) {
		size_t plain = plain_length(bytes + i, length - i, blank);
		uint32_t c;

		if (plain) {
			strbuf_add(out, bytes + i, plain);
			i += plain;
			pass.last = (unsigned char)bytes[i - 1] < 0x80 ? '!' : 0x3042;
			pass.marks = 0;
			continue;
		}
		c = utf8_next(bytes, length, &i);
		pass.composed = pass.composed && is_composed(c);
		if (c == '\r') {
			if (i < length && bytes[i] == '\n')
				continue;
			c = '\n';
		}
		take(&pass, c);
	}
	while (out->length > pass.start && out->data[out->length - 1] == ' ')
		strbuf_truncate(out, out->length - 1);
	if (!pass.composed)
		normalise(out, pass.start);
}

char *
clean_string(const char *bytes, size_t length, enum clean_form form)
{
	struct strbuf out;

	strbuf_init(&out);
	clean_append(&out, bytes, length, form);
	return strbuf_detach(&out);
}

size_t
clean_valid_prefix(const char *bytes, size_t length)
{
	for (size_t i = plain_length(bytes, length, ' '); i < length;
	     i += plain_length(bytes + i, length - i, ' ')) {
		size_t start = i;

		if (utf8_next(bytes, length, &i) == 0xFFFD &&
		    (i - start != 3 || (unsigned char)bytes[start] != 0xEF))
			return start;
	}
	return length;
}

bool
clean_is_safe(const char *text, size_t length)
{
	if (clean_valid_prefix(text, length) != length)
		return false;
	for (size_t i = plain_length(text, length, ' '); i < length;
	     i += plain_length(text + i, length - i, ' ')) {
		uint32_t c = utf8_next(text, length, &i);

		if (c != '\n' && fate_of(c) != KEEP && fate_of(c) != MARK && fate_of(c) != JOINER)
			return false;
	}
	return true;
}
