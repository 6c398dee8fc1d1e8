// SPDX-License-Identifier: GPL-3.0-or-later
// Plain text: paragraphs stand between blank lines and keep their line ends. Takes any text.
#ifndef FEED_TEXT_READER_H
#define FEED_TEXT_READER_H

#include "feed/reader.h"

extern const struct reader text_reader;

#endif
