// SPDX-License-Identifier: GPL-3.0-or-later
// From sources to the archive: which days are due, asking for them, storing what came.
//
// No thread of its own. What came is stored a few days at a time, each day whole or not at all and with
// it what is known of the fetch, so that whatever ends a run, the next goes on from there.
#ifndef SHOROKU_WORK_FETCH_H
#define SHOROKU_WORK_FETCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shoroku/archive/archive.h"
#include "shoroku/base/date.h"
#include "shoroku/base/error.h"
#include "shoroku/feed/labels.h"
#include "shoroku/model/day-state.h"
#include "shoroku/net/http.h"
#include "shoroku/work/sources.h"

// Of a source that was never fetched and has no day in the archive: so many days, today the last.
#define FETCH_FIRST_DAYS 7

// Before a source is asked: what will be.
struct fetch_plan {
	const char *source;
	size_t requests; // of days; 1 for a page that is asked for as a whole
	date_day first;	 // of the days; DATE_NONE: a page
	date_day last;
	int64_t at_least_ms; // what the spacing of its host's requests alone will take
};

struct fetch_progress {
	const char *source; // the one that is being asked, or was last
	size_t done;	    // answers and stored days of this source …
	size_t total;	    // … of so many
	size_t all_done;    // of all sources
	size_t all_total;   // grows where a page tells of more to ask for
	size_t papers;	    // that came so far
	uint64_t bytes;	    // likewise
	int64_t elapsed_ms;
	int64_t left_ms; // by what is left and how it went so far; -1: not known yet
};

// What came of a day, or of a page as a whole.
struct fetch_news {
	const char *source;
	date_day date; // DATE_NONE: of a page that gave no day
	enum day_answer answer;
	enum day_state state; // that is shown of the day now
	size_t papers;	      // in the page
	bool revised;	      // DAY_TEXT: in place of another text
	const char *reason;   // a sentence for what failed, or NULL
};

struct fetch_totals {
	size_t sources;
	size_t requests;
	size_t texts;	 // days that came new or revised
	size_t same;	 // days that are what they were
	size_t poorer;	 // or empty: kept beside the day's text
	size_t missing;	 // not published, absent
	size_t failed;	 // unreadable, unreachable
	size_t papers;	 // in `texts`
	size_t not_done; // cancelled before
	uint64_t bytes;
	struct error first_failure; // of `failed`; its kind is ERROR_NONE where there was none
};

// Lets another thread end the waiting of a run so that `cancelled` is asked at once.
struct fetch_control;
struct fetch_control *fetch_control_new(void);
void fetch_control_free(struct fetch_control *control); // after the run; NULL is fine
void fetch_wake(struct fetch_control *control);		// from any thread, at any time

struct fetch_options {
	const struct sources *sources;
	const char *const *names; // of sources, presets too; ERROR_NOT_FOUND for an unknown one
	size_t name_count;	  // 0: all configured
	date_day since;		  // DATE_NONE: not said
	date_day until;		  // likewise
	int days;		  // the last so many, today included; 0: not said
	date_day today;
	bool again; // ask for days that are settled, too
	const struct labels *labels;
	const struct http_options *http; // NULL: the defaults
	struct fetch_control *control;	 // NULL: none
	int64_t (*now)(void *context);	 // wall clock, ms since the epoch; NULL: clock_now_ms()
	// Called on the thread of fetch_run(); each may be NULL. Progress comes with every answer.
	void (*planned)(void *context, const struct fetch_plan *plan);
	void (*progress)(void *context, const struct fetch_progress *progress);
	void (*told)(void *context, const struct fetch_news *news);
	bool (*cancelled)(void *context); // asked several times a second
	void *context;
};

// Asks for today, every missing day since the last complete one and days that are not settled; with
// `since`, `until` or `days` for those of the range alone that are missing or not settled. A day or a
// source that fails stops no other. When it is cancelled, what came whole is stored and the rest left.
// Returns -1 only for what stops everything: an unknown name, no sources (ERROR_NOT_FOUND), a full disk, a
// locked archive. `archive` is open for ARCHIVE_IMPORT.
int fetch_run(struct archive *archive, const struct fetch_options *options,
	      struct fetch_totals *totals, struct error *err) ERROR_CHECKED;

#endif
