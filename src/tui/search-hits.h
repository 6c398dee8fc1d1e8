// SPDX-License-Identifier: GPL-3.0-or-later
// The hits of a search as a list, newest first: title, date, authors, and a line of the text where it
// was found.
#ifndef TUI_SEARCH_HITS_H
#define TUI_SEARCH_HITS_H

#include "tui/list.h"

struct session;

// Draws what was found, or says that nothing was; the list is brought in line with it.
void search_hits_draw(struct session *session, struct list *list, const struct pane *pane,
		      bool focused);

// The hit drawn at that row; not less than the list's count where there is none.
size_t search_hits_at(const struct list *list, int row);

#endif
