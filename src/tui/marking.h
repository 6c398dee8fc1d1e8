// SPDX-License-Identifier: GPL-3.0-or-later
// Marks from the reader's side: shown at once, sent to the marks thread, taken back when it fails.
#ifndef TUI_MARKING_H
#define TUI_MARKING_H

#include <stdbool.h>

#include "tui/session.h"

void marking_toggle_read(struct session *session);
void marking_toggle_favourite(struct session *session);
void marking_read_day(struct session *session);		  // all papers of the view, one step
void marking_read_automatically(struct session *session); // the open paper, no undo step
// The open paper is about to be left: marks it read if it was read to its end.
void marking_leave_paper(struct session *session);
// The open paper is read and, where `field` is not NULL, marked with it: one step.
void marking_decide(struct session *session, const char *field);
void marking_undo(struct session *session);
void marking_redo(struct session *session);

// "+a -b c": gives a and c, takes b away, one step. Reports which byte is wrong.
int marking_tag(struct session *session, const char *text, size_t *failed_at, struct error *err)
    ERROR_CHECKED;

// Takes what the marks thread answered; true when something on the screen may have changed.
bool marking_collect(struct session *session);

#endif
