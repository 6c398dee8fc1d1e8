// SPDX-License-Identifier: GPL-3.0-or-later
// Text with the words that were searched for standing out.
#ifndef TUI_HIT_TEXT_H
#define TUI_HIT_TEXT_H

#include "shoroku/query/highlight.h"
#include "tui/canvas.h"

// As canvas_put() for the bytes [start, end) of the text the spans were found in.
int hit_text_put(const struct pane *pane, int row, int column, int cells, const char *text,
		 size_t start, size_t end, const struct highlight_spans *spans,
		 enum style_role role, bool bold);

// Likewise, but text that does not fit ends in an ellipsis at a cell boundary.
int hit_text_put_cut(const struct pane *pane, int row, int column, int cells, const char *text,
		     size_t start, size_t end, const struct highlight_spans *spans,
		     enum style_role role, bool bold);

#endif
