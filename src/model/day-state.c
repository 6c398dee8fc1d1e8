// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/model/day-state.h"

#include "shoroku/base/error.h"

// The answer is what it was before.
static void
agree(struct day_record *record, int64_t now)
{
	if (record->settled)
		return;
	// A clock that was put back would else make the day wait for the time it had shown.
	if (!record->agreed_at || now < record->agreed_at)
		record->agreed_at = now;
	else if (now - record->agreed_at >= DAY_STATE_AGREE_MS)
		record->settled = true;
	if (record->settled && record->state == DAY_PARTIAL)
		record->state = DAY_COMPLETE;
}

// The answer is another than before.
static void
begin(struct day_record *record, enum day_state state, int64_t now)
{
	record->state = state;
	record->settled = false;
	record->agreed_at = now;
}

// Nothing is there now.
static void
lack(struct day_record *record, enum day_answer answer, date_day day, date_day today, int64_t now)
{
	enum day_state state = day < today ? DAY_ABSENT : DAY_NOT_PUBLISHED;

	if (record->state == state && record->trouble == answer && state == DAY_ABSENT)
		agree(record, now);
	else
		begin(record, state, now);
}

static void
answer_with_text(struct day_record *record, enum day_answer answer, int64_t now)
{
	switch (answer) {
	case DAY_SAME:
		agree(record, now);
		break;
	case DAY_TEXT:
		begin(record, DAY_PARTIAL, now);
		break;
	case DAY_POORER:
	case DAY_EMPTY:
		begin(record, DAY_CHANGED, now);
		break;
	case DAY_UNREADABLE:
	case DAY_MISSING:
	case DAY_UNREACHABLE:
		break;
	}
}

static void
answer_without_text(struct day_record *record, enum day_answer answer, date_day day, date_day today,
		    int64_t now)
{
	switch (answer) {
	case DAY_SAME:
		break;
	case DAY_TEXT:
		record->has_text = true;
		begin(record, DAY_PARTIAL, now);
		break;
	case DAY_MISSING:
	case DAY_EMPTY:
		lack(record, answer, day, today, now);
		break;
	case DAY_POORER: // than nothing there is nothing
	case DAY_UNREADABLE:
	case DAY_UNREACHABLE:
		begin(record, DAY_FAILED, now);
		break;
	}
}

struct day_record
day_state_after(const struct day_record *record, enum day_answer answer, date_day day,
		date_day today, int64_t now)
{
	struct day_record after = *record;

	if (answer == DAY_SAME && !record->has_text) // there was nothing to be the same as
		return after;
	if (record->has_text) {
		after.state = day_state_shown(record);
		answer_with_text(&after, answer, now);
	} else {
		answer_without_text(&after, answer, day, today, now);
	}
	after.trouble = answer == DAY_TEXT ? DAY_SAME : answer;
	// What agrees with a poorer text is still poorer.
	if (answer == DAY_SAME && after.state == DAY_CHANGED)
		after.trouble = record->trouble == DAY_EMPTY ? DAY_EMPTY : DAY_POORER;
	if (after.trouble != DAY_SAME || !day_state_is_same(record, &after))
		after.tried_at = now;
	return after;
}

bool
day_state_is_same(const struct day_record *a, const struct day_record *b)
{
	return a->state == b->state && a->trouble == b->trouble && a->settled == b->settled &&
	       a->has_text == b->has_text && a->agreed_at == b->agreed_at &&
	       a->tried_at == b->tried_at;
}

static bool
has_waited(int64_t since, int64_t now)
{
	return now < since || now - since >= DAY_STATE_AGREE_MS;
}

bool
day_state_is_due(const struct day_record *record, bool open, date_day day, date_day today,
		 int64_t now)
{
	bool failed = record->trouble == DAY_UNREACHABLE || record->trouble == DAY_UNREADABLE;

	if (day >= today)
		return day == today;
	if (record->has_text) // an imported text was never agreed on
		return record->agreed_at && !record->settled &&
		       (failed || has_waited(record->agreed_at, now));
	if (record->state != DAY_ABSENT)
		return true;
	return day >= today - 1 ||
	       ((open || !record->settled) && has_waited(record->tried_at, now));
}

enum day_state
day_state_shown(const struct day_record *record)
{
	switch (record->state) {
	case DAY_PARTIAL:
	case DAY_CHANGED:
	case DAY_COMPLETE:
		break;
	case DAY_UNKNOWN:
	case DAY_NOT_PUBLISHED:
	case DAY_ABSENT:
	case DAY_FAILED:
		if (record->has_text) // which came from elsewhere
			return DAY_COMPLETE;
		break;
	}
	return record->state;
}

bool
day_state_is_worse(enum day_state state, enum day_state than)
{
	static const int ranks[DAY_STATES] = {
	    [DAY_COMPLETE] = 1, [DAY_PARTIAL] = 2, [DAY_CHANGED] = 3};

	return ranks[state] > ranks[than];
}

const char *
day_state_name(enum day_state state)
{
	static const char *const names[DAY_STATES] = {
	    "unknown", "not-published", "absent", "partial", "complete", "changed", "failed"};

	return names[state];
}

const char *
day_state_answer_name(enum day_answer answer)
{
	static const char *const names[DAY_ANSWERS] = {
	    "same", "text", "poorer", "empty", "unreadable", "missing", "unreachable"};

	return names[answer];
}
