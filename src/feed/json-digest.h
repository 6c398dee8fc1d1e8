// SPDX-License-Identifier: GPL-3.0-or-later
// Digests of other makers as JSON or JSON Lines: whatever has titles, by the names in json-field.h.
#ifndef FEED_JSON_DIGEST_H
#define FEED_JSON_DIGEST_H

#include "feed/reader.h"

// Papers are objects with a title, in an array at the top or under a well-known name; dates stand beside
// the array, in its papers, or are the names of arrays. One digest a date; papers without any are left
// to the path, or to when they were published.
extern const struct reader json_digest_reader;

#endif
