// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/segment-scan.h"

#include <string.h>

#include "archive/leaf.h"
#include "archive/segment-leaf.h"
#include "archive/terms.h"

void
segment_scan_init(struct segment_scan *scan, const struct segment *segment)
{
	*scan = (struct segment_scan){.segment = segment, .leaf_id = segment->first_leaf - 1};
	strbuf_init(&scan->leaf);
	strbuf_init(&scan->term);
}

void
segment_scan_release(struct segment_scan *scan)
{
	strbuf_release(&scan->leaf);
	strbuf_release(&scan->term);
}

// Whether the item is of the term of the one before. Only at the beginning of a leaf is it spelt out.
static bool
is_of_term(const struct segment_scan *scan, const struct leaf_item *item)
{
	if (item->shared)
		return item->shared == scan->term.length && !item->suffix_length;
	return item->suffix_length == scan->term.length &&
	       !memcmp(item->suffix, scan->term.data, item->suffix_length);
}

int
segment_scan_next(struct archive *archive, struct segment_scan *scan, struct error *err)
{
	const unsigned char *at;
	struct leaf_item item;

	if (scan->next == scan->leaf.length) {
		scan->ended = scan->leaf_id >= scan->segment->last_leaf;
		scan->goes_on = false;
		if (scan->ended)
			return 0;
		scan->leaf_id++;
		scan->next = 0;
		if (segment_leaf_read(archive, scan->leaf_id, &scan->leaf, err))
			return -1;
	}
	at = segment_leaf_bytes(&scan->leaf, scan->next);
	if (!leaf_next(&at, segment_leaf_bytes(&scan->leaf, scan->leaf.length), &item) ||
	    item.shared > scan->term.length || item.shared + item.suffix_length < 3)
		return segment_leaf_damaged(err);
	scan->next = (size_t)(at - segment_leaf_bytes(&scan->leaf, 0));
	scan->goes_on = is_of_term(scan, &item);
	scan->bytes = item.list;
	scan->length = item.list_length;
	scan->reach = item.reach;
	strbuf_truncate(&scan->term, item.shared);
	strbuf_add(&scan->term, (const char *)item.suffix, item.suffix_length);
	posting_reader_init(&scan->list, item.list, item.list_length,
			    terms_have_places(scan->term.data[0]));
	return 0;
}

int
segment_scan_seek(struct archive *archive, struct segment_scan *scan, const struct strbuf *from,
		  struct error *err)
{
	int result = segment_leaf_find(archive, scan->segment, from, INT64_MAX, &scan->leaf_id,
				       &scan->leaf, err);

	scan->next = scan->leaf_id < scan->segment->first_leaf ? scan->leaf.length : 0;
	while (!result && !scan->ended) {
		size_t least;
		int order;

		result = segment_scan_next(archive, scan, err);
		least = scan->term.length < from->length ? scan->term.length : from->length;
		order = memcmp(scan->term.data, from->data, least);
		if (order > 0 || (order == 0 && scan->term.length >= from->length))
			break;
	}
	return result;
}
