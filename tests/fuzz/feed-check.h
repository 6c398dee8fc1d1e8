// SPDX-License-Identifier: GPL-3.0-or-later
// What every reader of the feed room promises of any bytes: it refuses them with a sentence, or all it
// found may be shown, and a second reading finds the same.
#ifndef TESTS_FUZZ_FEED_CHECK_H
#define TESTS_FUZZ_FEED_CHECK_H

#include <stdint.h>
#include <string.h>

#include "shoroku/base/arena.h"
#include "shoroku/base/error.h"
#include "shoroku/feed/parse.h"
#include "shoroku/text/clean.h"

#define FEED_CHECK_DAY 20355 // 2025-09-24
#define REQUIRE(promise) ((promise) ? (void)0 : error_bug(__FILE__, __LINE__, "%s", #promise))

static void
feed_check_line(const char *text)
{
	REQUIRE(text && clean_is_safe(text, strlen(text)) && !strchr(text, '\n'));
}

static void
feed_check_optional(const char *text)
{
	if (text) {
		REQUIRE(text[0]);
		feed_check_line(text);
	}
}

static void
feed_check_paper(const struct paper *paper)
{
	REQUIRE(paper->key && paper->title[0]);
	feed_check_line(paper->title);
	feed_check_optional(paper->title_original);
	feed_check_optional(paper->arxiv_id);
	feed_check_optional(paper->doi);
	feed_check_optional(paper->url);
	feed_check_optional(paper->pdf_url);
	feed_check_optional(paper->published);
	for (size_t i = 0; i < paper->author_count; i++)
		feed_check_line(paper->authors[i]);
	for (size_t i = 0; i < paper->category_count; i++)
		feed_check_line(paper->categories[i]);
}

static void
feed_check_digest(const struct digest *digest)
{
	REQUIRE(digest->date >= DATE_MIN && digest->date <= DATE_MAX && digest->source);
	feed_check_optional(digest->lang);
	for (size_t i = 0; i < digest->entry_count; i++) {
		const struct entry *entry = &digest->entries[i];

		REQUIRE(entry->position == (int)i + 1 && entry->date == digest->date);
		feed_check_paper(&entry->paper);
		for (size_t j = 0; j < entry->section_count; j++) {
			const char *text = entry->sections[j].text;

			feed_check_line(entry->sections[j].label);
			REQUIRE(text[0] && clean_is_safe(text, strlen(text)));
		}
	}
}

static void
feed_check_same(const struct digest *a, const struct digest *b)
{
	REQUIRE(a->date == b->date && a->entry_count == b->entry_count);
	for (size_t i = 0; i < a->entry_count; i++) {
		REQUIRE(!strcmp(a->entries[i].paper.key, b->entries[i].paper.key));
		REQUIRE(a->entries[i].section_count == b->entries[i].section_count);
	}
}

static void
feed_check_input(const struct parse_input *input)
{
	struct arena arena;
	struct parse_result result;
	struct parse_result again;
	struct error err = {0};

	arena_init(&arena);
	if (parse_digests(&arena, input, &result, &err)) {
		REQUIRE(err.kind == ERROR_DATA && strstr(err.text, "input"));
		feed_check_line(err.text);
	} else {
		REQUIRE(!parse_digests(&arena, input, &again, &err));
		REQUIRE(result.digest_count && result.digest_count == again.digest_count);
		for (size_t i = 0; i < result.digest_count; i++) {
			feed_check_digest(&result.digests[i]);
			feed_check_same(&result.digests[i], &again.digests[i]);
		}
	}
	arena_release(&arena);
}

// Once as the content says, and once by each of the formats, the last NULL, with a date given.
static void
feed_check(const uint8_t *bytes, size_t size, const char *const *formats)
{
	struct parse_input input = {
	    .name = "input", .bytes = (const char *)bytes, .length = size, .date = DATE_NONE};

	feed_check_input(&input);
	input.date = FEED_CHECK_DAY;
	for (; *formats; formats++) {
		input.format = *formats;
		feed_check_input(&input);
	}
}

#endif
