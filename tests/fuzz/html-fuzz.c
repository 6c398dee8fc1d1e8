// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as HTML, with a date in the file's name, and as a list of days. Built with -fsanitize=fuzzer, or with replay.c.
#include "shoroku/feed/day-links.h"

#include "digest-check.h"

// Every link found is a web address of a day, and in order.
static void
check_days(const uint8_t *bytes, size_t size)
{
	struct arena arena;
	struct day_links links;
	struct error err = {0};

	arena_init(&arena);
	if (day_links_read(&arena, "page", "https://a.example/", NULL, (const char *)bytes, size,
			   &links, &err))
		REQUIRE(err.kind == ERROR_DATA && *err.text);
	for (size_t i = 0; i < links.count; i++) {
		const struct day_link *link = &links.items[i];

		REQUIRE(!strncmp(link->url, "http", 4) && !strpbrk(link->url, " \n#\"<>"));
		REQUIRE(!i || link->date >= links.items[i - 1].date);
	}
	arena_release(&arena);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	check_reading(bytes, size, "html", "2025-09-24.html");
	check_days(bytes, size);
	return 0;
}
