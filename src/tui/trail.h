// SPDX-License-Identifier: GPL-3.0-or-later
// The way back from a related paper to the one it was opened from: its place in the text, and the list it
// was in.
#ifndef TUI_TRAIL_H
#define TUI_TRAIL_H

#include <stdbool.h>
#include <stdint.h>

#include "shoroku/base/vec.h"
#include "tui/document.h"

struct session;

struct trail_step {
	int64_t from;	 // the chosen entry of the list one was in
	int64_t instead; // what was open in its place, see struct browser
	int64_t instead_of;
	struct document_place top;
	int64_t item; // the paper at the foot one went to
	// The query the list was of; `search` NULL: a day.
	char *search;
	char *query;
	bool saved;
	bool sorted;
	bool from_search;
	int64_t came_from;
};

struct trail {
	VEC(struct trail_step) steps; // the last one leads to the open paper
};

void trail_clear(struct trail *trail);
void trail_release(struct trail *trail);

// Opens an entry that the foot of the open paper names. False where it cannot be, which is said.
bool trail_follow(struct session *session, struct document_place top, int64_t entry);

// Back to where the open paper was followed from; *step is then the place there, and its strings are gone.
// False where it was not come to by trail_follow(), or one has gone on from it: then nothing leads back.
bool trail_return(struct session *session, struct trail_step *step);

#endif
