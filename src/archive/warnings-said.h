// SPDX-License-Identifier: GPL-3.0-or-later
// What sections say, as hashes a day, for finding the same text under another paper of the whole
// archive. A day's row is of 8 bytes a section, the lowest first: the number of its entry in the
// day, its role and the hash of its text. All rows are looked through at once for whatever was
// judged together: 24 MB of a million papers. What is found is compared as text.
#ifndef ARCHIVE_WARNINGS_SAID_H
#define ARCHIVE_WARNINGS_SAID_H

#include "archive/warnings.h"

// Before a day's warnings are dropped: those of other days that point to it are dropped too, and
// judged again with it.
int warnings_said_begin(struct archive *archive, date_day day, struct error *err) ERROR_CHECKED;

// What the day's entries say now.
int warnings_said_note(struct archive *archive, date_day day,
		       const struct warnings_entries *entries, struct error *err) ERROR_CHECKED;

// Warns of what the noted days repeat, there and wherever else it stands; then nothing is noted.
// `days` are those noted, in ascending order.
int warnings_said_flush(struct archive *archive, const date_day *days, size_t count,
			struct error *err) ERROR_CHECKED;

#endif
