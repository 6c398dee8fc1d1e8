// SPDX-License-Identifier: GPL-3.0-or-later
// The rating and the tags of a paper on one line.
#ifndef TUI_TAG_LINE_H
#define TUI_TAG_LINE_H

#include "shoroku/model/paper.h"
#include "tui/canvas.h"
#include "tui/style.h"

// The cells they take; 0 where there are none.
int tag_line_cells(const struct pane *pane, const struct marks *marks);

// Each tag in its own colour, between the columns. What does not fit is cut.
void tag_line_draw(const struct style_theme *theme, const struct pane *pane, int row, int column,
		   int end, const struct marks *marks);

#endif
