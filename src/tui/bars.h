// SPDX-License-Identifier: GPL-3.0-or-later
// The line at the top that says where one is, and the line at the bottom: a prompt, a message, or
// the keys that do something here and now.
#ifndef TUI_BARS_H
#define TUI_BARS_H

#include "tui/frame.h"

void bars_draw_status(struct frame *frame, const struct pane *screen);
void bars_draw_bottom(struct frame *frame, const struct pane *screen);

#endif
