// SPDX-License-Identifier: GPL-3.0-or-later
// UAX #14: Unicode's own LineBreakTest.txt against the root rules of the ICU that is linked, under
// the Japanese tailoring of ours. Reports the rate of lines that agree.
#include <inttypes.h>
#include <stdint.h>

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/uversion.h>

#include "shoroku/base/compiler.h"
#include "tap.h"

// Where the distributions install the Unicode Character Database.
static const char *const places[] = {
    "/usr/share/unicode/auxiliary/LineBreakTest.txt",
    "/usr/share/unicode/ucd/auxiliary/LineBreakTest.txt",
};

#define MOST_UNITS 256
// The file knows one tailoring of numbers (its example 7) and ICU another, and the file may be of a
// neighbouring version of Unicode. What a broken set-up gives is far below.
#define LEAST_RATE 0.995

struct test_case {
	UChar text[MOST_UNITS];
	int32_t length;
	bool breaks[MOST_UNITS + 1];
};

// "× 0023 ÷ 0020 ÷ # comment": the sign before a code point says whether a line may begin there.
static bool
read_case(const char *line, struct test_case *test)
{
	bool may_break = false;

	*test = (struct test_case){0};
	for (const char *at = line; *at && *at != '#' && *at != '\n';) {
		char *end;
		unsigned long code;

		if (!strncmp(at, "÷", strlen("÷")) || !strncmp(at, "×", strlen("×"))) {
			may_break = !strncmp(at, "÷", strlen("÷"));
			test->breaks[test->length] = may_break;
			at += strlen("÷");
			continue;
		}
		code = strtoul(at, &end, 16);
		if (end == at) {
			at++;
			continue;
		}
		if (test->length + 2 > MOST_UNITS)
			return false;
		U16_APPEND_UNSAFE(test->text, test->length, (UChar32)code);
		at = end;
	}
	return test->length > 0;
}

static bool
agrees(UBreakIterator *breaks, const struct test_case *test)
{
	UErrorCode status = U_ZERO_ERROR;
	bool found[MOST_UNITS + 1] = {0};

	ubrk_setText(breaks, test->text, test->length, &status);
	if (U_FAILURE(status))
		return false;
	for (int32_t at = ubrk_first(breaks); at != UBRK_DONE; at = ubrk_next(breaks))
		found[at] = at > 0; // rule LB2: never at the start
	return !memcmp(found, test->breaks, sizeof(found));
}

static FILE *
open_cases(void)
{
	FILE *file = NULL;

	for (size_t i = 0; !file && i < ARRAY_LENGTH(places); i++)
		file = fopen(places[i], "r");
	return file;
}

int
main(void)
{
	UErrorCode status = U_ZERO_ERROR;
	UBreakIterator *breaks;
	FILE *file = open_cases();
	struct test_case test;
	char line[4096];
	char version[64] = "";
	size_t run = 0;
	size_t agreeing = 0;

	if (!file)
		return tap_lacking("no LineBreakTest.txt (package unicode-data)");
	breaks = ubrk_open(UBRK_LINE, "", NULL, 0, &status);
	tap_ok(U_SUCCESS(status), "ICU has root line-breaking rules");
	if (U_FAILURE(status))
		return tap_done();
	while (fgets(line, sizeof(line), file)) {
		bool agreed;

		if (!version[0])
			sscanf(line, "# %63s", version);
		if (!read_case(line, &test))
			continue;
		run++;
		agreed = agrees(breaks, &test);
		agreeing += agreed;
		if (!agreed && run - agreeing <= 5)
			tap_note("differs: %.*s", (int)strcspn(line, "#\n"), line);
	}
	fclose(file);
	ubrk_close(breaks);
	tap_note("%s against ICU %s (Unicode %s): %zu of %zu lines agree, %.2f %%", version,
		 U_ICU_VERSION, U_UNICODE_VERSION, agreeing, run,
		 100 * (double)agreeing / (double)(run ? run : 1));
	tap_ok(run > 5000, "the file was read");
	tap_ok((double)agreeing >= LEAST_RATE * (double)run, "the rules are UAX #14's");
	return tap_done();
}
