// SPDX-License-Identifier: GPL-3.0-or-later
// The marks thread: owns the writing connection of user.db, commits one transaction a user's step
// and says what came of it. The reader shows a mark before it is committed and takes it back
// when the answer is an error.
#ifndef SHOROKU_WORK_MARKER_H
#define SHOROKU_WORK_MARKER_H

#include <stdbool.h>
#include <stddef.h>

#include "shoroku/archive/journal.h"
#include "shoroku/base/date.h"

struct marker;

enum marker_request {
	MARKER_APPLY,
	MARKER_QUERY,
	MARKER_UNDO,
	MARKER_REDO,
	MARKER_RENAME,
	MARKER_RESTORE,
	MARKER_SAVE
};

// What came of one request, in the order they were sent.
struct marker_event {
	enum marker_request request;
	enum journal_origin origin; // of MARKER_APPLY
	bool failed;
	struct error error; // where it failed
	int changed;
	int papers; // see archive/journal.h
	int left;
	char *field; // of the first change, or NULL
	char *key;
	char *value; // NULL: taken away
};

// NULL where no thread could be made. `wake_fd` as for worker_start().
struct marker *marker_start(const char *data_dir, int wake_fd);

// The changes are copied. All of them are one step.
void marker_apply(struct marker *marker, const struct journal_change *changes, size_t count,
		  enum journal_origin origin);
// The same changes of every entry's paper, one step of the user's; their keys are ignored. Entries that are
// gone are left out.
void marker_apply_entries(struct marker *marker, const int64_t *entries, size_t entry_count,
			  const struct journal_change *changes, size_t count);
// The same changes of every paper the query finds, see archive/selection.h; their keys are ignored. More
// papers than usual are an error unless `many`.
void marker_apply_query(struct marker *marker, const char *query, date_day today, bool many,
			const struct journal_change *changes, size_t count);

void marker_rename(struct marker *marker, const char *from, const char *to); // a tag
void marker_restore(struct marker *marker, int64_t step); // see archive/history.h
void marker_undo(struct marker *marker);
void marker_redo(struct marker *marker);
void marker_keep_state(struct marker *marker, const char *name, const char *value); // no event

// Keeps a search under a name, NULL as `query` removes it.
void marker_save(struct marker *marker, const char *name, const char *query);

void marker_repair(struct marker *marker); // brings the derived sets up to date; no event

// The next event, or NULL; the caller frees it with marker_event_free().
struct marker_event *marker_take(struct marker *marker);
void marker_event_free(struct marker_event *event);

// Commits what was sent and ends the thread.
void marker_join(struct marker *marker);

#endif
