// SPDX-License-Identifier: GPL-3.0-or-later
// Papers that are like parts of a page, each about one arXiv paper.
#ifndef FEED_OUTLINE_PARTS_H
#define FEED_OUTLINE_PARTS_H

#include "feed/outline.h"

// Adds them to the outline, with the day of the headings before them; false where there are none.
bool outline_parts_find(struct outline *outline, const struct blocks *blocks);

#endif
