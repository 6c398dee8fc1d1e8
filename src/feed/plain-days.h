// SPDX-License-Identifier: GPL-3.0-or-later
// A day in plain paragraphs, as SummarXiv's text is: nothing but blank lines tells its parts apart.
//
// * The day's heading is the first of the first blocks that holds a date.
// * A label opens a section: alone in its block, on the first line of it, or before a colon. The
//   section's text is everything up to the next label or the next paper.
// * A paper's title, its authors and its links stand, in this order, directly before its first
//   label. A list of names is told by its look; without one the paper has no authors. Before the
//   first paper's label two blocks alone are title and authors whatever they look like.
// * A label begins a new paper when the current one already has that section and a title stands
//   before the label, or when a title and a list of authors do.
// * A heading and nothing else is a day without papers.
#ifndef FEED_PLAIN_DAYS_H
#define FEED_PLAIN_DAYS_H

#include "shoroku/base/arena.h"
#include "shoroku/base/error.h"
#include "shoroku/feed/blocks.h"
#include "shoroku/feed/labels.h"
#include "shoroku/model/paper.h"

// Everything in the digest lives in `arena`. `name` is the input's, for messages.
int plain_days_read(struct arena *arena, const char *name, const struct labels *labels,
		    const struct blocks *blocks, struct digest *digest, struct error *err)
    ERROR_CHECKED;

#endif
