// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/text/encoding.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include "shoroku/base/compiler.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/text/clean.h"

#define LOOKED_AT ((size_t)4096) // bytes that may hold a declaration
#define DETECTED_BY ((size_t)65536)
#define LONGEST_NAME 64
#define CHUNK 8192 // UTF-16 units

struct input {
	const char *bytes;
	size_t length;
};

static bool
begins(const struct input *input, const char *bytes, size_t length)
{
	return input->length >= length && !memcmp(input->bytes, bytes, length);
}

// Adds what the converter made, as UTF-8; false where it holds characters no text has.
static bool
add_units(struct strbuf *out, const UChar *units, int32_t length, UChar *half)
{
	for (int32_t i = 0; i < length; i++) {
		UChar unit = units[i];

		if (*half) {
			strbuf_add_utf8(out, (uint32_t)U16_GET_SUPPLEMENTARY(*half, unit));
			*half = 0;
		} else if (U16_IS_LEAD(unit)) {
			*half = unit;
		} else if (unit < 0x20 && unit != '\t' && unit != '\n' && unit != '\r' &&
			   unit != '\f' && unit != 0x1B) {
			return false;
		} else if (unit != 0xFEFF || out->length) {
			strbuf_add_utf8(out, unit);
		}
	}
	return true;
}

// Strictly: one byte that does not belong ends it.
static bool
convert(struct strbuf *out, const struct input *input, const char *encoding)
{
	UErrorCode status = U_ZERO_ERROR;
	UConverter *converter = ucnv_open(encoding, &status);
	const char *from = input->bytes;
	const char *end = from + input->length;
	UChar units[CHUNK];
	UChar half = 0;
	size_t before = out->length;
	bool good = U_SUCCESS(status);

	if (good)
		ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
	do {
		UChar *to = units;

		if (status == U_BUFFER_OVERFLOW_ERROR)
			status = U_ZERO_ERROR;
		if (good)
			ucnv_toUnicode(converter, &to, units + CHUNK, &from, end, NULL, true,
				       &status);
		good = good && (U_SUCCESS(status) || status == U_BUFFER_OVERFLOW_ERROR) &&
		       add_units(out, units, (int32_t)(to - units), &half);
	} while (good && status == U_BUFFER_OVERFLOW_ERROR);
	if (converter)
		ucnv_close(converter);
	if (!good)
		strbuf_truncate(out, before);
	return good;
}

static bool
is_utf8(const char *encoding)
{
	return !strcasecmp(encoding, "utf-8") || !strcasecmp(encoding, "utf8") ||
	       !strcasecmp(encoding, "us-ascii") || !strcasecmp(encoding, "ascii");
}

// Web pages that say Shift_JIS mean Microsoft's, those that say ISO-8859-1 mean windows-1252 (WHATWG
// Encoding Standard).
static const char *
meant_by(const char *encoding)
{
	static const struct {
		const char *said;
		const char *meant;
	} table[] = {{"shift_jis", "windows-31j"},
		     {"shift-jis", "windows-31j"},
		     {"sjis", "windows-31j"},
		     {"x-sjis", "windows-31j"},
		     {"iso-8859-1", "windows-1252"},
		     {"latin1", "windows-1252"},
		     {"iso-8859-9", "windows-1254"},
		     {"gb2312", "gb18030"},
		     {"gbk", "gb18030"},
		     {"euc-kr", "windows-949"},
		     {"ks_c_5601-1987", "windows-949"}};

	for (size_t i = 0; i < ARRAY_LENGTH(table); i++) {
		if (!strcasecmp(encoding, table[i].said))
			return table[i].meant;
	}
	return encoding;
}

static bool
try_one(struct strbuf *out, const struct input *input, const char *encoding)
{
	if (!is_utf8(encoding))
		return convert(out, input, meant_by(encoding));
	if (clean_valid_prefix(input->bytes, input->length) != input->length)
		return false;
	strbuf_add(out, input->bytes, input->length);
	return true;
}

// The value after `word`, as in encoding="…" and charset=…; false where there is none.
static bool
value_after(const char *text, size_t length, const char *word, char value[LONGEST_NAME])
{
	size_t size = strlen(word);

	for (size_t i = 0; i + size < length; i++) {
		size_t at = i + size;
		size_t count = 0;

		if (strncasecmp(text + i, word, size) != 0)
			continue;
		while (at < length && strchr(" =\"'", text[at]))
			at++;
		while (at < length && count + 1 < LONGEST_NAME &&
		       (isalnum((unsigned char)text[at]) || strchr("-_:.", text[at])))
			value[count++] = text[at++];
		value[count] = '\0';
		return count > 0;
	}
	return false;
}

// What the document says of itself in its first bytes.
static bool
declared_inside(const struct input *input, char value[LONGEST_NAME])
{
	size_t length = input->length < LOOKED_AT ? input->length : LOOKED_AT;
	const char *end;

	if (begins(input, "<?xml", 5)) {
		end = memchr(input->bytes, '>', length);
		return end &&
		       value_after(input->bytes, (size_t)(end - input->bytes), "encoding", value);
	}
	for (const char *meta = input->bytes;
	     (meta = memchr(meta, '<', length - (size_t)(meta - input->bytes))); meta++) {
		size_t left = length - (size_t)(meta - input->bytes);

		if (left < 6 || strncasecmp(meta, "<meta", 5) != 0)
			continue;
		end = memchr(meta, '>', left);
		if (end && value_after(meta, (size_t)(end - meta), "charset", value))
			return true;
	}
	return false;
}

// Every second byte of a text in UTF-16 with Latin letters is NUL.
static const char *
looks_wide(const struct input *input)
{
	size_t length = input->length < LOOKED_AT ? input->length : LOOKED_AT;
	size_t nul[2] = {0, 0};

	for (size_t i = 0; i < length; i++)
		nul[i % 2] += input->bytes[i] == '\0';
	if (nul[0] * 8 > length && nul[1] * 64 < length + 64)
		return "UTF-16BE";
	if (nul[1] * 8 > length && nul[0] * 64 < length + 64)
		return "UTF-16LE";
	return NULL;
}

static bool
looks_like_2022(const struct input *input)
{
	for (size_t i = 0; i + 2 < input->length; i++) {
		if (input->bytes[i] == 0x1B && strchr("$(", input->bytes[i + 1]))
			return true;
		if ((unsigned char)input->bytes[i] >= 0x80)
			return false;
	}
	return false;
}

// Japanese encodings are told apart by what is valid in them and by how much kana they give, which
// chance gives little of.
static size_t
count_kana(const char *text, size_t length)
{
	size_t count = 0;

	// U+3040 to U+30FF: E3 81 80 to E3 83 BF.
	for (size_t i = 0; i + 2 < length; i++)
		count += text[i] == '\xE3' && (unsigned char)text[i + 1] >= 0x81 &&
			 (unsigned char)text[i + 1] <= 0x83;
	return count;
}

static bool
try_japanese(struct strbuf *out, const struct input *input)
{
	static const char *const names[] = {"EUC-JP", "windows-31j"};
	const char *best = NULL;
	size_t most = 0;

	for (size_t i = 0; i < ARRAY_LENGTH(names); i++) {
		struct strbuf tried;
		size_t kana;

		strbuf_init(&tried);
		kana = convert(&tried, input, names[i]) ? count_kana(tried.data, tried.length) : 0;
		if (kana > most && kana * 30 > tried.length / 3) {
			most = kana;
			best = names[i];
		}
		strbuf_release(&tried);
	}
	return best && convert(out, input, best);
}

static bool
try_detector(struct strbuf *out, const struct input *input)
{
	UErrorCode status = U_ZERO_ERROR;
	UCharsetDetector *detector = ucsdet_open(&status);
	size_t length = input->length < DETECTED_BY ? input->length : DETECTED_BY;
	const UCharsetMatch **matches = NULL;
	bool result = false;
	int32_t found = 0;

	if (U_SUCCESS(status))
		ucsdet_setText(detector, input->bytes, (int32_t)length, &status);
	if (U_SUCCESS(status))
		matches = ucsdet_detectAll(detector, &found, &status);
	for (int32_t i = 0; U_SUCCESS(status) && !result && i < found; i++) {
		const char *name = ucsdet_getName(matches[i], &status);

		if (ucsdet_getConfidence(matches[i], &status) >= 10 && U_SUCCESS(status) &&
		    !strstr(name, "UTF") && !strstr(name, "IBM") &&
		    convert(out, input, meant_by(name)))
			result = true;
	}
	ucsdet_close(detector);
	return result;
}

// Whether the bytes are UTF-8 but for a few: damaged, and not in another encoding.
static bool
is_damaged_utf8(const struct input *input)
{
	size_t at = 0;
	size_t wrong = 0;
	size_t high = 0;

	while (at < input->length) {
		size_t valid = clean_valid_prefix(input->bytes + at, input->length - at);

		for (size_t i = at; i < at + valid; i++)
			high += ((unsigned char)input->bytes[i] & 0xC0) == 0xC0;
		at += valid;
		wrong += at < input->length;
		at++;
		if (wrong > 64 && wrong > high)
			break;
	}
	return high > wrong * 2;
}

// True with the text in `out`.
static bool
try_looks(struct strbuf *out, const struct input *input)
{
	if (memchr(input->bytes, '\0', input->length) || is_damaged_utf8(input))
		return false;
	return try_japanese(out, input) || try_detector(out, input);
}

static bool
decode(struct strbuf *out, const struct input *input, const char *declared)
{
	char inside[LONGEST_NAME];
	const char *wide = looks_wide(input);

	if (begins(input, "\xFF\xFE", 2) || begins(input, "\xFE\xFF", 2))
		return convert(out, input, "UTF-16");
	if (wide)
		return convert(out, input, wide);
	if (declared && !is_utf8(declared) && try_one(out, input, declared))
		return true;
	if (looks_like_2022(input) && convert(out, input, "ISO-2022-JP"))
		return true;
	if (try_one(out, input, "UTF-8"))
		return true;
	if (declared_inside(input, inside) && !is_utf8(inside) && try_one(out, input, inside))
		return true;
	return try_looks(out, input);
}

int
encoding_decode(struct strbuf *out, const char *name, const char *bytes, size_t length,
		const char *declared, struct error *err)
{
	struct input input = {bytes, length};
	size_t valid;

	if (begins(&input, "\xEF\xBB\xBF", 3)) {
		input.bytes += 3;
		input.length -= 3;
	}
	if (decode(out, &input, declared))
		return 0;
	valid = clean_valid_prefix(bytes, length);
	return error_set(err, ERROR_DATA,
			 _("%s is in no encoding that is known: byte %zu does not belong there"),
			 name, valid + 1);
}
