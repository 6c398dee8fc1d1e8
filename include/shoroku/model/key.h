// SPDX-License-Identifier: GPL-3.0-or-later
// A paper's stable name across machines: arxiv:2509.18058 (version dropped), else doi:…, else
// title: and 32 hexadecimal digits of a hash of the folded title and first author.
#ifndef SHOROKU_MODEL_KEY_H
#define SHOROKU_MODEL_KEY_H

#include <stdbool.h>
#include <stdint.h>

#include "shoroku/base/arena.h"
#include "shoroku/model/paper.h"

// Lives in `arena`.
const char *key_of_paper(struct arena *arena, const struct paper *paper);

bool key_looks_like(const char *text); // begins with arxiv:, doi: or title:

// How much a key says: 0 for title:, 1 for doi:, 2 for arxiv:.
int key_strength(const char *key);
#define KEY_STRONGEST 2

// Two independent 64-bit FNV-1a style hashes for content comparison and title keys, stable for ever.
struct key_hash {
	uint64_t a;
	uint64_t b;
};
void key_hash_init(struct key_hash *hash);
void key_hash_add(struct key_hash *hash, const char *bytes, size_t length);
void key_hash_hex(const struct key_hash *hash, char text[33]);

#endif
