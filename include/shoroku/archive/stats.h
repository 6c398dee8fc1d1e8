// SPDX-License-Identifier: GPL-3.0-or-later
// How much there is and how much was read: by time, source, tag and author.
#ifndef SHOROKU_ARCHIVE_STATS_H
#define SHOROKU_ARCHIVE_STATS_H

#include <stddef.h>

#include "shoroku/archive/archive.h"
#include "shoroku/base/arena.h"
#include "shoroku/base/date.h"

#define STATS_ENTRIES 20000 // the newest, of which authors are counted

enum stats_group {
	STATS_DAY,
	STATS_WEEK, // from Monday on
	STATS_MONTH,
	STATS_YEAR,
	STATS_SOURCE,
	STATS_TAG,
	STATS_AUTHOR,
	STATS_GROUPS
};

struct stats_row {
	const char *name; // "2025-09-24", "2025-09", "2025", or the source, the tag, the author
	date_day first;	  // of a period; else DATE_NONE
	size_t papers;	  // entries of digests dated in the period, or of the source, tag, author
	size_t read;	  // papers that became read in the period; of periods only
};

struct stats {
	// Periods the oldest first and without a gap (but of many thousands), others the most frequent first.
	struct stats_row *rows;
	size_t count;
	size_t papers; // of all rows of the range, for authors of those counted
	size_t read;   // papers that became read on a day of the range, by the user's clock
	int streak;    // days in a row with something read, up to today or yesterday
	int longest;   // such days in a row, in the range
};

// Of digests dated in the range. Lives in the arena.
int stats_count(struct archive *archive, struct arena *arena, enum stats_group group,
		struct date_range range, date_day today, struct stats *stats, struct error *err)
    ERROR_CHECKED;

const char *stats_group_name(enum stats_group group); // "day", "week", …

#endif
