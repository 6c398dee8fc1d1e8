// SPDX-License-Identifier: GPL-3.0-or-later
// Saved searches, tags and sources drawn below the days, each kind under a heading with how many more
// there are than have room. Where all have no room each kind gets its share of the rows.
#ifndef TUI_SAVED_COLUMN_H
#define TUI_SAVED_COLUMN_H

#include "tui/list.h"
#include "tui/session.h"

struct saved_column_part {
	size_t top; // the first item shown
	int row;    // where it was drawn in the pane
	int rows;   // of items; 0: it is not shown
};

struct saved_column {
	struct saved_column_part parts[SAVED_KINDS];
};

// Draws them at the bottom of the pane, with the cursor on the list's selected item where they have the
// keys; returns the rows left for the days.
int saved_column_draw(struct saved_column *column, struct session *session, struct list *list,
		      const struct pane *pane, bool focused);

// The item drawn at that row; the number of items where there is none.
size_t saved_column_at(const struct saved_column *column, const struct saved_list *saved, int row);

#endif
