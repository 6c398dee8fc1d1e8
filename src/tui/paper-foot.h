// SPDX-License-Identifier: GPL-3.0-or-later
// The foot of the paper that is read: asked for when one comes near it, gone to, chosen from, opened.
#ifndef TUI_PAPER_FOOT_H
#define TUI_PAPER_FOOT_H

#include "tui/paper-state.h"

// Adds what is known to the document just built. Where it fails, that is said.
void paper_foot_add(struct session *session, struct paper_state *state);

// Asks for what stands there where it is on the screen, or the next page shows it.
void paper_foot_want(struct session *session, const struct paper_state *state);

// Goes there where somebody waits for that; after the document was laid out.
void paper_foot_arrive(struct session *session, struct paper_state *state);

// The chosen paper is not left behind when the screen changes; or is let go, where one scrolls away.
void paper_foot_follow(const struct session *session, struct paper_state *state);
void paper_foot_let_go(struct session *session, const struct paper_state *state);

// Chooses the next (1) or the former (−1) paper. False where one should scroll instead.
bool paper_foot_step(struct session *session, struct paper_state *state, int direction);

// Draws one of its lines; a row that has the cursor gets the hardware's, where focused.
void paper_foot_draw(const struct session *session, const struct paper_state *state,
		     const struct pane *pane, int row, int margin, size_t line, bool focused);

// Need of an action, and handlers.
bool paper_foot_has_chosen(const struct session *session);
unsigned paper_foot_go(struct session *session, void *item);
unsigned paper_foot_open(struct session *session, void *item);

// A click chooses a paper; where it is chosen already it opens it.
unsigned paper_foot_click(struct session *session, void *item, int row, int column);

// Back to the paper the open one was opened from; false where it was not.
bool paper_foot_return(struct session *session, struct paper_state *state);

#endif
