// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of the days and pages that were fetched: a row a source and day, written in the
// transaction that stores what came (store_digests), so that neither is there without the other.
#ifndef SHOROKU_ARCHIVE_FETCHED_H
#define SHOROKU_ARCHIVE_FETCHED_H

#include <stddef.h>
#include <stdint.h>

#include "shoroku/archive/load.h"
#include "shoroku/model/day-state.h"

struct fetched {
	date_day date;		   // DATE_NONE: a page as a whole, which tells its days itself
	struct day_record record;  // a page has a text once it has told something
	const char *url;	   // that was asked last
	const char *etag;	   // of the latest answer that was understood; NULL: none
	const char *last_modified; // likewise
	const char *hash;	   // of what that answer said; NULL: there was none
	const char *reason;	   // a sentence about the trouble, or NULL
};

struct fetched_list {
	struct fetched *items; // the oldest day first, a page before all days
	size_t count;
};

// All that is known of a source's days, those of its digests that were never fetched among them.
int fetched_load(struct archive *archive, struct arena *arena, const char *source,
		 struct fetched_list *list, struct error *err) ERROR_CHECKED;

// An answer to be noted. What it points to is borrowed.
struct fetched_answer {
	const char *source;
	date_day date; // as of struct fetched
	date_day today;
	int64_t now;
	const struct fetched *before; // as loaded; a day that was not in the list: its date alone
	const char *url;
	const char *etag;
	const char *last_modified;
	const char *reason;
	const char *hash; // of what an answer without a digest said; NULL: nothing
	// Given for an answer without a digest, else set: what storing it came to.
	enum day_answer answer;
	struct day_record after; // set
	bool written;		 // set: the archive was changed
};

// Whether a digest of the source of an earlier day has the paper.
int fetched_has_before(struct archive *archive, const char *source, date_day date, const char *key,
		       bool *has, struct error *err) ERROR_CHECKED;

// The days of the range that were fetched and are without a digest, newest first.
int fetched_empty_days(struct archive *archive, struct arena *arena, struct date_range range,
		       struct load_days *days, struct error *err) ERROR_CHECKED;

#endif
