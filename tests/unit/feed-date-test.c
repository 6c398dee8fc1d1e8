// SPDX-License-Identifier: GPL-3.0-or-later
// Dates in feeds and mails, and files of arXiv's that are told apart.
#include "feed/feed-date.h"

#include "tap.h"

static const struct {
	const char *text;
	const char *date; // NULL: none
} dates[] = {
    {"2025-09-24", "2025-09-24"},
    {" 2025-09-24T23:59:59-12:00", "2025-09-24"},
    {"2025-09-24 10:00", "2025-09-24"},
    {"Wed, 24 Sep 2025 00:00:00 -0400", "2025-09-24"},
    {"24 Sep 2025", "2025-09-24"},
    {"Wed, 24 September 25 00:00:00 GMT", "2025-09-24"},
    {"Wed, 8 Sep 93 00:00:00 GMT", "1993-09-08"},
    {"Tue Dec  1 01:06:05 MET 1992.", "1992-12-01"},
    {"2025/09/24 10:00", "2025-09-24"},
    {"2025年9月24日", "2025-09-24"},
    {"2025", NULL},
    {"2025-09", NULL},
    {"2025-02-30", NULL},
    {"2025-09-240", NULL},
    {"31 Feb 2025", NULL},
    {"next week", NULL},
    {"", NULL},
};

int
main(void)
{
	struct arena arena;

	arena_init(&arena);
	for (size_t i = 0; i < sizeof(dates) / sizeof(*dates); i++)
		tap_is_str(feed_date_text(&arena, dates[i].text), dates[i].date, dates[i].text);
	arena_release(&arena);
	return tap_done();
}
