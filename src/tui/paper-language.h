// SPDX-License-Identifier: GPL-3.0-or-later
// The open paper in another of its languages.
#ifndef TUI_PAPER_LANGUAGE_H
#define TUI_PAPER_LANGUAGE_H

#include <stdbool.h>

struct session;

bool paper_language_has_other(const struct session *session);

// The action of the paper view: the same section in the next language.
unsigned paper_language_switch(struct session *session, void *state);

#endif
