// SPDX-License-Identifier: GPL-3.0-or-later
// The search index, kept in step with the rows. It is segments (archive/segment.h) and the entries
// dropped from them; all of it lies in archive.db, so that a transaction has both the rows and what is
// searched. Nothing but the rows is needed to make it anew.
#ifndef ARCHIVE_INDEX_H
#define ARCHIVE_INDEX_H

#include "archive/index-builder.h"
#include "archive/segment-merge.h"
#include "shoroku/base/vec.h"

// What there is to search, as of the transaction it was read in.
struct index_view {
	VEC(struct segment) segments;
	struct dropped dropped;
	int64_t epoch; // −1: not read yet
};

// One a handle.
struct index {
	struct index_view view;
	// In this transaction, not yet written.
	VEC(int64_t) added;
	VEC(int64_t) dropped;
};

struct index *index_new(void);
void index_free(struct index *index); // NULL is fine

// Within a transaction of a writing handle. An entry is dropped before its rows change and added after
// they did; index_flush() writes both down before the commit.
void index_add(struct archive *archive, int64_t entry);
void index_drop(struct archive *archive, int64_t entry);
// Whether it is to be added when flushing.
bool index_is_waiting(const struct archive *archive, int64_t entry);
int index_flush(struct archive *archive, struct error *err) ERROR_CHECKED;
void index_forget(struct archive *archive); // of a transaction that was rolled back

// The entries of a paper whose rows change: dropped, and added again by index_flush().
int index_touch_paper(struct archive *archive, int64_t paper, struct error *err) ERROR_CHECKED;

// Writes the lists of new entries; ids[i] is that of the entry numbered i, in descending order, 0 for one
// that is to be left out.
int index_write(struct archive *archive, const struct index_lists *lists, const int64_t *ids,
		struct error *err) ERROR_CHECKED;

// The view as of the present transaction; valid until the next call.
int index_look(struct archive *archive, const struct index_view **view, struct error *err)
    ERROR_CHECKED;

// Outside of transactions: merges what has become many small segments, a transaction each time, so
// that there are never more than a few of a size.
int index_tidy(struct archive *archive, struct error *err) ERROR_CHECKED;

// The same, and all segments smaller than half of the index become one: after many entries came at
// once, when few will for a while.
int index_tidy_settle(struct archive *archive, struct error *err) ERROR_CHECKED;

// What fails is logged: nothing is lost by waiting. In a hurry, while many entries come that will be
// settled, more segments are let stand, so that each is written anew less often.
void index_tidy_quietly(struct archive *archive);
void index_tidy_in_a_hurry(struct archive *archive);

// In a transaction: makes the index anew from the rows.
int index_rebuild(struct archive *archive, struct error *err) ERROR_CHECKED;

// The lists of all entries of the rows, some thousand entries at a time, newest first.
int index_read_rows(struct archive *archive,
		    int (*batch)(void *context, const struct index_lists *lists, const int64_t *ids,
				 struct error *err),
		    void *context, struct error *err) ERROR_CHECKED;

#endif
