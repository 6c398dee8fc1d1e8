// SPDX-License-Identifier: GPL-3.0-or-later
// A list with a cursor. It stands first in the state of every view that is a list, so that the
// actions of list_action_table can move it.
#ifndef TUI_LIST_H
#define TUI_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "tui/canvas.h"

struct list {
	size_t count;
	size_t selected;
	size_t top;    // the first item shown
	int page;      // rows it was last drawn in
	int columns;   // likewise
	int item_rows; // rows of one item, for paging
};

// What draws one item; returns the rows it took (≥ 1). With a pane of no rows it only measures. The
// hardware cursor is on its first row by then, from where it may be taken elsewhere.
typedef int list_item_drawer(void *context, size_t index, const struct pane *pane, bool selected);

// Draws the items from `top` on, after moving it so that the selected one is seen whole and no room is
// left below the last one, and puts
// the hardware cursor on it when focused.
void list_draw(struct list *list, const struct pane *pane, bool focused, list_item_drawer *draw,
	       void *context);

// There are other items now: the selected one stays in its row of the screen, as far as there are so many.
void list_follow(struct list *list, size_t count, size_t selected);

// The item drawn at that row, or `count` where there is none.
size_t list_item_at(const struct list *list, int row, list_item_drawer *draw, void *context,
		    struct canvas *canvas);

#endif
