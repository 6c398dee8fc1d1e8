// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the last search in the lines of a paper, also where a line's end cuts them in two.
#ifndef TUI_PAPER_HITS_H
#define TUI_PAPER_HITS_H

#include "tui/document.h"
#include "tui/hit-text.h"

// Where they stand in the text a line is part of, kept for the lines after it.
struct paper_hits {
	const char *text;
	struct highlight_spans spans;
};

void paper_hits_release(struct paper_hits *hits); // after {0} too

// Draws the line's text at (row, column), `cells` wide; returns the column after it.
int paper_hits_put(struct paper_hits *hits, const struct highlight *highlight,
		   const struct document_line *line, const struct pane *pane, int row, int column,
		   int cells);

// Whether the one line of authors hides a name that was searched for.
bool paper_hits_hide(const struct highlight *highlight, const struct paper *paper, int cells,
		     enum width_ambiguous ambiguous);

#define PAPER_HITS_START ((size_t)-1) // the line before the first

// The next line (direction 1) or the one before (−1) from `line` on, that one left out, with a hit
// that begins in it; the number of lines where there is none.
size_t paper_hits_next(const struct document *document, const struct highlight *highlight,
		       size_t line, int direction);

#endif
