// SPDX-License-Identifier: GPL-3.0-or-later
// Keeping the search index in step with the rows. The index holds no text: to forget an entry it must
// be shown the text it was given, so dropping comes before the rows change and adding after.
#ifndef ARCHIVE_INDEX_H
#define ARCHIVE_INDEX_H

#include "archive/handle.h"
#include "shoroku/base/vec.h"

struct index_entries {
	VEC(int64_t) ids;
};

int index_add(struct archive *archive, int64_t entry, struct error *err) ERROR_CHECKED;
int index_drop(struct archive *archive, int64_t entry, struct error *err) ERROR_CHECKED;

// The entries of a paper that is about to change; index_add_all() puts them back and releases the list.
int index_drop_paper(struct archive *archive, int64_t paper, struct index_entries *entries,
		     struct error *err) ERROR_CHECKED;
int index_add_all(struct archive *archive, struct index_entries *entries, struct error *err)
    ERROR_CHECKED;

#endif
