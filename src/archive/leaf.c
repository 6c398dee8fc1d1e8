// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/leaf.h"

#include <string.h>

#include "archive/posting.h"

static size_t
common_bytes(const void *a, size_t a_length, const void *b, size_t b_length)
{
	const unsigned char *x = a;
	const unsigned char *y = b;
	size_t least = a_length < b_length ? a_length : b_length;
	size_t common = 0;

	while (common < least && x[common] == y[common])
		common++;
	return common;
}

void
leaf_put(struct strbuf *leaf, const struct strbuf *before, const struct strbuf *term,
	 uint64_t reach, const struct strbuf *list)
{
	size_t shared = common_bytes(before->data, before->length, term->data, term->length);

	posting_put_number(leaf, shared);
	posting_put_number(leaf, term->length - shared);
	strbuf_add(leaf, term->data + shared, term->length - shared);
	posting_put_number(leaf, reach);
	posting_put_number(leaf, list->length);
	strbuf_add(leaf, list->data, list->length);
}

// The bytes that follow their length.
static bool
get_bytes(const unsigned char **at, const unsigned char *end, const unsigned char **bytes,
	  size_t *length)
{
	uint64_t number;

	if (!posting_get_number(at, end, &number) || number > (uint64_t)(end - *at))
		return false;
	*bytes = *at;
	*length = (size_t)number;
	*at += number;
	return true;
}

bool
leaf_next(const unsigned char **at, const unsigned char *end, struct leaf_item *item)
{
	uint64_t shared;

	if (!posting_get_number(at, end, &shared))
		return false;
	item->shared = (size_t)shared;
	return get_bytes(at, end, &item->suffix, &item->suffix_length) &&
	       posting_get_number(at, end, &item->reach) &&
	       get_bytes(at, end, &item->list, &item->list_length);
}

bool
leaf_find(const unsigned char **at, const unsigned char *end, const char *term, size_t length,
	  struct leaf_item *item, size_t *common, bool *equal)
{
	*common = 0;
	*equal = false;
	while (leaf_next(at, end, item)) {
		size_t more;

		// It differs from the term where the one before it did, and is as much less.
		if (item->shared > *common)
			continue;
		// It goes up where the one before it was still like the term.
		if (item->shared < *common) {
			*common = item->shared;
			return true;
		}
		more = common_bytes(item->suffix, item->suffix_length, term + *common,
				    length - *common);
		*common += more;
		*equal = *common == length && more == item->suffix_length;
		if (*common == length || (more < item->suffix_length &&
					  item->suffix[more] > (unsigned char)term[*common]))
			return true;
	}
	return false;
}

static void
put_big_endian(struct strbuf *out, uint64_t number, int bytes)
{
	while (bytes-- > 0)
		strbuf_add_byte(out, (char)(number >> bytes * 8));
}

void
leaf_key(struct strbuf *key, uint32_t segment, const char *term, size_t length, int64_t id)
{
	strbuf_clear(key);
	put_big_endian(key, segment, 4);
	strbuf_add(key, term, length);
	put_big_endian(key, (uint64_t)INT64_MAX - (uint64_t)id, 8);
}
