// SPDX-License-Identifier: GPL-3.0-or-later
// Marks from the reader's side: shown at once, sent to the marks thread, taken back when it fails.
#ifndef TUI_MARKING_H
#define TUI_MARKING_H

#include <stdbool.h>

#include "shoroku/base/words.h"
#include "tui/session.h"

// While one is in the list these are about the selected papers, where there are any; else about the one
// the cursor is on. Each is one step.
void marking_toggle_read(struct session *session);
void marking_toggle_favourite(struct session *session);
void marking_rate(struct session *session, int rating); // 0 takes it away
void marking_apply(struct session *session, const struct journal_change *changes, size_t count);
void marking_dismiss_warnings(struct session *session);	  // of the open paper
void marking_read_day(struct session *session);		  // all papers of the view, one step
void marking_read_automatically(struct session *session); // the open paper, no undo step
// The open paper is about to be left: marks it read if it was read to its end.
void marking_leave_paper(struct session *session);
// The open paper is read and, where `field` is not NULL, marked with it: one step.
void marking_decide(struct session *session, const char *field);
void marking_edit_note(struct session *session); // of the open paper; the terminal is the editor's
void marking_undo(struct session *session);
void marking_redo(struct session *session);

// "+a -b c": gives a and c, takes b away, one step. Reports which byte is wrong.
int marking_tag(struct session *session, const char *text, size_t *failed_at, struct error *err)
    ERROR_CHECKED;

// The changes of words such as "+a"; their keys are NULL. Reports which byte is wrong.
int marking_read_tags(struct arena *arena, const struct word *words, size_t count,
		      struct journal_change *changes, size_t *failed_at, struct error *err)
    ERROR_CHECKED;

// The same changes of all papers a query finds, of more than a thousand only where `many`.
void marking_query(struct session *session, const char *query, bool many,
		   const struct journal_change *changes, size_t count);
void marking_rename(struct session *session, const char *from, const char *to); // a tag
void marking_restore(struct session *session, int64_t step); // see archive/history.h

// Takes what the marks thread answered; true when something on the screen may have changed.
bool marking_collect(struct session *session);

#endif
