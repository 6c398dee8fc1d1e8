// SPDX-License-Identifier: GPL-3.0-or-later
// A paper's marks, whatever keys they were made under, and the sets of entries derived from them.
//
// A mark stays under the key it was made by: undo, and devices that hear of an alias sooner or later than
// of a mark, then come to the same. A paper is a class of keys, the one used now and those that lead to it,
// and its mark is merged from theirs: read, favourite and tags where any has them, the newest rating, all
// notes. A mark taken away under one key takes none away under another; but a change made since the keys
// are one is made to all of them.
#ifndef ARCHIVE_JOURNAL_DERIVE_H
#define ARCHIVE_JOURNAL_DERIVE_H

#include "archive/journal-private.h"
#include "shoroku/base/vec.h"

// One field of the keys of a class, the oldest mark first.
struct journal_row {
	const char *key;
	struct journal_mark mark;
};
struct journal_class {
	VEC(struct journal_row) rows; // the caller's to release; begins as {0}
};

// `paper` is the key used now. What the rows point to lives in the arena.
int journal_derive_read(struct archive *archive, struct arena *arena, const char *paper,
			const char *field, struct journal_class *class, struct error *err)
    ERROR_CHECKED;

// The mark merged from the rows; NULL: there is none.
const char *journal_derive_value(const struct journal_class *class, struct arena *arena,
				 const char *field);

// Within a transaction: brings the derived sets up to what the paper's marks are now, of one field, or of
// all.
int journal_derive_field(struct archive *archive, const char *paper, const char *field,
			 struct error *err) ERROR_CHECKED;
int journal_derive_paper(struct archive *archive, const char *paper, struct error *err)
    ERROR_CHECKED;

#endif
