// SPDX-License-Identifier: GPL-3.0-or-later
// The state of the view of a paper, which its files share.
#ifndef TUI_PAPER_STATE_H
#define TUI_PAPER_STATE_H

#include "tui/document-foot.h"
#include "tui/session.h"

struct paper_state {
	struct document document;
	struct document_layout layout; // that the document was built for
	bool built;
	int64_t paper;		      // id of the entry shown
	struct document_place anchor; // what the top line shows, whatever the layout
	size_t top;
	size_t hit; // the line last gone to by n or N
	int page;
};

#endif
