// SPDX-License-Identifier: GPL-3.0-or-later
// Leaves: what a segment of the index is cut into, a row each. A leaf holds items in ascending order of
// their terms: how many bytes the term shares with the one before, how many follow and those, how many
// days the list of postings reaches down from its first, then its length and the list. A long list is several items of one term, newest
// entries first.
#ifndef ARCHIVE_LEAF_H
#define ARCHIVE_LEAF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shoroku/base/strbuf.h"

// So that with its row a leaf fills a page of 8 KiB, or half of one of 16.
#define LEAF_SIZE 8000
#define LEAF_ITEM_SIZE 400 // of a list, after which another item begins

struct leaf_item {
	size_t shared;
	const unsigned char *suffix;
	size_t suffix_length;
	uint64_t reach; // days from the first posting to the last
	const unsigned char *list;
	size_t list_length;
};

// Appends an item; `before` is the term of the item before it in the leaf, "" at its beginning.
void leaf_put(struct strbuf *leaf, const struct strbuf *before, const struct strbuf *term,
	      uint64_t reach, const struct strbuf *list);

// The item at *at, which moves behind it; false at the end, and where the bytes are no item.
bool leaf_next(const unsigned char **at, const unsigned char *end, struct leaf_item *item);

// Moves *at behind the first item whose term is not less than `term`. *common gets how many bytes the
// two begin with alike, all of both where *equal. False where the leaf has no such item.
bool leaf_find(const unsigned char **at, const unsigned char *end, const char *term, size_t length,
	       struct leaf_item *item, size_t *common, bool *equal);

// Replaces `key` by that under which the leaf that begins with the term and the entry is found. Keys
// are in the order of segment, term, and descending id.
void leaf_key(struct strbuf *key, uint32_t segment, const char *term, size_t length, int64_t id);

#endif
