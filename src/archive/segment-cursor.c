// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/segment-cursor.h"

#include <string.h>

#include "archive/leaf.h"
#include "archive/segment-leaf.h"
#include "archive/terms.h"

// Postings read one after the other before a leap is tried.
#define STEPS_BEFORE_LEAP 24

static void
begin_item(struct segment_cursor *cursor, const struct leaf_item *item, const unsigned char *after)
{
	cursor->next = (size_t)(after - segment_leaf_bytes(&cursor->leaf, 0));
	posting_reader_init(&cursor->list, item->list, item->list_length,
			    terms_have_places(cursor->term.data[0]));
}

// Reads on to the item after the one being read if it is of the same term. With `at_most`, only if
// it does not begin below that.
static bool
next_item_here(struct segment_cursor *cursor, const int64_t *at_most)
{
	const unsigned char *at = segment_leaf_bytes(&cursor->leaf, cursor->next);
	const unsigned char *end = segment_leaf_bytes(&cursor->leaf, cursor->leaf.length);
	struct posting_reader list;
	struct leaf_item item;

	if (!leaf_next(&at, end, &item) || item.suffix_length || item.shared != cursor->term.length)
		return false;
	posting_reader_init(&list, item.list, item.list_length, false);
	if (at_most && (!posting_read(&list) || list.id < *at_most))
		return false;
	begin_item(cursor, &item, at);
	return true;
}

// The first item of the leaf that begins the term, or goes on with it.
static bool
find_item_here(struct segment_cursor *cursor)
{
	const unsigned char *at = segment_leaf_bytes(&cursor->leaf, 0);
	struct leaf_item item;
	size_t common;
	bool equal;

	if (!leaf_find(&at, segment_leaf_bytes(&cursor->leaf, cursor->leaf.length),
		       cursor->term.data, cursor->term.length, &item, &common, &equal) ||
	    !equal)
		return false;
	begin_item(cursor, &item, at);
	return true;
}

static int
next_leaf(struct archive *archive, struct segment_cursor *cursor, bool *more, struct error *err)
{
	*more = cursor->leaf_id < cursor->segment->last_leaf;
	if (!*more)
		return 0;
	cursor->leaf_id++;
	if (segment_leaf_read(archive, cursor->leaf_id, &cursor->leaf, err))
		return -1;
	*more = find_item_here(cursor);
	return 0;
}

// To the posting after the one it stands on.
static int
step(struct archive *archive, struct segment_cursor *cursor, struct error *err)
{
	while (!posting_read(&cursor->list)) {
		bool more = true;

		if (cursor->list.damaged)
			return segment_leaf_damaged(err);
		// The leaf's last item may be the term's, and the list go on in the next leaf.
		if (!next_item_here(cursor, NULL)) {
			more = cursor->next == cursor->leaf.length;
			if (more && next_leaf(archive, cursor, &more, err))
				return -1;
		}
		if (!more) {
			cursor->id = SEGMENT_CURSOR_END;
			return 0;
		}
	}
	cursor->id = cursor->list.id;
	return 0;
}

// To the item where `at_most` stands or would stand, where that is not the one being read.
static int
leap(struct archive *archive, struct segment_cursor *cursor, int64_t at_most, struct error *err)
{
	while (next_item_here(cursor, &at_most))
		;
	if (cursor->next < cursor->leaf.length)
		return 0;
	if (segment_leaf_find(archive, cursor->segment, &cursor->term, at_most, &cursor->leaf_id,
			      &cursor->leaf, err))
		return -1;
	if (!find_item_here(cursor)) {
		bool more = false;

		if (next_leaf(archive, cursor, &more, err))
			return -1;
		if (!more)
			cursor->id = SEGMENT_CURSOR_END;
		return 0;
	}
	while (next_item_here(cursor, &at_most))
		;
	return 0;
}

int
segment_cursor_seek(struct archive *archive, struct segment_cursor *cursor, int64_t at_most,
		    struct error *err)
{
	for (int steps = 1; cursor->id > at_most; steps++) {
		if (steps == STEPS_BEFORE_LEAP && leap(archive, cursor, at_most, err))
			return -1;
		if (cursor->id != SEGMENT_CURSOR_END && step(archive, cursor, err))
			return -1;
	}
	return 0;
}

int64_t
segment_cursor_rarity(const struct segment_cursor *cursor)
{
	struct posting_reader ahead = cursor->list;
	int64_t from = ahead.id;

	for (int i = 0; i < 32; i++) {
		if (!posting_read(&ahead))
			return INT64_MAX - i;
	}
	return from - ahead.id;
}

// Whether the item found is of the term in another field; then the cursor is on that.
static bool
take_field(struct segment_cursor *cursor, const struct leaf_item *item, size_t common,
	   const unsigned char *after, int *field)
{
	size_t place = cursor->term.length - 1;

	if (common < place || item->shared > place ||
	    item->shared + item->suffix_length != place + 1)
		return false;
	*field = item->suffix[place - item->shared];
	cursor->term.data[place] = (char)*field;
	begin_item(cursor, item, after);
	return true;
}

// Looks for the term, in its field or a later one, in the leaf.
static bool
find_field_here(struct segment_cursor *cursor, bool *past, int *field)
{
	const unsigned char *at = segment_leaf_bytes(&cursor->leaf, 0);
	struct leaf_item item;
	size_t common;
	bool equal;

	*past = leaf_find(&at, segment_leaf_bytes(&cursor->leaf, cursor->leaf.length),
			  cursor->term.data, cursor->term.length, &item, &common, &equal);
	return *past && take_field(cursor, &item, common, at, field);
}

static int
find_field(struct archive *archive, struct segment_cursor *cursor, int *field, struct error *err)
{
	bool past;

	if (find_field_here(cursor, &past, field) || past)
		return 0;
	if (cursor->leaf_id >= cursor->segment->last_leaf)
		return 0;
	cursor->leaf_id++;
	if (segment_leaf_read(archive, cursor->leaf_id, &cursor->leaf, err))
		return -1;
	find_field_here(cursor, &past, field);
	return 0;
}

int
segment_cursor_open(struct archive *archive, const struct segment *segment,
		    const struct strbuf *term, char from_field, struct segment_cursor *cursor,
		    int *field, struct error *err)
{
	*cursor = (struct segment_cursor){.segment = segment, .id = INT64_MAX};
	*field = -1;
	strbuf_init(&cursor->leaf);
	strbuf_init(&cursor->term);
	strbuf_add(&cursor->term, term->data, term->length);
	strbuf_add_byte(&cursor->term, '\0');
	strbuf_add_byte(&cursor->term, from_field);
	if (handle_is_stopped(archive))
		return handle_error(archive, SQLITE_INTERRUPT, err);
	if (segment_leaf_find(archive, cursor->segment, &cursor->term, INT64_MAX, &cursor->leaf_id,
			      &cursor->leaf, err) ||
	    find_field(archive, cursor, field, err))
		return -1;
	if (*field < 0) {
		cursor->id = SEGMENT_CURSOR_END;
		return 0;
	}
	return step(archive, cursor, err);
}

void
segment_cursor_release(struct segment_cursor *cursor)
{
	strbuf_release(&cursor->leaf);
	strbuf_release(&cursor->term);
}
