// SPDX-License-Identifier: GPL-3.0-or-later
// What was typed before, to be gone back to with the arrows; kept between runs.
#ifndef TUI_RECALL_H
#define TUI_RECALL_H

#include <stdbool.h>

#include "shoroku/base/strbuf.h"

#define RECALL_MOST 100

struct session;

struct recall {
	const char *state; // the name it is kept under
	bool loaded;
	struct strbuf lines; // the newest first, an LF after each
};

void recall_init(struct recall *recall, const char *state);
void recall_release(struct recall *recall);

// Puts the text at the front, once.
void recall_add(struct session *session, struct recall *recall, const char *text);

// Appends the text typed `back` times ago, 1 the last one; false where there is none.
bool recall_get(struct session *session, struct recall *recall, size_t back, struct strbuf *out);

#endif
