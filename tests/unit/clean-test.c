// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/text/clean.h"
#include "tap.h"

static void
is_cleaned(const char *bytes, enum clean_form form, const char *want, const char *name)
{
	char *got = clean_string(bytes, strlen(bytes), form);

	tap_is_str(got, want, name);
	free(got);
}

static uint32_t
next_random(uint32_t *state)
{
	*state = *state * 1664525 + 1013904223;
	return *state >> 8;
}

// Any bytes come out safe, and coming in again change no more.
static void
test_random(void)
{
	uint32_t state = 20250924;
	bool safe = true;
	bool stable = true;

	for (int round = 0; round < 5000; round++) {
		char bytes[64];
		struct strbuf once;
		struct strbuf twice;

		for (size_t i = 0; i < sizeof(bytes); i++)
			bytes[i] = (char)next_random(&state);
		strbuf_init(&once);
		strbuf_init(&twice);
		clean_append(&once, bytes, sizeof(bytes), CLEAN_TEXT);
		clean_append(&twice, once.data, once.length, CLEAN_TEXT);
		safe = safe && clean_is_safe(once.data, once.length);
		stable = stable && !strcmp(once.data, twice.data);
		strbuf_release(&once);
		strbuf_release(&twice);
	}
	tap_ok(safe, "5000 random inputs come out safe");
	tap_ok(stable, "and cleaning them again changes nothing");
}

int
main(void)
{
	is_cleaned("a\x1b[31mb\x07\x7f", CLEAN_TEXT, "a[31mb", "ESC, BEL and DEL go");
	is_cleaned("a\xC2\x9B"
		   "b",
		   CLEAN_TEXT, "ab", "C1 goes");
	is_cleaned("a\xE2\x80\xAE"
		   "b\xE2\x81\xA6"
		   "c",
		   CLEAN_TEXT, "abc", "bidi controls go");
	is_cleaned("\xEF\xBB\xBFx", CLEAN_TEXT, "x", "a byte order mark goes");
	is_cleaned("a\r\nb\rc", CLEAN_TEXT, "a\nb\nc", "line ends become LF");
	is_cleaned("a \t\r\n b", CLEAN_LINE, "a b", "one line of it");
	is_cleaned("c\xCC\x81", CLEAN_TEXT, "\xC4\x87", "NFD becomes NFC");
	is_cleaned("\xE3\x82\xAB\xE3\x82\x99", CLEAN_TEXT, "\xE3\x82\xAC", "カ + ゛ becomes ガ");
	is_cleaned("a\xFF"
		   "b",
		   CLEAN_TEXT,
		   "a\xEF\xBF\xBD"
		   "b",
		   "an invalid byte is replaced");
	is_cleaned("a\xE2\x80\x8D"
		   "b",
		   CLEAN_TEXT, "ab", "a joiner between letters goes");
	tap_is_int((long long)clean_valid_prefix("ab\xC3", 3), 2, "a cut sequence is found");
	tap_ok(!clean_is_safe("a\x1b", 2), "ESC is not safe");
	tap_ok(clean_is_safe("漢字\n\xC3\xA9", strlen("漢字\n\xC3\xA9")), "text is safe");
	test_random();
	return tap_done();
}
