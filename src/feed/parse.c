// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/feed/parse.h"

#include "feed/extract.h"
#include "feed/text-reader.h"
#include "shoroku/base/i18n.h"
#include "shoroku/model/key.h"

// The text of a SummarXiv day, and of anything written in its form.
static const struct parse_reader text_reader = {"summarxiv-text", 1};
static const char text_source[] = "summarxiv";

static void
complete_entry(struct arena *arena, struct entry *entry)
{
	entry->source = text_source;
	entry->paper.key = key_of_paper(arena, &entry->paper);
}

int
parse_digest(struct arena *arena, const char *name, const char *bytes, size_t length,
	     struct parse_result *result, struct error *err)
{
	struct blocks blocks;
	int failed;

	if (length > PARSE_MAX_BYTES)
		return error_set(err, ERROR_DATA, _("%s is larger than %zu bytes"), name,
				 PARSE_MAX_BYTES);
	blocks_init(&blocks);
	failed = text_reader_read(&blocks, name, bytes, length, err);
	if (!failed)
		failed = extract_digest(arena, name, &blocks, &result->digest, err);
	blocks_release(&blocks);
	if (failed)
		return -1;
	result->reader = text_reader;
	result->digest.source = text_source;
	for (size_t i = 0; i < result->digest.entry_count; i++)
		complete_entry(arena, &result->digest.entries[i]);
	return 0;
}
