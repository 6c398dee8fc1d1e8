// SPDX-License-Identifier: GPL-3.0-or-later
// Getting at the leaves of a segment.
#ifndef ARCHIVE_SEGMENT_LEAF_H
#define ARCHIVE_SEGMENT_LEAF_H

#include "archive/segment.h"

// Replaces `leaf` by the one where the term's postings not above `at_most` begin, if there are any. Where
// the term would stand before all others, *id is the one before the first leaf and `leaf` empty.
int segment_leaf_find(struct archive *archive, const struct segment *segment,
		      const struct strbuf *term, int64_t at_most, int64_t *id, struct strbuf *leaf,
		      struct error *err) ERROR_CHECKED;

// Fails also when the search is interrupted.
int segment_leaf_read(struct archive *archive, int64_t id, struct strbuf *leaf, struct error *err)
    ERROR_CHECKED;

int segment_leaf_damaged(struct error *err); // sets the sentence and returns −1

static inline const unsigned char *
segment_leaf_bytes(const struct strbuf *leaf, size_t offset)
{
	return (const unsigned char *)leaf->data + offset;
}

#endif
