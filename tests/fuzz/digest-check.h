// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes into a reader: it refuses them with a sentence, or everything it found may be shown, and a
// second reading finds the same. Shared by the targets of the readers.
#ifndef TESTS_FUZZ_DIGEST_CHECK_H
#define TESTS_FUZZ_DIGEST_CHECK_H

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "target.h"
#include "shoroku/base/arena.h"
#include "shoroku/base/error.h"
#include "shoroku/feed/parse.h"
#include "shoroku/text/clean.h"

#define REQUIRE(promise) ((promise) ? (void)0 : error_bug(__FILE__, __LINE__, "%s", #promise))

static inline void
check_line(const char *text)
{
	REQUIRE(text && clean_is_safe(text, strlen(text)) && !strchr(text, '\n'));
}

static inline void
check_optional(const char *text)
{
	if (text) {
		REQUIRE(text[0]);
		check_line(text);
	}
}

static inline void
check_entry(const struct entry *entry, int position)
{
	REQUIRE(entry->position == position);
	REQUIRE(entry->paper.key && entry->paper.title[0]);
	check_line(entry->paper.title);
	for (size_t i = 0; i < entry->paper.author_count; i++)
		check_line(entry->paper.authors[i]);
	check_optional(entry->paper.title_original);
	check_optional(entry->paper.arxiv_id);
	check_optional(entry->paper.doi);
	check_optional(entry->paper.url);
	check_optional(entry->paper.pdf_url);
	check_optional(entry->paper.published);
	for (size_t i = 0; i < entry->paper.category_count; i++)
		check_line(entry->paper.categories[i]);
	for (size_t i = 0; i < entry->section_count; i++) {
		const char *text = entry->sections[i].text;

		check_line(entry->sections[i].label);
		REQUIRE(text[0] && clean_is_safe(text, strlen(text)));
	}
}

static inline void
check_digest(const struct digest *digest)
{
	REQUIRE(digest->date >= DATE_MIN && digest->date <= DATE_MAX && digest->source);
	check_optional(digest->lang);
	for (size_t i = 0; i < digest->entry_count; i++)
		check_entry(&digest->entries[i], (int)i + 1);
}

static inline void
check_same(const struct digest *a, const struct digest *b)
{
	REQUIRE(a->date == b->date && a->entry_count == b->entry_count);
	for (size_t i = 0; i < a->entry_count; i++) {
		REQUIRE(!strcmp(a->entries[i].paper.key, b->entries[i].paper.key));
		REQUIRE(a->entries[i].section_count == b->entries[i].section_count);
	}
}

// Reads the bytes in `format` (NULL: told by content), found at `path`.
static inline void
check_reading(const uint8_t *bytes, size_t size, const char *format, const char *path)
{
	struct parse_input input = {.name = "input",
				    .path = path,
				    .bytes = (const char *)bytes,
				    .length = size,
				    .format = format,
				    .date = DATE_NONE};
	struct arena arena;
	struct parse_result result;
	struct parse_result again;
	struct error err = {0};

	arena_init(&arena);
	if (parse_digests(&arena, &input, &result, &err)) {
		REQUIRE(err.kind == ERROR_DATA && strstr(err.text, "input"));
		check_line(err.text);
	} else {
		REQUIRE(!parse_digests(&arena, &input, &again, &err));
		REQUIRE(result.digest_count && result.digest_count == again.digest_count);
		for (size_t i = 0; i < result.digest_count; i++) {
			check_digest(&result.digests[i]);
			check_same(&result.digests[i], &again.digests[i]);
		}
	}
	arena_release(&arena);
}

#endif
