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

// What folds to itself and joins nothing before it: ASCII (but capitals), kana, common Han. Nearly all
// of a Japanese text, so that ICU is asked about the rest only.
static bool
is_plain(uint32_t c)
{
	return c < 0x80 || (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FC) ||
	       (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3001 && c <= 0x3015 && c != 0x3004);
}

static void
fold_by_icu(struct strbuf *out, const char *text, size_t length)
{
	UErrorCode status = U_ZERO_ERROR;
	struct strbuf folded;
	struct wide wide = wide_from(text, length);

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

// Whether a character changes the one before it: marks, half-width voice marks, Hangul jamo.
static bool
joins(uint32_t c)
{
	if (c < 0x300)
		return false;
	return c == 0xFF9E || c == 0xFF9F || (c >= 0x1160 && c <= 0x11FF) ||
	       (U_GET_GC_MASK((UChar32)c) & U_GC_M_MASK);
}

// The end of the cluster at `start`: a character and what joins it.
static size_t
cluster_end(const char *text, size_t length, size_t start, bool *plain)
{
	size_t end = start;
	size_t next;

	*plain = is_plain(utf8_next(text, length, &end));
	for (next = end; next < length; end = next) {
		if (!joins(utf8_next(text, length, &next)))
			break;
		*plain = false;
	}
	return end;
}

static void
map_cluster(struct fold_map *map, size_t count, size_t start, size_t end)
{
	if (!map)
		return;
	for (size_t i = 0; i < count; i++)
		*vec_push(&map->bytes) = (struct fold_source){start, end};
}

// The end of the ASCII from `start` on that nothing joins.
static size_t
ascii_end(const char *text, size_t length, size_t start)
{
	size_t end = start;

	while (end < length && (unsigned char)text[end] < 0x80)
		end++;
	return end < length && end > start ? end - 1 : end;
}

static void
add_ascii(struct strbuf *out, struct fold_map *map, const char *text, size_t start, size_t end)
{
	size_t before = out->length;

	strbuf_add(out, text + start, end - start);
	for (size_t i = before; i < out->length; i++) {
		if (out->data[i] >= 'A' && out->data[i] <= 'Z')
			out->data[i] = (char)(out->data[i] + ('a' - 'A'));
	}
	for (size_t i = start; map && i < end; i++)
		map_cluster(map, 1, i, i + 1);
}

// The end of the plain characters beyond ASCII from `start` on that nothing joins: a plain one or nothing
// follows.
static size_t
plain_end(const char *text, size_t length, size_t start)
{
	size_t sure = start;
	size_t at = start;

	while (at < length) {
		size_t next = at;
		uint32_t c = utf8_next(text, length, &next);

		if (!is_plain(c))
			return sure;
		if (c < 0x80)
			return at;
		sure = at;
		at = next;
	}
	return at;
}

static void
add_plain(struct strbuf *out, struct fold_map *map, const char *text, size_t start, size_t end)
{
	strbuf_add(out, text + start, end - start);
	while (map && start < end) {
		size_t next = start;

		utf8_next(text, end, &next);
		map_cluster(map, next - start, start, next);
		start = next;
	}
}

void
fold_append_mapped(struct strbuf *out, struct fold_map *map, const char *text, size_t length)
{
	for (size_t start = 0; start < length;) {
		size_t before = out->length;
		size_t end = ascii_end(text, length, start);
		bool plain;

		if (end > start) {
			add_ascii(out, map, text, start, end);
			start = end;
			continue;
		}
		end = plain_end(text, length, start);
		if (end > start) {
			add_plain(out, map, text, start, end);
			start = end;
			continue;
		}
		end = cluster_end(text, length, start, &plain);
		if (plain && end > start + 1)
			strbuf_add(out, text + start, end - start);
		else if (plain)
			add_ascii(out, NULL, text, start, end);
		else
			fold_by_icu(out, text + start, end - start);
		map_cluster(map, out->length - before, start, end);
		start = end;
	}
}

void
fold_append(struct strbuf *out, const char *text, size_t length)
{
	strbuf_reserve(out, length);
	fold_append_mapped(out, NULL, text, length);
}

void
fold_map_release(struct fold_map *map)
{
	vec_release(&map->bytes);
}

char *
fold_string(const char *text)
{
	struct strbuf out;

	strbuf_init(&out);
	fold_append(&out, text, strlen(text));
	return strbuf_detach(&out);
}

static bool
is_letter(uint32_t c)
{
	if (c < 0x80)
		return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
	return U_GET_GC_MASK((UChar32)c) & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK);
}

char *
fold_letters(const char *folded, size_t length)
{
	struct strbuf out;

	strbuf_init(&out);
	strbuf_reserve(&out, length);
	for (size_t i = 0; i < length;) {
		size_t start = i;

		if (is_letter(utf8_next(folded, length, &i)))
			strbuf_add(&out, folded + start, i - start);
	}
	return strbuf_detach(&out);
}

char *
fold_skeleton(const char *text, size_t length)
{
	struct strbuf folded;
	char *letters;

	strbuf_init(&folded);
	fold_append(&folded, text, length);
	letters = fold_letters(folded.data, folded.length);
	strbuf_release(&folded);
	return letters;
}
