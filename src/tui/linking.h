// SPDX-License-Identifier: GPL-3.0-or-later
// The numbered links of the open paper.
#ifndef TUI_LINKING_H
#define TUI_LINKING_H

#include "shoroku/base/error.h"

struct session;

// Asks for the number; one digit opens the link at once.
void linking_ask(struct session *session);

// Opens the link of that number: a PDF as `p` does, all others in the browser. ERROR_USAGE where there is none.
int linking_open(struct session *session, const char *number, struct error *err) ERROR_CHECKED;

#endif
