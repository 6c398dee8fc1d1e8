// SPDX-License-Identifier: GPL-3.0-or-later
// The front matter of a Markdown file, as far as it is met: lines "key: value" between two lines "---".
// Values may be quoted, lists ("[a, b]" or lines "- a"), texts on the lines below ("|", ">"). Keys of
// maps in maps count by themselves.
#ifndef FEED_FRONT_MATTER_H
#define FEED_FRONT_MATTER_H

#include "shoroku/feed/blocks.h"

// Adds a BLOCK_META for each key with a value; a list's items stand one a line. Returns how many bytes
// the front matter takes, 0 where there is none.
size_t front_matter_read(struct blocks *blocks, const char *text, size_t length);

#endif
