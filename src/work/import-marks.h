// SPDX-License-Identifier: GPL-3.0-or-later
// The marks that records bring along. They are added to those there are: nothing is taken away, and a
// note or a rating of one's own stays.
#ifndef WORK_IMPORT_MARKS_H
#define WORK_IMPORT_MARKS_H

#include "shoroku/archive/archive.h"
#include "shoroku/model/paper.h"

// One transaction; no step of undo. `marking` is a handle opened with ARCHIVE_MARK.
int import_marks(struct archive *marking, const struct entry *entries, const struct marks *marks,
		 size_t count, struct error *err) ERROR_CHECKED;

#endif
