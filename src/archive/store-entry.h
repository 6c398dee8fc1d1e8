// SPDX-License-Identifier: GPL-3.0-or-later
// One entry into and out of the tables and the index, for whatever stores digests. All within the
// caller's transaction.
#ifndef ARCHIVE_STORE_ENTRY_H
#define ARCHIVE_STORE_ENTRY_H

#include "archive/handle.h"
#include "shoroku/model/paper.h"

// The number of this transaction's changes, which derived sets are compared by.
int store_entry_next_change(struct archive *archive, int64_t *change, struct error *err)
    ERROR_CHECKED;

// The id of the day's next entry; they go down. Refused where fewer than `count` are left.
int store_entry_next_id(struct archive *archive, date_day day, size_t count, int64_t *next,
			struct error *err) ERROR_CHECKED;

// `entry` has its id, its position and its paper's key. Left to the caller is index_add(). *new_paper:
// the archive had not known it, so that all there is to search of it stands in `entry`.
int store_entry_write(struct archive *archive, const struct entry *entry, int64_t digest, int part,
		      int64_t change, bool *new_paper, struct error *err) ERROR_CHECKED;

// That arXiv was asked, what it calls the paper and who wrote it (NULL: not told), and its
// abstract; NULL: it knows of no such paper. Left to the caller is index_touch_paper().
int store_entry_note_arxiv(struct archive *archive, int64_t paper, int64_t asked_at,
			   const struct paper *said, const struct section *section,
			   struct error *err) ERROR_CHECKED;

int store_entry_drop(struct archive *archive, int64_t id, struct error *err) ERROR_CHECKED;

#endif
