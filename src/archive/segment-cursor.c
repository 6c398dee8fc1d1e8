// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/segment-cursor.h"

#include <string.h>

#include "archive/leaf.h"
#include "archive/terms.h"
#include "shoroku/base/i18n.h"

// Postings read one after the other before a leap is tried.
#define STEPS_BEFORE_LEAP 24

static int
damaged(struct error *err)
{
	return error_set(err, ERROR_DATA,
			 _("the search index is damaged; 'shoroku rebuild' makes it anew"));
}

static int
take_leaf(struct statement *st, int64_t *id, struct strbuf *leaf, bool *found, struct error *err)
{
	*found = statement_step(st);
	if (*found) {
		size_t length;
		const void *bytes = statement_blob(st, 1, &length);

		*id = statement_int(st, 0);
		strbuf_clear(leaf);
		strbuf_add(leaf, bytes, length);
	}
	return statement_end(st, err);
}

// The leaf where the term's postings not above `at_most` begin.
static int
find_leaf(struct archive *archive, struct segment_cursor *cursor, int64_t at_most,
	  struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_FIND_LEAF);
	struct strbuf key;
	bool found;
	int result;

	strbuf_init(&key);
	leaf_key(&key, (uint32_t)cursor->segment->id, cursor->term.data, cursor->term.length,
		 at_most);
	statement_bind_blob(&st, ":key", key.data, key.length);
	result = take_leaf(&st, &cursor->leaf_id, &cursor->leaf, &found, err);
	strbuf_release(&key);
	// Before a segment's first leaf stands the last one of another.
	if (!found || cursor->leaf_id < cursor->segment->first_leaf ||
	    cursor->leaf_id > cursor->segment->last_leaf) {
		cursor->leaf_id = cursor->segment->first_leaf - 1;
		strbuf_clear(&cursor->leaf);
	}
	return result;
}

static int
read_leaf(struct archive *archive, int64_t *id, struct strbuf *leaf, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_LEAF);
	bool found;

	if (handle_is_stopped(archive))
		return statement_end(&st, err) ? -1 : handle_error(archive, SQLITE_INTERRUPT, err);
	statement_bind_int(&st, ":id", *id);
	if (take_leaf(&st, id, leaf, &found, err))
		return -1;
	return found ? 0 : damaged(err);
}

static const unsigned char *
bytes_of(const struct strbuf *leaf, size_t offset)
{
	return (const unsigned char *)leaf->data + offset;
}

static void
begin_item(struct segment_cursor *cursor, const struct leaf_item *item, const unsigned char *after)
{
	cursor->next = (size_t)(after - bytes_of(&cursor->leaf, 0));
	posting_reader_init(&cursor->list, item->list, item->list_length,
			    terms_have_places(cursor->term.data[0]));
}

// Reads on to the item after the one being read if it is of the same term. With `at_most`, only if
// it does not begin below that.
static bool
next_item_here(struct segment_cursor *cursor, const int64_t *at_most)
{
	const unsigned char *at = bytes_of(&cursor->leaf, cursor->next);
	const unsigned char *end = bytes_of(&cursor->leaf, cursor->leaf.length);
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
	const unsigned char *at = bytes_of(&cursor->leaf, 0);
	struct leaf_item item;
	size_t common;
	bool equal;

	if (!leaf_find(&at, bytes_of(&cursor->leaf, cursor->leaf.length), cursor->term.data,
		       cursor->term.length, &item, &common, &equal) ||
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
	if (read_leaf(archive, &cursor->leaf_id, &cursor->leaf, err))
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
			return damaged(err);
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
	if (find_leaf(archive, cursor, at_most, err))
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
	const unsigned char *at = bytes_of(&cursor->leaf, 0);
	struct leaf_item item;
	size_t common;
	bool equal;

	*past = leaf_find(&at, bytes_of(&cursor->leaf, cursor->leaf.length), cursor->term.data,
			  cursor->term.length, &item, &common, &equal);
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
	if (read_leaf(archive, &cursor->leaf_id, &cursor->leaf, err))
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
	if (find_leaf(archive, cursor, INT64_MAX, err) || find_field(archive, cursor, field, err))
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

int
segment_scan_next(struct archive *archive, struct segment_scan *scan, struct error *err)
{
	const unsigned char *at;
	struct leaf_item item;

	if (scan->next == scan->leaf.length) {
		scan->ended = scan->leaf_id >= scan->segment->last_leaf;
		if (scan->ended)
			return 0;
		scan->leaf_id++;
		scan->next = 0;
		if (read_leaf(archive, &scan->leaf_id, &scan->leaf, err))
			return -1;
	}
	at = bytes_of(&scan->leaf, scan->next);
	if (!leaf_next(&at, bytes_of(&scan->leaf, scan->leaf.length), &item) ||
	    item.shared > scan->term.length || item.shared + item.suffix_length < 3)
		return damaged(err);
	scan->next = (size_t)(at - bytes_of(&scan->leaf, 0));
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
	struct segment_cursor cursor = {.segment = scan->segment, .term = *from};
	int result;

	strbuf_init(&cursor.leaf);
	result = find_leaf(archive, &cursor, INT64_MAX, err);
	strbuf_release(&cursor.leaf);
	scan->leaf_id = cursor.leaf_id - (cursor.leaf_id >= scan->segment->first_leaf);
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
