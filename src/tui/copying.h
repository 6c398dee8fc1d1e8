// SPDX-License-Identifier: GPL-3.0-or-later
// Links and references to the clipboard: of the selected papers, else of the open one. What was copied, or why
// nothing was, is said.
#ifndef TUI_COPYING_H
#define TUI_COPYING_H

struct session;

// Terminals forget what is longer, so it is refused: so many bytes make 100,000 signs of base64.
#define COPYING_MOST_BYTES ((size_t)74994)

void copying_links(struct session *session); // a link a line
void copying_bibtex(struct session *session);

#endif
