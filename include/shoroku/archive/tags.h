// SPDX-License-Identifier: GPL-3.0-or-later
// Tags as a whole, over all papers that have them. Handles opened with ARCHIVE_MARK.
#ifndef SHOROKU_ARCHIVE_TAGS_H
#define SHOROKU_ARCHIVE_TAGS_H

#include "shoroku/archive/journal.h"

// Every paper with the tag `from` has `to` instead, as one step; where others have `to` already the two
// become one. Names are clean, as journal_apply() wants them. ERROR_NOT_FOUND where no paper has `from`.
int tags_rename(struct archive *archive, struct arena *arena, const char *from, const char *to,
		struct journal_report *report, struct error *err) ERROR_CHECKED;

#endif
