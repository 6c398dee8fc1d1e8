// SPDX-License-Identifier: GPL-3.0-or-later
// Civil dates as days since 1970-01-01, proleptic Gregorian. No time zone takes part: the date
// printed on a page is the date.
#ifndef SHOROKU_BASE_DATE_H
#define SHOROKU_BASE_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shoroku/base/error.h"

typedef int32_t date_day;

#define DATE_MIN ((date_day)-719162) // 0001-01-01
#define DATE_MAX ((date_day)2932896) // 9999-12-31
#define DATE_NONE INT32_MIN
#define DATE_TEXT_SIZE 11 // "2025-09-24" and its NUL

struct date_civil {
	int year;
	int month; // 1–12
	int day;   // 1–31
};

// Half-open would surprise those who type ranges: both ends belong to it.
struct date_range {
	date_day first;
	date_day last;
};

date_day date_from_civil(int year, int month, int day); // DATE_NONE where there is no such day
struct date_civil date_to_civil(date_day day);
int date_days_in_month(int year, int month);
int date_weekday(date_day day);			    // 0 = Monday … 6 = Sunday (ISO 8601)
date_day date_add_months(date_day day, int months); // clamps the day of the month

int date_compare(const void *a, const void *b); // of two date_day: for qsort() and bsearch()

// Writes "YYYY-MM-DD" (years 0001–9999).
void date_format(date_day day, char text[DATE_TEXT_SIZE]);

// Exactly "YYYY-MM-DD". Returns DATE_NONE for anything else.
date_day date_parse_iso(const char *text, size_t length);

// What people type: today, yesterday, last monday (the latest before today; also mon, 月曜), -3 (three
// days ago), 2025-09-24, 2025/9/24, 9/24 and 09-24 (the latest such day not after `today`), 2025-09 and
// 2025 (the whole month or year), and so in Japanese: 今日, 昨日, 2025年9月24日, 9月24日, 2025年9月.
// A single day gives first == last.
int date_parse(const char *text, date_day today, struct date_range *range, struct error *err)
    ERROR_CHECKED;

// The first date found anywhere in a line of text: 2025-09-24, 2025/09/24, 2025年9月24日,
// 2025.09.24, 24-Sep-2025, 24 September 2025, Sep 24, 2025, full-width digits folded by the caller.
// DATE_NONE where there is none.
date_day date_find(const char *text);

// The same from *text on, which becomes what follows the date. `start` is where the text begins: a date
// does not begin within a word or number.
date_day date_find_next(const char *start, const char **text);

// A date of nothing but digits, as in names of files: 250924, 20250924.
date_day date_find_short(const char *text);

#endif
