// SPDX-License-Identifier: GPL-3.0-or-later
// Where one was reading, kept between runs.
#ifndef TUI_PLACE_H
#define TUI_PLACE_H

#include "tui/frame.h"

void place_restore(struct frame *frame);
void place_keep(struct frame *frame); // sent to the marks thread

#endif
