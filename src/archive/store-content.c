// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/store-content.h"

#include <string.h>

#include "shoroku/model/key.h"

static void
hash_string(struct key_hash *hash, const char *text)
{
	// NULL and "" differ, and no two fields run into each other.
	key_hash_add(hash, text ? "+" : "-", 1);
	if (text)
		key_hash_add(hash, text, strlen(text) + 1);
}

// What digests were stored without before has no part in their hashes where it is not there.
static void
hash_known(struct key_hash *hash, const char *text)
{
	if (text)
		hash_string(hash, text);
}

void
store_content_hash(const struct digest *digest, char text[STORE_CONTENT_HASH])
{
	struct key_hash hash;

	key_hash_init(&hash);
	hash_string(&hash, digest->lang);
	for (size_t i = 0; i < digest->entry_count; i++) {
		const struct entry *entry = &digest->entries[i];
		const struct paper *paper = &entry->paper;

		hash_string(&hash, paper->title);
		hash_string(&hash, paper->title_original);
		for (size_t j = 0; j < paper->author_count; j++)
			hash_string(&hash, paper->authors[j]);
		hash_string(&hash, paper->authors_truncated ? "et al." : NULL);
		hash_string(&hash, paper->arxiv_id);
		hash_string(&hash, paper->doi);
		hash_string(&hash, paper->url);
		hash_string(&hash, paper->pdf_url);
		for (size_t j = 0; j < paper->category_count; j++)
			hash_string(&hash, paper->categories[j]);
		hash_string(&hash, paper->published);
		hash_known(&hash, paper->updated);
		hash_known(&hash, paper->journal_ref);
		hash_known(&hash, paper->comment);
		for (size_t j = 0; j < entry->section_count; j++) {
			hash_string(&hash, paper_role_name(entry->sections[j].role));
			hash_string(&hash, entry->sections[j].label);
			hash_string(&hash, entry->sections[j].text);
		}
	}
	key_hash_hex(&hash, text);
}
