// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of a day of a source that is fetched, and what an answer makes of it. Pure: the record,
// the answer, the wall clock and today go in, the record comes out.
//
// An answer is *settled* when two fetches at least six hours apart agree on it. A text that is there is
// never given up: what is poorer, empty, unreadable or gone later is noted beside it.
#ifndef SHOROKU_MODEL_DAY_STATE_H
#define SHOROKU_MODEL_DAY_STATE_H

#include <stdbool.h>
#include <stdint.h>

#include "shoroku/base/date.h"

#define DAY_STATE_AGREE_MS ((int64_t)6 * 3600 * 1000)

// Kept in archives: the order is for ever.
enum day_state {
	DAY_UNKNOWN,	   // never asked for
	DAY_NOT_PUBLISHED, // not there on the day itself
	DAY_ABSENT,	   // not there on a later day, or a page without papers
	DAY_PARTIAL,	   // there, not yet confirmed
	DAY_COMPLETE,	   // there and settled
	DAY_CHANGED,	   // there; the source now shows less
	DAY_FAILED,	   // no answer that could be used; `trouble` says which
};
#define DAY_STATES 7

// What a fetch of the day came to; also the trouble there is with the day now. Kept in archives.
enum day_answer {
	DAY_SAME,	 // what it was last time (304, or the same content)
	DAY_TEXT,	 // a text that is now the day's
	DAY_POORER,	 // a text with fewer papers or sections than the day's, which stays
	DAY_EMPTY,	 // a page without papers
	DAY_UNREADABLE,	 // a page that holds no digest of the day
	DAY_MISSING,	 // 404 or 410
	DAY_UNREACHABLE, // no whole answer, or another status
};
#define DAY_ANSWERS 7

struct day_record {
	enum day_state state;
	enum day_answer trouble; // DAY_SAME: none
	bool settled;
	bool has_text;	   // the archive has papers of the day; told by the caller
	int64_t agreed_at; // since when fetches have agreed on the latest answer; ms, 0: never
	int64_t tried_at;  // of the latest fetch that changed something here or failed
};

// What `answer`, received at `now` (ms since the epoch), makes of the record of `day`. A text that
// agrees with a record that is settled and without trouble changes nothing.
struct day_record day_state_after(const struct day_record *record, enum day_answer answer,
				  date_day day, date_day today, int64_t now);

bool day_state_is_same(const struct day_record *a, const struct day_record *b);

// Whether the day is to be asked for: today always; a settled day or an imported one not; what waits to
// be confirmed, and what is absent, when six hours have passed. `open`: no later day of the source is
// complete, so that what is absent may still come. A day that is not over yet somewhere on earth is asked
// for as often as today is while it is absent.
bool day_state_is_due(const struct day_record *record, bool open, date_day day, date_day today,
		      int64_t now);

// What is shown of the day: with a text, that of the text, however it came.
enum day_state day_state_shown(const struct day_record *record);

// Of a day's digests the worst stands for the day: changed before partial before complete.
bool day_state_is_worse(enum day_state state, enum day_state than);

const char *day_state_name(enum day_state state);	   // "not-published", "complete" …
const char *day_state_answer_name(enum day_answer answer); // "same", "poorer", "unreachable" …

#endif
