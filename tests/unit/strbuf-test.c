// SPDX-License-Identifier: GPL-3.0-or-later
// Growing strings, and the memory they may be copied into.
#include "shoroku/base/strbuf.h"

#include <stdint.h>

#include "shoroku/base/arena.h"
#include "tap.h"

static void
test_growing(void)
{
	struct strbuf sb;
	char *whole;

	strbuf_init(&sb);
	tap_is_str(sb.data, "", "a new one is a C string");
	for (int i = 0; i < 1000; i++)
		strbuf_addf(&sb, "%d,", i);
	tap_is_int((long long)sb.length, 3890, "a thousand numbers");
	tap_ok(!strncmp(sb.data + sb.length - 8, "998,999,", 8) && sb.data[sb.length] == '\0',
	       "and the end of them");
	strbuf_truncate(&sb, 3);
	tap_is_str(sb.data, "0,1", "truncated");
	strbuf_add(&sb, "a\0b", 3);
	tap_is_int((long long)sb.length, 6, "a NUL is a byte like others");
	whole = strbuf_detach(&sb);
	tap_ok(!memcmp(whole, "0,1a\0b", 7), "detached");
	tap_is_str(sb.data, "", "and empty again");
	free(whole);
	strbuf_release(&sb);
}

static void
test_code_points(void)
{
	static const uint32_t points[] = {'a', 0xE9, 0x6284, 0x1F600, 0xD800, 0x110000};
	struct strbuf sb;

	strbuf_init(&sb);
	for (size_t i = 0; i < sizeof(points) / sizeof(*points); i++)
		strbuf_add_utf8(&sb, points[i]);
	tap_is_str(sb.data, "aé抄😀\xEF\xBF\xBD\xEF\xBF\xBD", "UTF-8 of one to four bytes");
	strbuf_release(&sb);
}

static void
test_arena(void)
{
	struct arena arena;
	bool aligned = true;
	bool zeroed = true;
	const char *first;

	arena_init(&arena);
	first = arena_strndup(&arena, "抄録 and more", 6);
	for (size_t size = 1; size < 5000; size += 37) {
		unsigned char *bytes = arena_alloc(&arena, size);

		aligned = aligned && (uintptr_t)bytes % sizeof(long double) == 0;
		for (size_t i = 0; i < size; i++)
			zeroed = zeroed && bytes[i] == 0;
		memset(bytes, 0xAA, size);
	}
	tap_ok(aligned, "what an arena gives is aligned");
	tap_ok(zeroed, "and zeroed");
	tap_is_str(first, "抄録", "and stays where it is");
	tap_ok(!arena_strdup(&arena, NULL), "NULL copies as NULL");
	arena_release(&arena);
}

int
main(void)
{
	test_growing();
	test_code_points();
	test_arena();
	return tap_done();
}
