// SPDX-License-Identifier: GPL-3.0-or-later
// Markdown (CommonMark with tables, by md4c) to blocks. HTML in it goes through the HTML reader.
#ifndef FEED_MARKDOWN_BLOCKS_H
#define FEED_MARKDOWN_BLOCKS_H

#include "feed/builder.h"

// Without front matter, in UTF-8, appended to the builder's blocks. Lines of formulas ($…$) are kept
// as written.
int markdown_blocks_read(struct block_builder *builder, const char *name, const char *text,
			 size_t length, struct error *err) ERROR_CHECKED;

#endif
