// SPDX-License-Identifier: GPL-3.0-or-later
// The sources there are and those that are shipped, to be chosen from.
#ifndef TUI_SOURCES_VIEW_H
#define TUI_SOURCES_VIEW_H

#include <stdbool.h>

#include "tui/prompt.h"

struct session;

// Whether there is nothing to read and nowhere to get it from.
bool sources_view_is_wanted(const struct session *session);

// Begins to fetch all configured sources; without any, what this returns shows the view to choose one.
unsigned sources_view_fetch(struct session *session);

#endif
