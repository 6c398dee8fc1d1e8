// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/segment-leaf.h"

#include "archive/leaf.h"
#include "shoroku/base/i18n.h"

int
segment_leaf_damaged(struct error *err)
{
	return error_set(err, ERROR_DATA,
			 _("the search index is damaged; 'shoroku rebuild' makes it anew"));
}

// The row of a leaf, if there is one.
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

int
segment_leaf_find(struct archive *archive, const struct segment *segment, const struct strbuf *term,
		  int64_t at_most, int64_t *id, struct strbuf *leaf, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_FIND_LEAF);
	struct strbuf key;
	bool found;
	int result;

	strbuf_init(&key);
	leaf_key(&key, (uint32_t)segment->id, term->data, term->length, at_most);
	statement_bind_blob(&st, ":key", key.data, key.length);
	result = take_leaf(&st, id, leaf, &found, err);
	strbuf_release(&key);
	// Before a segment's first leaf stands the last one of another.
	if (!found || *id < segment->first_leaf || *id > segment->last_leaf) {
		*id = segment->first_leaf - 1;
		strbuf_clear(leaf);
	}
	return result;
}

int
segment_leaf_read(struct archive *archive, int64_t id, struct strbuf *leaf, struct error *err)
{
	struct statement st;
	bool found;

	if (handle_is_stopped(archive))
		return handle_error(archive, SQLITE_INTERRUPT, err);
	st = statement_begin(archive, STATEMENT_LEAF);
	statement_bind_int(&st, ":id", id);
	if (take_leaf(&st, &id, leaf, &found, err))
		return -1;
	return found ? 0 : segment_leaf_damaged(err);
}
