// SPDX-License-Identifier: GPL-3.0-or-later
// JSON Feed 1.0 and 1.1 (jsonfeed.org).
#ifndef FEED_JSON_FEED_H
#define FEED_JSON_FEED_H

#include "feed/reader.h"

// The format gives a feed no date: one digest at that of its newest item.
extern const struct reader json_feed_reader;

#endif
