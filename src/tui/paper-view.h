// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TUI_PAPER_VIEW_H
#define TUI_PAPER_VIEW_H

#include <stdint.h>

#include "tui/session.h"

// Appends "2/3 42%": which paper of the day, and how much of it was scrolled through.
void paper_view_place(const struct session *session, const void *state, struct strbuf *out);

// Where the top of the shown paper is, to find it again after a restart.
struct document_place paper_view_top(const void *state);
void paper_view_set_top(void *state, int64_t paper, struct document_place place);

#endif
