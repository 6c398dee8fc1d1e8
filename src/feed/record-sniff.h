// SPDX-License-Identifier: GPL-3.0-or-later
// Tells shoroku's own JSON Lines from those of other makers.
#ifndef FEED_RECORD_SNIFF_H
#define FEED_RECORD_SNIFF_H

#include <stdbool.h>
#include <stddef.h>

// Whether text begins with one of our records, as far as it is there: an object with a date, a title, and
// one of the names that only ours have beside them.
bool record_sniff_likes(const char *text, size_t length);

#endif
