// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/base/date.h"
#include "tap.h"

static void
is_range(const char *text, date_day today, const char *first, const char *last)
{
	struct date_range range;
	struct error err;
	char got[DATE_TEXT_SIZE];

	if (!tap_ok(!date_parse(text, today, &range, &err), "%s is understood", text))
		return;
	date_format(range.first, got);
	tap_is_str(got, first, "its first day");
	date_format(range.last, got);
	tap_is_str(got, last, "its last day");
}

static void
is_refused(const char *text, date_day today)
{
	struct date_range range;
	struct error err = {0};

	tap_ok(date_parse(text, today, &range, &err) && err.kind == ERROR_USAGE && err.text[0],
	       "“%s” is refused with a sentence", text);
}

static void
test_every_day(void)
{
	bool round = true;
	bool follows = true;
	struct date_civil before = {0};

	for (date_day day = DATE_MIN; day <= DATE_MAX; day++) {
		struct date_civil civil = date_to_civil(day);

		round = round && date_from_civil(civil.year, civil.month, civil.day) == day;
		follows = follows && (civil.day == before.day + 1 || civil.day == 1);
		before = civil;
	}
	tap_ok(round, "every day from 0001-01-01 to 9999-12-31 comes back");
	tap_ok(follows, "and follows the one before");
}

static void
test_find_next(void)
{
	static const char text[] = "2025-02-30, 2025-09-24 to Sep 26, 2025; 27 May 2025x";
	static const char *const want[] = {"2025-09-24", "2025-09-26", "2025-05-27"};
	const char *at = text;
	date_day day;

	for (size_t i = 0; i < 3; i++) {
		char got[DATE_TEXT_SIZE] = "";

		day = date_find_next(text, &at);
		if (day != DATE_NONE)
			date_format(day, got);
		tap_is_str(got, want[i], "the next date of a text");
	}
	tap_is_str(at, "x", "what follows it");
	tap_ok(date_find_next(text, &at) == DATE_NONE, "and no other");
}

int
main(void)
{
	date_day today = date_from_civil(2025, 9, 24);

	test_every_day();
	tap_is_int(date_from_civil(1970, 1, 1), 0, "the epoch");
	tap_is_int(date_weekday(today), 2, "2025-09-24 is a Wednesday");
	tap_is_int(date_from_civil(2025, 2, 29), DATE_NONE, "2025 has no 29 February");
	tap_ok(date_from_civil(2024, 2, 29) != DATE_NONE, "2024 has one");
	is_range("today", today, "2025-09-24", "2025-09-24");
	is_range("yesterday", today, "2025-09-23", "2025-09-23");
	is_range("last monday", today, "2025-09-22", "2025-09-22");
	is_range("tuesday", today, "2025-09-23", "2025-09-23");
	is_range("Wed", today, "2025-09-17", "2025-09-17"); // today is one
	is_range("last-sunday", today, "2025-09-21", "2025-09-21");
	is_range("木曜", today, "2025-09-18", "2025-09-18");
	is_range("土曜日", today, "2025-09-20", "2025-09-20");
	is_range("-3", today, "2025-09-21", "2025-09-21");
	is_range("9/24", today, "2025-09-24", "2025-09-24");
	is_range("9/25", today, "2024-09-25", "2024-09-25");
	is_range("2/29", today, "2024-02-29", "2024-02-29");
	is_range("2025-09", today, "2025-09-01", "2025-09-30");
	is_range("2024", today, "2024-01-01", "2024-12-31");
	is_range("2025/9/4", today, "2025-09-04", "2025-09-04");
	is_range("今日", today, "2025-09-24", "2025-09-24");
	is_range("昨日", today, "2025-09-23", "2025-09-23");
	is_range("2025年9月4日", today, "2025-09-04", "2025-09-04");
	is_range("9月25日", today, "2024-09-25", "2024-09-25");
	is_range("2025年9月", today, "2025-09-01", "2025-09-30");
	is_range("2025年", today, "2025-01-01", "2025-12-31");
	is_refused("2025年13月", today);
	is_refused("2025-", today);
	is_refused("9月", today);
	is_refused("2025年9月24日日", today);
	is_refused("日", today);
	is_refused("2025-13", today);
	is_refused("2025-02-30", today);
	is_refused("13/45", today);
	is_refused("soon", today);
	is_refused("", today);
	is_refused("-", today);
	is_refused("2025-09-24x", today);
	tap_is_int(date_find("## 2025-09-24 の注目論文"), today, "a date in a heading");
	tap_is_int(date_find("2025年9月24日"), today, "a Japanese date");
	tap_is_int(date_find("no 12025-09-24 date"), DATE_NONE, "not inside a longer number");
	test_find_next();
	return tap_done();
}
