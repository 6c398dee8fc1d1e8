// SPDX-License-Identifier: GPL-3.0-or-later
// HTML to blocks, by libxml2's push parser: no tree, no network, no entities of the document's own.
#ifndef FEED_HTML_BLOCKS_H
#define FEED_HTML_BLOCKS_H

#include "feed/builder.h"

// A whole page or a piece of one, in UTF-8, appended to the builder's blocks. `name` is the input's,
// for messages. ERROR_DATA for what the guard refuses and for elements hundreds deep.
int html_blocks_read(struct block_builder *builder, const char *name, const char *html,
		     size_t length, struct error *err) ERROR_CHECKED;

#endif
