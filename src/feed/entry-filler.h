// SPDX-License-Identifier: GPL-3.0-or-later
// A paper's blocks to an entry. The rules, as a reader would state them:
//
// * A label as a heading opens a section that ends at the next heading of its level or above; a heading
//   below it that is no label is a line of the text. A heading that is no label and stands in no
//   section opens a detail section of its own name. What stands open before the title ends at it.
// * A label before a colon, or alone on its line, opens a section too, but not in a list item of a
//   section that a heading has opened. A row of two cells is a label and its text.
// * Labels of authors, dates, tags, links and titles are no text: what follows fills these fields, on
//   the same line, or below it where the line is empty or ends in a colon.
// * A list of names directly under the title is the authors. A line of nothing but links or ids is no
//   text. A title in another script directly under the title is the original one.
// * Text under no label is a detail section where it stands.
// * Ids come from what is labelled so, from the title's link, from lines of links; from running text
//   only where the paper's blocks speak of one paper alone.
#ifndef FEED_ENTRY_FILLER_H
#define FEED_ENTRY_FILLER_H

#include "feed/outline.h"

enum filled {
	FILLED_NOTHING, // no paper
	FILLED_PROSE,	// text without authors, ids, links or labels: a paper only on a day's page
	FILLED_PAPER,
};

// Everything in the entry lives in `arena`. `path` may hold the title where the file does not; NULL:
// there is none.
enum filled entry_filler_fill(struct arena *arena, const struct blocks *blocks,
			      const struct labels *labels, const struct outline_paper *paper,
			      const char *path, struct entry *entry);

#endif
