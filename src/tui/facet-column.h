// SPDX-License-Identifier: GPL-3.0-or-later
// The years, tags, authors and sources of the hits, in a column beside them.
#ifndef TUI_FACET_COLUMN_H
#define TUI_FACET_COLUMN_H

#include "shoroku/archive/facets.h"
#include "shoroku/base/vec.h"
#include "tui/canvas.h"
#include "tui/list.h"

struct facet_row {
	enum narrow_facet facet;
	size_t value; // index among the facet's
	bool first;   // of its facet
	bool last;    // likewise, with another facet below
};

struct facet_column {
	VEC(struct facet_row) rows; // each facet's most important values, as many as fit
	// What the cursor is on, so that it stays there when other facets come.
	enum narrow_facet facet;
	struct strbuf value;
};

void facet_column_init(struct facet_column *column);
void facet_column_release(struct facet_column *column);

// Lays the facets out for so many rows of the screen and brings the list, whose items are the rows,
// in line with it.
void facet_column_lay_out(struct facet_column *column, struct list *list,
			  const struct facets *facets, int rows);

// The cursor of the list was moved.
void facet_column_moved(struct facet_column *column, const struct list *list,
			const struct facets *facets);

// Of the facets laid out last.
void facet_column_draw(const struct facet_column *column, struct list *list,
		       const struct facets *facets, const struct pane *pane, bool focused);

// The row drawn at that line of the pane; the list's count where there is none.
size_t facet_column_row_at(const struct facet_column *column, const struct list *list, int line);

#endif
