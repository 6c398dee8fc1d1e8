// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of HTML: digests of a day, a paper a page.
#ifndef FEED_HTML_READER_H
#define FEED_HTML_READER_H

#include "feed/reader.h"

extern const struct reader html_reader;

#endif
