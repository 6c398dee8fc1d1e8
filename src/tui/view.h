// SPDX-License-Identifier: GPL-3.0-or-later
// A view is a const row of functions and its private state; what a key can do in it stands in
// tables of actions. Handlers only report what should happen: the frame draws, moves and quits.
#ifndef TUI_VIEW_H
#define TUI_VIEW_H

#include <stdbool.h>
#include <stddef.h>

#include "tui/canvas.h"
#include "tui/key.h"

struct session;

// What a handler wants; a set of bits.
enum reaction {
	REACT_NOTHING = 0,
	REACT_REDRAW = 1 << 0,
	REACT_MOVED = 1 << 1, // the selection changed: ops->moved() follows
	REACT_OPEN = 1 << 2,  // the next view of days → papers → paper
	REACT_BACK = 1 << 3,
	REACT_QUIT = 1 << 4,
	REACT_PUSH = 1 << 5, // a view over the others: session_push() says which
	REACT_SUSPEND = 1 << 6,
	REACT_REPAINT = 1 << 7, // the whole screen, it may have been overwritten
	REACT_PAPERS = 1 << 8,	// close what lies over the lists and show the papers
	REACT_PAPER = 1 << 9,	// likewise the paper
};

// One row serves dispatch, the hint line, the help view, rebinding by name, completion, and a test
// against the manual page.
struct action {
	const char *name;
	const char *keys; // default keys by name, separated by blanks
	const char *help; // marked with N_()
	const char *hint; // short, for the hint line; NULL: not shown there
	bool (*needs)(const struct session *session); // NULL: always possible
	unsigned (*run)(struct session *session, void *state);
};

struct action_table {
	const char *name; // the VIEW of `bind VIEW KEY ACTION`
	const struct action *rows;
	size_t count;
};

struct view_ops {
	const char *title; // marked with N_(), for the help view
	// Searched in this order; NULL ends them. Their handlers get the view's state.
	const struct action_table *const *tables;
	void *(*start)(struct session *session);
	void (*release)(void *state);
	void (*draw)(struct session *session, void *state, const struct pane *pane, bool focused);
	void (*moved)(struct session *session, void *state);	// NULL: nothing to do
	void (*reloaded)(struct session *session, void *state); // the browser has new data
	void (*left)(struct session *session, void *state);	// the focus goes elsewhere
	unsigned (*click)(struct session *session, void *state, int row, int column);
	// Up is −1; with REACT_NOTHING it is as if the arrow keys had been pressed.
	unsigned (*wheel)(struct session *session, void *state, int row, int column, int direction);
	void (*status)(const struct session *session, struct strbuf *out); // behind the title
};

#endif
