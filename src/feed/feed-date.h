// SPDX-License-Identifier: GPL-3.0-or-later
// Dates as machines write them into feeds and mails. The civil date printed is the date; no time zone
// takes part.
#ifndef FEED_FEED_DATE_H
#define FEED_FEED_DATE_H

#include "shoroku/base/arena.h"
#include "shoroku/base/date.h"

// RFC 3339 and ISO 8601 ("2025-09-24", "2025-09-24T10:00:00Z"), RFC 822 with years of two or four
// digits ("Wed, 24 Sep 2025 00:00:00 -0400"), asctime ("Tue Dec  1 01:06:05 MET 1992"). else
// whatever date_find() finds in a short text. DATE_NONE where there is no whole date.
date_day feed_date(const char *text);

// The same as "2025-09-24" in the arena; NULL where there is none.
const char *feed_date_text(struct arena *arena, const char *text);

#endif
