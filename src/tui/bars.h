// SPDX-License-Identifier: GPL-3.0-or-later
// The line at the top that says where one is, and the line at the bottom: a prompt, a message, or
// the keys that do something here and now.
#ifndef TUI_BARS_H
#define TUI_BARS_H

#include "tui/canvas.h"
#include "tui/view.h"

// `title` is that of a view lying over the panes; NULL: the day's line.
void bars_draw_status(const struct session *session, const struct pane *screen, const char *title);

// `tables` are those of the view that has the keys, `place` where one is in the paper ("" for none).
void bars_draw_bottom(const struct session *session, const struct pane *screen,
		      const struct action_table *const *tables, const char *place);

#endif
