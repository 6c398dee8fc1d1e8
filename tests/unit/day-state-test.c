// SPDX-License-Identifier: GPL-3.0-or-later
// Every transition of a day's state, on an invented clock, and when a day is asked for.
#include "shoroku/model/day-state.h"

#include "tap.h"

#define HOUR ((int64_t)3600 * 1000)
#define NOW (1000 * HOUR)
#define TODAY ((date_day)20000)
#define FULL (6 * HOUR)

// Times are hours before NOW, −1: never.
struct brief {
	enum day_state state;
	enum day_answer trouble;
	bool settled;
	bool text;
	int agreed;
	int tried;
};

struct row {
	const char *name;
	struct brief before;
	date_day age; // days before today
	enum day_answer answer;
	struct brief after;
};

#define NEVER                                                                                      \
	{                                                                                          \
		DAY_UNKNOWN, DAY_SAME, false, false, -1, -1                                        \
	}
#define IMPORTED                                                                                   \
	{                                                                                          \
		DAY_UNKNOWN, DAY_SAME, false, true, -1, -1                                         \
	}

// clang-format off
static const struct row rows[] = {
	// Never asked for.
	{"a text", NEVER, 1, DAY_TEXT, {DAY_PARTIAL, DAY_SAME, false, true, 0, 0}},
	{"404 today", NEVER, 0, DAY_MISSING, {DAY_NOT_PUBLISHED, DAY_MISSING, false, false, 0, 0}},
	{"404 tomorrow", NEVER, -1, DAY_MISSING, {DAY_NOT_PUBLISHED, DAY_MISSING, false, false, 0, 0}},
	{"404 yesterday", NEVER, 1, DAY_MISSING, {DAY_ABSENT, DAY_MISSING, false, false, 0, 0}},
	{"empty today", NEVER, 0, DAY_EMPTY, {DAY_NOT_PUBLISHED, DAY_EMPTY, false, false, 0, 0}},
	{"empty long ago", NEVER, 9, DAY_EMPTY, {DAY_ABSENT, DAY_EMPTY, false, false, 0, 0}},
	{"unreadable", NEVER, 3, DAY_UNREADABLE, {DAY_FAILED, DAY_UNREADABLE, false, false, 0, 0}},
	{"unreachable", NEVER, 0, DAY_UNREACHABLE, {DAY_FAILED, DAY_UNREACHABLE, false, false, 0, 0}},
	{"the same as nothing", {DAY_ABSENT, DAY_EMPTY, false, false, 9, 9}, 2, DAY_SAME,
	 {DAY_ABSENT, DAY_EMPTY, false, false, 9, 9}},
	// Imported before.
	{"imported, then a text", IMPORTED, 0, DAY_TEXT, {DAY_PARTIAL, DAY_SAME, false, true, 0, 0}},
	{"imported, then poorer", IMPORTED, 0, DAY_POORER, {DAY_CHANGED, DAY_POORER, false, true, 0, 0}},
	{"imported, then 404", IMPORTED, 0, DAY_MISSING, {DAY_COMPLETE, DAY_MISSING, false, true, -1, 0}},
	{"imported, then unreachable", IMPORTED, 2, DAY_UNREACHABLE, {DAY_COMPLETE, DAY_UNREACHABLE, false, true, -1, 0}},
	{"imported after a failure, then a text", {DAY_FAILED, DAY_UNREACHABLE, false, true, 9, 9}, 2, DAY_TEXT,
	 {DAY_PARTIAL, DAY_SAME, false, true, 0, 0}},
	// Not there before.
	{"404 again today", {DAY_NOT_PUBLISHED, DAY_MISSING, false, false, 9, 9}, 0, DAY_MISSING,
	 {DAY_NOT_PUBLISHED, DAY_MISSING, false, false, 0, 0}},
	{"404 on the day and after it", {DAY_NOT_PUBLISHED, DAY_MISSING, false, false, 9, 9}, 1, DAY_MISSING,
	 {DAY_ABSENT, DAY_MISSING, false, false, 0, 0}},
	{"published at last", {DAY_NOT_PUBLISHED, DAY_MISSING, false, false, 9, 9}, 0, DAY_TEXT,
	 {DAY_PARTIAL, DAY_SAME, false, true, 0, 0}},
	{"absent, soon again", {DAY_ABSENT, DAY_MISSING, false, false, 5, 5}, 2, DAY_MISSING,
	 {DAY_ABSENT, DAY_MISSING, false, false, 5, 0}},
	{"absent, six hours later", {DAY_ABSENT, DAY_MISSING, false, false, 6, 6}, 2, DAY_MISSING,
	 {DAY_ABSENT, DAY_MISSING, true, false, 6, 0}},
	{"absent and settled, again", {DAY_ABSENT, DAY_MISSING, true, false, 9, 3}, 2, DAY_MISSING,
	 {DAY_ABSENT, DAY_MISSING, true, false, 9, 0}},
	{"absent, then empty", {DAY_ABSENT, DAY_MISSING, true, false, 9, 3}, 2, DAY_EMPTY,
	 {DAY_ABSENT, DAY_EMPTY, false, false, 0, 0}},
	{"absent, then a text", {DAY_ABSENT, DAY_MISSING, true, false, 9, 3}, 2, DAY_TEXT,
	 {DAY_PARTIAL, DAY_SAME, false, true, 0, 0}},
	{"absent, then unreachable", {DAY_ABSENT, DAY_MISSING, true, false, 9, 3}, 2, DAY_UNREACHABLE,
	 {DAY_FAILED, DAY_UNREACHABLE, false, false, 0, 0}},
	{"failed, then a text", {DAY_FAILED, DAY_UNREACHABLE, false, false, 1, 1}, 2, DAY_TEXT,
	 {DAY_PARTIAL, DAY_SAME, false, true, 0, 0}},
	{"failed, then 404", {DAY_FAILED, DAY_UNREADABLE, false, false, 1, 1}, 2, DAY_MISSING,
	 {DAY_ABSENT, DAY_MISSING, false, false, 0, 0}},
	{"failed, then otherwise", {DAY_FAILED, DAY_UNREACHABLE, false, false, 1, 1}, 2, DAY_UNREADABLE,
	 {DAY_FAILED, DAY_UNREADABLE, false, false, 0, 0}},
	// Partial.
	{"partial, soon the same", {DAY_PARTIAL, DAY_SAME, false, true, 5, 5}, 0, DAY_SAME,
	 {DAY_PARTIAL, DAY_SAME, false, true, 5, 5}},
	{"partial, the same six hours later", {DAY_PARTIAL, DAY_SAME, false, true, 6, 6}, 0, DAY_SAME,
	 {DAY_COMPLETE, DAY_SAME, true, true, 6, 0}},
	{"partial, another text", {DAY_PARTIAL, DAY_SAME, false, true, 7, 7}, 0, DAY_TEXT,
	 {DAY_PARTIAL, DAY_SAME, false, true, 0, 0}},
	{"partial, then shrunken", {DAY_PARTIAL, DAY_SAME, false, true, 7, 7}, 0, DAY_POORER,
	 {DAY_CHANGED, DAY_POORER, false, true, 0, 0}},
	{"partial, then empty", {DAY_PARTIAL, DAY_SAME, false, true, 7, 7}, 1, DAY_EMPTY,
	 {DAY_CHANGED, DAY_EMPTY, false, true, 0, 0}},
	{"partial, then unreadable", {DAY_PARTIAL, DAY_SAME, false, true, 7, 7}, 1, DAY_UNREADABLE,
	 {DAY_PARTIAL, DAY_UNREADABLE, false, true, 7, 0}},
	{"partial, then 404", {DAY_PARTIAL, DAY_SAME, false, true, 7, 7}, 1, DAY_MISSING,
	 {DAY_PARTIAL, DAY_MISSING, false, true, 7, 0}},
	{"partial, then unreachable", {DAY_PARTIAL, DAY_SAME, false, true, 7, 7}, 1, DAY_UNREACHABLE,
	 {DAY_PARTIAL, DAY_UNREACHABLE, false, true, 7, 0}},
	{"partial with trouble, soon the same", {DAY_PARTIAL, DAY_UNREACHABLE, false, true, 2, 1}, 1, DAY_SAME,
	 {DAY_PARTIAL, DAY_SAME, false, true, 2, 0}},
	{"partial, the clock was put back", {DAY_PARTIAL, DAY_SAME, false, true, -9, -9}, 1, DAY_SAME,
	 {DAY_PARTIAL, DAY_SAME, false, true, 0, 0}},
	// Complete.
	{"complete, the same", {DAY_COMPLETE, DAY_SAME, true, true, 99, 90}, 0, DAY_SAME,
	 {DAY_COMPLETE, DAY_SAME, true, true, 99, 90}},
	{"complete, a richer text", {DAY_COMPLETE, DAY_SAME, true, true, 99, 90}, 0, DAY_TEXT,
	 {DAY_PARTIAL, DAY_SAME, false, true, 0, 0}},
	{"complete, then shrunken", {DAY_COMPLETE, DAY_SAME, true, true, 99, 90}, 3, DAY_POORER,
	 {DAY_CHANGED, DAY_POORER, false, true, 0, 0}},
	{"complete, then empty", {DAY_COMPLETE, DAY_SAME, true, true, 99, 90}, 0, DAY_EMPTY,
	 {DAY_CHANGED, DAY_EMPTY, false, true, 0, 0}},
	{"complete, then unreadable", {DAY_COMPLETE, DAY_SAME, true, true, 99, 90}, 0, DAY_UNREADABLE,
	 {DAY_COMPLETE, DAY_UNREADABLE, true, true, 99, 0}},
	{"complete, then gone", {DAY_COMPLETE, DAY_SAME, true, true, 99, 90}, 3, DAY_MISSING,
	 {DAY_COMPLETE, DAY_MISSING, true, true, 99, 0}},
	{"complete, then unreachable", {DAY_COMPLETE, DAY_SAME, true, true, 99, 90}, 0, DAY_UNREACHABLE,
	 {DAY_COMPLETE, DAY_UNREACHABLE, true, true, 99, 0}},
	{"complete with trouble, the same", {DAY_COMPLETE, DAY_MISSING, true, true, 99, 3}, 0, DAY_SAME,
	 {DAY_COMPLETE, DAY_SAME, true, true, 99, 0}},
	// Changed.
	{"changed, soon the same", {DAY_CHANGED, DAY_POORER, false, true, 5, 5}, 0, DAY_SAME,
	 {DAY_CHANGED, DAY_POORER, false, true, 5, 0}},
	{"changed, the same six hours later", {DAY_CHANGED, DAY_EMPTY, false, true, 7, 7}, 0, DAY_SAME,
	 {DAY_CHANGED, DAY_EMPTY, true, true, 7, 0}},
	{"changed, the full text again", {DAY_CHANGED, DAY_POORER, true, true, 99, 9}, 0, DAY_TEXT,
	 {DAY_PARTIAL, DAY_SAME, false, true, 0, 0}},
	{"changed, poorer in another way", {DAY_CHANGED, DAY_POORER, true, true, 99, 9}, 0, DAY_POORER,
	 {DAY_CHANGED, DAY_POORER, false, true, 0, 0}},
	{"changed, then empty", {DAY_CHANGED, DAY_POORER, true, true, 99, 9}, 0, DAY_EMPTY,
	 {DAY_CHANGED, DAY_EMPTY, false, true, 0, 0}},
	{"changed, then unreadable", {DAY_CHANGED, DAY_POORER, true, true, 99, 9}, 0, DAY_UNREADABLE,
	 {DAY_CHANGED, DAY_UNREADABLE, true, true, 99, 0}},
	{"changed, then unreachable", {DAY_CHANGED, DAY_POORER, true, true, 99, 9}, 0, DAY_UNREACHABLE,
	 {DAY_CHANGED, DAY_UNREACHABLE, true, true, 99, 0}},
	{"changed, then gone", {DAY_CHANGED, DAY_POORER, false, true, 9, 9}, 0, DAY_MISSING,
	 {DAY_CHANGED, DAY_MISSING, false, true, 9, 0}},
	{"changed with trouble, the same", {DAY_CHANGED, DAY_UNREACHABLE, true, true, 99, 1}, 0, DAY_SAME,
	 {DAY_CHANGED, DAY_POORER, true, true, 99, 0}},
};

static const struct {
	const char *name;
	struct brief record;
	date_day age;
	bool open;
	bool due;
} dues[] = {
	{"never asked for", NEVER, 5, false, true},
	{"tomorrow", NEVER, -1, true, false},
	{"imported", IMPORTED, 5, true, false},
	{"imported, today", IMPORTED, 0, true, true},
	{"imported after a 404", {DAY_ABSENT, DAY_MISSING, false, true, -1, 9}, 5, true, false},
	{"failed", {DAY_FAILED, DAY_UNREACHABLE, false, false, 0, 0}, 5, false, true},
	{"not published on its day", {DAY_NOT_PUBLISHED, DAY_MISSING, false, false, 1, 1}, 1, true, true},
	{"absent yesterday", {DAY_ABSENT, DAY_MISSING, true, false, 9, 0}, 1, false, true},
	{"absent, just asked", {DAY_ABSENT, DAY_MISSING, false, false, 5, 5}, 2, true, false},
	{"absent, to be confirmed", {DAY_ABSENT, DAY_MISSING, false, false, 6, 6}, 2, false, true},
	{"absent, settled, open", {DAY_ABSENT, DAY_MISSING, true, false, 30, 7}, 2, true, true},
	{"absent, settled, open, just asked", {DAY_ABSENT, DAY_MISSING, true, false, 30, 1}, 2, true, false},
	{"absent, settled, passed by", {DAY_ABSENT, DAY_MISSING, true, false, 30, 7}, 2, false, false},
	{"partial, just asked", {DAY_PARTIAL, DAY_SAME, false, true, 5, 5}, 1, true, false},
	{"partial, to be confirmed", {DAY_PARTIAL, DAY_SAME, false, true, 6, 6}, 1, false, true},
	{"partial, failed since", {DAY_PARTIAL, DAY_UNREACHABLE, false, true, 3, 1}, 1, false, true},
	{"partial, today", {DAY_PARTIAL, DAY_SAME, false, true, 0, 0}, 0, true, true},
	{"complete", {DAY_COMPLETE, DAY_SAME, true, true, 99, 93}, 1, true, false},
	{"complete, failed since", {DAY_COMPLETE, DAY_UNREACHABLE, true, true, 99, 3}, 1, true, false},
	{"complete, today", {DAY_COMPLETE, DAY_SAME, true, true, 99, 93}, 0, true, true},
	{"changed, to be confirmed", {DAY_CHANGED, DAY_POORER, false, true, 8, 8}, 1, true, true},
	{"changed, settled", {DAY_CHANGED, DAY_POORER, true, true, 8, 1}, 1, true, false},
};
// clang-format on

static int64_t
hours_ago(int hours)
{
	return hours == -1 ? 0 : NOW - hours * HOUR;
}

static struct day_record
record_of(const struct brief *brief)
{
	return (struct day_record){
	    .state = brief->state,
	    .trouble = brief->trouble,
	    .settled = brief->settled,
	    .has_text = brief->text,
	    .agreed_at = hours_ago(brief->agreed),
	    .tried_at = hours_ago(brief->tried),
	};
}

static void
show(const char *what, const struct day_record *record)
{
	printf("# %s: %s, %s, %s, agreed %lld, tried %lld\n", what, day_state_name(record->state),
	       day_state_answer_name(record->trouble), record->settled ? "settled" : "open",
	       (long long)record->agreed_at, (long long)record->tried_at);
}

static void
test_transitions(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct day_record before = record_of(&rows[i].before);
		struct day_record want = record_of(&rows[i].after);
		struct day_record got =
		    day_state_after(&before, rows[i].answer, TODAY - rows[i].age, TODAY, NOW);

		if (!tap_ok(day_state_is_same(&got, &want), "%s", rows[i].name)) {
			show("got", &got);
			show("want", &want);
		}
	}
}

// Whatever comes, a text stays, and nothing is settled within six hours of its first answer.
static void
test_invariants(void)
{
	bool kept = true;
	bool waits = true;

	for (int state = 0; state < DAY_STATES; state++) {
		for (int answer = 0; answer < DAY_ANSWERS; answer++) {
			struct day_record before = {.state = (enum day_state)state,
						    .has_text = true,
						    .agreed_at = NOW - FULL + 1};
			struct day_record after =
			    day_state_after(&before, (enum day_answer)answer, TODAY, TODAY, NOW);

			kept = kept && after.has_text && day_state_shown(&after) >= DAY_PARTIAL &&
			       day_state_shown(&after) <= DAY_CHANGED;
			waits = waits && !after.settled;
		}
	}
	tap_ok(kept, "no answer takes a text away");
	tap_ok(waits, "nothing is settled before six hours have passed");
}

int
main(void)
{
	test_transitions();
	test_invariants();
	for (size_t i = 0; i < sizeof(dues) / sizeof(*dues); i++) {
		struct day_record record = record_of(&dues[i].record);

		tap_ok(day_state_is_due(&record, dues[i].open, TODAY - dues[i].age, TODAY, NOW) ==
			   dues[i].due,
		       "due: %s", dues[i].name);
	}
	return tap_done();
}
