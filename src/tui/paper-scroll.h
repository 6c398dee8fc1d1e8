// SPDX-License-Identifier: GPL-3.0-or-later
// Scrolling a paper. Below its text stands the foot, in which up and down choose a paper.
#ifndef TUI_PAPER_SCROLL_H
#define TUI_PAPER_SCROLL_H

#include "tui/paper-state.h"

// The greatest top there can be; and the top that shows the last line of the text, and no more than that.
size_t paper_scroll_last_top(const struct paper_state *state);
size_t paper_scroll_text_top(const struct paper_state *state);

// Whether the last line of the text is on the screen.
bool paper_scroll_shows_end(const struct paper_state *state);

void paper_scroll_to(struct paper_state *state, size_t line);

// Handlers of actions.
unsigned paper_scroll_down(struct session *session, void *item);
unsigned paper_scroll_up(struct session *session, void *item);
unsigned paper_scroll_line(struct session *session, void *item); // down, choosing nothing
unsigned paper_scroll_half_down(struct session *session, void *item);
unsigned paper_scroll_half_up(struct session *session, void *item);
unsigned paper_scroll_page_down(struct session *session, void *item);
unsigned paper_scroll_page_up(struct session *session, void *item);
unsigned paper_scroll_first(struct session *session, void *item);
unsigned paper_scroll_last(struct session *session, void *item); // of the text, then of all
unsigned paper_scroll_next_section(struct session *session, void *item);
unsigned paper_scroll_previous_section(struct session *session, void *item);

#endif
