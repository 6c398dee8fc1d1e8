// SPDX-License-Identifier: GPL-3.0-or-later
// Markdown digests, a day or a paper a file, with or without front matter.
#ifndef FEED_MARKDOWN_READER_H
#define FEED_MARKDOWN_READER_H

#include "feed/reader.h"

extern const struct reader markdown_reader;

#endif
