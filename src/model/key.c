// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/model/key.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "shoroku/base/strbuf.h"
#include "shoroku/text/fold.h"

// FNV-1a (Fowler, Noll, Vo) with its 64-bit prime, begun from two different offsets.
#define FNV_PRIME UINT64_C(0x100000001b3)
#define FNV_OFFSET UINT64_C(0xcbf29ce484222325)
#define SECOND_OFFSET UINT64_C(0x6c62272e07bb0142)

void
key_hash_init(struct key_hash *hash)
{
	hash->a = FNV_OFFSET;
	hash->b = SECOND_OFFSET;
}

void
key_hash_add(struct key_hash *hash, const char *bytes, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		unsigned char byte = (unsigned char)bytes[i];

		hash->a = (hash->a ^ byte) * FNV_PRIME;
		// The second sees the bytes in another light, so that the two do not collide together.
		hash->b = (hash->b ^ (uint64_t)(byte + 1) * 0x9E) * FNV_PRIME;
	}
}

void
key_hash_hex(const struct key_hash *hash, char text[33])
{
	snprintf(text, 33, "%016" PRIx64 "%016" PRIx64, hash->a, hash->b);
}

static void
add_folded(struct key_hash *hash, const char *text)
{
	char *folded = fold_skeleton(text, strlen(text));

	// The NUL goes in too, so that title and author cannot run into each other.
	key_hash_add(hash, folded, strlen(folded) + 1);
	free(folded);
}

const char *
key_of_paper(struct arena *arena, const struct paper *paper)
{
	struct key_hash hash;
	struct strbuf key;
	const char *result;
	char hex[33];

	strbuf_init(&key);
	if (paper->arxiv_id) {
		strbuf_addf(&key, "arxiv:%s", paper->arxiv_id);
	} else if (paper->doi) {
		strbuf_addf(&key, "doi:%s", paper->doi);
	} else {
		key_hash_init(&hash);
		add_folded(&hash, paper->title);
		add_folded(&hash, paper->author_count ? paper->authors[0] : "");
		key_hash_hex(&hash, hex);
		strbuf_addf(&key, "title:%s", hex);
	}
	result = arena_strdup(arena, key.data);
	strbuf_release(&key);
	return result;
}

bool
key_looks_like(const char *text)
{
	return !strncmp(text, "arxiv:", 6) || !strncmp(text, "doi:", 4) ||
	       !strncmp(text, "title:", 6);
}

int
key_strength(const char *key)
{
	return !strncmp(key, "arxiv:", 6) ? 2 : !strncmp(key, "doi:", 4);
}
