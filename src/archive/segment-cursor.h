// SPDX-License-Identifier: GPL-3.0-or-later
// Walking down the entries of one term in one segment, with leaps.
#ifndef ARCHIVE_SEGMENT_CURSOR_H
#define ARCHIVE_SEGMENT_CURSOR_H

#include <stdbool.h>

#include "archive/segment.h"
#include "shoroku/base/vec.h"

#define SEGMENT_CURSOR_END INT64_MIN

struct segment_cursor {
	const struct segment *segment; // borrowed
	struct strbuf term;	       // field included
	struct strbuf leaf;
	int64_t leaf_id;
	size_t next; // offset in the leaf of the item after the one being read
	struct posting_reader list;
	int64_t id; // of the posting it stands on, SEGMENT_CURSOR_END after the last
};

// On the first posting of the term (kind and text, without its field) in the field or, where it has none
// of that field, in a later one: *field gets which ('\0' for terms without), or −1 where there is none
// left. A cursor that was opened is released by segment_cursor_release(), also after −1.
int segment_cursor_open(struct archive *archive, const struct segment *segment,
			const struct strbuf *term, char from_field, struct segment_cursor *cursor,
			int *field, struct error *err) ERROR_CHECKED;
void segment_cursor_release(struct segment_cursor *cursor);

// Moves to the greatest id not above `at_most`.
int segment_cursor_seek(struct archive *archive, struct segment_cursor *cursor, int64_t at_most,
			struct error *err) ERROR_CHECKED;

// How far apart the next entries are: greater for rarer terms.
int64_t segment_cursor_rarity(const struct segment_cursor *cursor);

#endif
