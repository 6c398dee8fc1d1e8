// SPDX-License-Identifier: GPL-3.0-or-later
// What the files of the journal share.
#ifndef ARCHIVE_JOURNAL_PRIVATE_H
#define ARCHIVE_JOURNAL_PRIVATE_H

#include "archive/handle.h"
#include "shoroku/archive/journal.h"

// A mark as it stands.
struct journal_mark {
	const char *value; // NULL: none; in the arena
	int64_t step;	   // that set it last, 0 where nothing did
};

// One event to be written, with its effect.
struct journal_event {
	const char *key;   // whose mark it is
	const char *paper; // the key used now of the same paper, see archive/journal-derive.h
	const char *field;
	const char *value;
	struct journal_mark prior;
	int64_t step;
	int64_t undoes;	     // the step an undo or redo is about, 0 for others
	int64_t effect_step; // the step the mark belongs to afterwards
	const char *origin;
};

// Follows aliases to the key used now; in the arena.
int journal_private_resolve(struct archive *archive, struct arena *arena, const char *key,
			    const char **resolved, struct error *err) ERROR_CHECKED;

int journal_private_mark(struct archive *archive, struct arena *arena, const char *key,
			 const char *field, struct journal_mark *mark, struct error *err)
    ERROR_CHECKED;

// Inside a transaction: appends the event.
int journal_private_append(struct archive *archive, struct arena *arena,
			   const struct journal_event *event, struct error *err) ERROR_CHECKED;

// Appends the event, sets the mark, brings the derived sets along. Inside a transaction.
int journal_private_write(struct archive *archive, struct arena *arena,
			  const struct journal_event *event, struct error *err) ERROR_CHECKED;

int journal_private_device(struct archive *archive, struct arena *arena, const char **device,
			   struct error *err) ERROR_CHECKED;

int journal_private_new_step(struct archive *archive, const char *origin, const char *state,
			     int64_t *step, struct error *err) ERROR_CHECKED;

int journal_private_set_step(struct archive *archive, int64_t step, const char *state,
			     struct error *err) ERROR_CHECKED;

#endif
