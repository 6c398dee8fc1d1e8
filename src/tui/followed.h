// SPDX-License-Identifier: GPL-3.0-or-later
// Authors the user follows: those whose papers are a saved search, as the author view makes it.
#ifndef TUI_FOLLOWED_H
#define TUI_FOLLOWED_H

#include <stdbool.h>

#include "shoroku/base/strbuf.h"
#include "shoroku/model/paper.h"
#include "tui/canvas.h"

struct session;

bool followed_has(const struct session *session, const struct paper *paper); // any of its authors

// Appends the names of those of the paper's authors, separated by commas. False where there are none.
bool followed_append(const struct session *session, const struct paper *paper, struct strbuf *out);

// "◆ Ada Example  " from that column on, no further than `right`. Returns the column after it, `left` where
// none of the authors is followed.
int followed_draw(const struct session *session, const struct pane *pane, int row, int left,
		  int right, const struct paper *paper);

#endif
