// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TUI_RAW_VIEW_H
#define TUI_RAW_VIEW_H

struct session;

// Asks for the input the open paper was read from over the other views, as session_push() does; where none
// is kept that is said.
unsigned raw_view_open(struct session *session);

#endif
