// SPDX-License-Identifier: GPL-3.0-or-later
// Cells and code points.
#include "shoroku/text/width.h"

#include <stdint.h>

#include "shoroku/base/compiler.h"
#include "shoroku/text/utf8.h"
#include "tap.h"

static const struct {
	const char *text;
	size_t narrow;
	size_t wide; // where ambiguous characters take two cells
} texts[] = {
    {"", 0, 0},
    {"abc", 3, 3},
    {"抄録", 4, 4},
    {"ｱｲｳ", 3, 3},
    {"Ａ１", 4, 4},
    {"Nikoli\u0107", 7, 7},
    {"Nikolic\u0301", 7, 7},
    {"か\u3099", 2, 2},
    {"α①★", 3, 6},
    {"😀👍", 4, 4},
    {"👩\u200D🔬", 4, 4},
    {"한글", 4, 4},
    {"\u1112\u1161\u11AB", 2, 2},
    {"…—“”", 4, 8},
    {"a\u200Bb", 2, 2},
};

static void
test_texts(void)
{
	for (size_t i = 0; i < ARRAY_LENGTH(texts); i++) {
		const char *text = texts[i].text;

		tap_is_int((long long)width_text(text, strlen(text), WIDTH_NARROW),
			   (long long)texts[i].narrow, text);
		tap_is_int((long long)width_text(text, strlen(text), WIDTH_WIDE),
			   (long long)texts[i].wide, "with ambiguous ones wide");
	}
}

static void
test_controls(void)
{
	static const uint32_t controls[] = {0, 7, 0x1B, 0x7F, 0x9B, 0xD800, 0x110000};
	bool refused = true;

	for (size_t i = 0; i < ARRAY_LENGTH(controls); i++)
		refused = refused && width_of(controls[i], WIDTH_NARROW) == -1;
	tap_ok(refused, "controls and surrogates are not to be drawn");
}

static void
test_fitting(void)
{
	static const char text[] = "aか\u3099b";
	size_t used;
	int cells;

	tap_is_int((long long)width_fit(text, strlen(text), 2, WIDTH_NARROW, &used), 1,
		   "half of a wide character does not fit");
	tap_is_int((long long)used, 1, "and one cell stays free");
	tap_is_int((long long)width_fit(text, strlen(text), 3, WIDTH_NARROW, &used), 7,
		   "marks go with their base");
	tap_is_int((long long)width_cluster(text + 1, strlen(text) - 1, WIDTH_NARROW, &cells), 6,
		   "a cluster");
	tap_is_int(cells, 2, "and its cells");
}

static void
test_code_points(void)
{
	static const char text[] = "a\xE6\x8A\x84\xFF\xE6\x8A";
	static const uint32_t want[] = {'a', 0x6284, 0xFFFD, 0xFFFD};
	size_t offset = 0;
	size_t count = 0;
	bool same = true;

	while (offset < strlen(text))
		same = utf8_next(text, strlen(text), &offset) == want[count++] && same;
	tap_ok(same && count == 4, "what is broken is one U+FFFD");
	tap_is_int((long long)utf8_count("抄録x", 7), 3, "counted");
	offset = 4;
	tap_ok(utf8_previous(text, &offset) == 0x6284 && offset == 1, "backwards");
}

int
main(void)
{
	test_texts();
	test_controls();
	test_fitting();
	test_code_points();
	return tap_done();
}
