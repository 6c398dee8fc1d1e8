// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of this device's journal, and going back to one of them.
#ifndef SHOROKU_ARCHIVE_HISTORY_H
#define SHOROKU_ARCHIVE_HISTORY_H

#include <stddef.h>
#include <stdint.h>

#include "shoroku/archive/journal.h"

// What a step did to one field of its papers.
struct history_change {
	const char *field;
	const char *value; // the greatest of those given; NULL: the mark was taken away
	size_t count;	   // of papers
};

struct history_step {
	int64_t step;
	const char *origin; // "user", "automatic", "undo", "redo", "restore"
	const char *state;  // of what can be undone: "done", "undone", "discarded"; else the origin
	int64_t made_at;    // milliseconds since the epoch
	size_t papers;
	const char *key;		// of one of its papers, NULL where the step changed nothing
	const char *title;		// of that paper, NULL where the archive has none of the key
	struct history_change *changes; // in the order they were made
	size_t change_count;
};

struct history {
	struct history_step *items; // newest first
	size_t count;
};

// At most `most` steps before the step `before` (INT64_MAX: from the newest on). Any handle.
int history_load(struct archive *archive, struct arena *arena, int64_t before, size_t most,
		 struct history *history, struct error *err) ERROR_CHECKED;

// Takes every mark this device changed after `step` back to what it was right after it; 0 is before
// the first one. That is one step of its own, which can be undone. A mark that is not any more what this
// device made it is left and counted. ERROR_NOT_FOUND where there is no such step. An ARCHIVE_MARK
// handle.
int history_restore(struct archive *archive, struct arena *arena, int64_t step,
		    struct journal_report *report, struct error *err) ERROR_CHECKED;

#endif
