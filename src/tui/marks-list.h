// SPDX-License-Identifier: GPL-3.0-or-later
// A list of what the marks are or were, in the views of tags and of the history: loaded again when the
// archive was, while the cursor stays; what was marked last can be undone from it.
#ifndef TUI_MARKS_LIST_H
#define TUI_MARKS_LIST_H

#include "tui/list.h"
#include "tui/session.h"

// Stands first in the state of such a view.
struct marks_list {
	struct list list;   // first: list actions move it
	struct arena arena; // of what is listed
	size_t reloads;	    // session->reloads when it was loaded
};

// Zeroed, `size` bytes that begin with a marks_list; for release() of the view.
void *marks_list_new(size_t size);
void marks_list_free(void *state);

// To be called before loading; what was in the arena is gone.
void marks_list_begin(struct marks_list *marks, const struct session *session);
bool marks_list_is_old(const struct marks_list *marks, const struct session *session);

// Handlers of actions.
unsigned marks_list_undo(struct session *session, void *state);
unsigned marks_list_redo(struct session *session, void *state);
unsigned marks_list_leave(struct session *session, void *state);

#endif
