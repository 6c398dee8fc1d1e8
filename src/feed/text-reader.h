// SPDX-License-Identifier: GPL-3.0-or-later
// Plain text to blocks: paragraphs stand between blank lines and keep their line ends.
#ifndef FEED_TEXT_READER_H
#define FEED_TEXT_READER_H

#include "shoroku/base/error.h"
#include "shoroku/feed/blocks.h"

// Any line ends, with or without a byte order mark, in any normal form. What is not UTF-8 is
// refused with the offset of the first bad byte.
int text_reader_read(struct blocks *blocks, const char *name, const char *bytes, size_t length,
		     struct error *err) ERROR_CHECKED;

#endif
