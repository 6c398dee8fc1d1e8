// SPDX-License-Identifier: GPL-3.0-or-later
// Any blocks into the extractor, as no reader would give them: each line of the input is a block, its
// first byte says of what kind. Built with -fsanitize=fuzzer, or with replay.c.
#include "digest-check.h"

#include "feed/extract.h"
#include "shoroku/feed/blocks.h"

// Adds the block that a line without its end stands for.
static void
add_block(struct blocks *blocks, const char *line, size_t length, size_t number)
{
	unsigned char shape = (unsigned char)line[0];
	char *text = clean_string(line + 1, length - 1, CLEAN_LINE);
	struct block *block = blocks_add(blocks, (enum block_kind)(shape % (BLOCK_CLOSE + 1)),
					 shape / 16 % 7, text, strlen(text), number);

	if (block->kind == BLOCK_HEADING && !block->level)
		block->level = 1;
	if (block->kind == BLOCK_META || block->kind == BLOCK_OPEN)
		block->name = shape & 1 ? "title" : "authors";
	block->quoted = shape & 64;
	block->head = shape & 32;
	block->lead = shape & 128 ? block->text : NULL;
	if (strchr(text, '/')) {
		block->links = arena_alloc(&blocks->arena, sizeof(*block->links));
		block->links[0] = (struct block_link){block->text, block->text};
		block->link_count = 1;
	}
	free(text);
}

static void
extract(struct blocks *blocks)
{
	struct parse_input input = {.name = "input", .path = "2025-09-24.md", .date = DATE_NONE};
	struct arena arena;
	struct reader_output output = {.arena = &arena};
	struct error err = {0};

	arena_init(&arena);
	if (extract_digests(&input, blocks, &output, &err))
		REQUIRE(err.kind == ERROR_DATA && err.text[0]);
	else
		REQUIRE(output.digests.count);
	for (size_t i = 0; i < output.digests.count; i++) {
		for (size_t j = 0; j < output.digests.items[i].entry_count; j++)
			check_line(output.digests.items[i].entries[j].paper.title);
	}
	vec_release(&output.digests);
	arena_release(&arena);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	const char *text = (const char *)bytes;
	struct blocks blocks;
	size_t number = 0;

	blocks_init(&blocks);
	for (size_t at = 0; at < size && number < 4096;) {
		const char *feed = memchr(text + at, '\n', size - at);
		size_t length = feed ? (size_t)(feed - text) - at : size - at;

		if (length)
			add_block(&blocks, text + at, length, ++number);
		at += length + 1;
	}
	extract(&blocks);
	blocks_release(&blocks);
	return 0;
}
