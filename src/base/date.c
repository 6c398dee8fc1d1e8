// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/base/date.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "shoroku/base/i18n.h"

#define DAYS_PER_ERA 146097 // 400 years
#define EPOCH_SHIFT 719468  // from 0000-03-01 to 1970-01-01

static bool
is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int
date_days_in_month(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	if (month < 1 || month > 12)
		return 0;
	return days[month - 1] + (month == 2 && is_leap(year));
}

// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": years begin in March.
date_day
date_from_civil(int year, int month, int day)
{
	int era;
	int year_of_era;
	int day_of_year;

	if (year < 1 || year > 9999 || day < 1 || day > date_days_in_month(year, month))
		return DATE_NONE;
	if (month <= 2)
		year--;
	era = year / 400;
	year_of_era = year - era * 400;
	day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	return era * DAYS_PER_ERA + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 +
	       day_of_year - EPOCH_SHIFT;
}

struct date_civil
date_to_civil(date_day date)
{
	int shifted = date + EPOCH_SHIFT;
	int era = shifted / DAYS_PER_ERA;
	int day_of_era = shifted - era * DAYS_PER_ERA;
	int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 -
			   day_of_era / (DAYS_PER_ERA - 1)) /
			  365;
	int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int shifted_month = (5 * day_of_year + 2) / 153;
	struct date_civil civil = {
	    .year = year_of_era + era * 400,
	    .month = shifted_month + (shifted_month < 10 ? 3 : -9),
	    .day = day_of_year - (153 * shifted_month + 2) / 5 + 1,
	};

	civil.year += civil.month <= 2;
	return civil;
}

int
date_weekday(date_day day)
{
	// 1970-01-01 was a Thursday.
	return ((day + 3) % 7 + 7) % 7;
}

date_day
date_add_months(date_day day, int months)
{
	struct date_civil civil = date_to_civil(day);
	int month = civil.year * 12 + civil.month - 1 + months;
	int year = month / 12;
	int last;

	if (month < 12)
		return DATE_MIN;
	if (year > 9999)
		return DATE_MAX;
	month = month % 12 + 1;
	last = date_days_in_month(year, month);
	return date_from_civil(year, month, civil.day < last ? civil.day : last);
}

int
date_compare(const void *a, const void *b)
{
	date_day x = *(const date_day *)a;
	date_day y = *(const date_day *)b;

	return x < y ? -1 : x > y;
}

void
date_format(date_day day, char text[DATE_TEXT_SIZE])
{
	struct date_civil civil = date_to_civil(day);

	if (day < DATE_MIN || day > DATE_MAX)
		BUG("day %d has no date", day);
	snprintf(text, DATE_TEXT_SIZE, "%04u-%02u-%02u", (unsigned)civil.year % 10000,
		 (unsigned)civil.month % 100, (unsigned)civil.day % 100);
}

// Reads up to `most` digits at *text, which moves past them; −1 where there are fewer than `least`.
static int
read_number(const char **text, int least, int most)
{
	int value = 0;
	int count = 0;

	while (count < most && isdigit((unsigned char)**text)) {
		value = value * 10 + (**text - '0');
		++*text;
		count++;
	}
	return count < least ? -1 : value;
}

date_day
date_parse_iso(const char *text, size_t length)
{
	const char *at = text;
	int year;
	int month;
	int day;

	if (length != 10 || strnlen(text, 10) < 10 || text[4] != '-' || text[7] != '-')
		return DATE_NONE;
	year = read_number(&at, 4, 4);
	at = text + 5;
	month = read_number(&at, 2, 2);
	at = text + 8;
	day = read_number(&at, 2, 2);
	return year < 0 || month < 0 || day < 0 ? DATE_NONE : date_from_civil(year, month, day);
}

static int
set_day(struct date_range *range, date_day day)
{
	range->first = day;
	range->last = day;
	return 0;
}

static int
no_such_date(struct error *err, const char *text)
{
	return error_set(err, ERROR_USAGE, _("there is no date “%s” in the calendar"), text);
}

static int
not_understood(struct error *err, const char *text)
{
	return error_set(
	    err, ERROR_USAGE,
	    _("“%s” is no date; try 2025-09-24, 9/24, 2025-09, 2025, today, yesterday, "
	      "last monday or -3"),
	    text);
}

static int
whole_year(int year, struct date_range *range, struct error *err, const char *text)
{
	if (year < 1)
		return no_such_date(err, text);
	range->first = date_from_civil(year, 1, 1);
	range->last = date_from_civil(year, 12, 31);
	return 0;
}

static int
whole_month(int year, int month, struct date_range *range, struct error *err, const char *text)
{
	if (year < 1 || month < 1 || month > 12)
		return no_such_date(err, text);
	range->first = date_from_civil(year, month, 1);
	range->last = date_from_civil(year, month, date_days_in_month(year, month));
	return 0;
}

// "9/24": the latest such day not after today. 2/29 may have to go back some years.
static int
day_of_some_year(int month, int day, date_day today, struct date_range *range, struct error *err,
		 const char *text)
{
	int year = date_to_civil(today).year;

	for (int back = 0; back <= 8; back++) {
		date_day found = date_from_civil(year - back, month, day);

		if (found != DATE_NONE && found <= today)
			return set_day(range, found);
	}
	return no_such_date(err, text);
}

static bool
skip_kanji(const char **at, const char *kanji)
{
	size_t length = strlen(kanji);

	if (strncmp(*at, kanji, length) != 0)
		return false;
	*at += length;
	return true;
}

static int
parse_numbers(const char *text, date_day today, struct date_range *range, struct error *err)
{
	const char *at = text;
	int parts[3];
	int count = 0;
	size_t first_digits = strspn(text, "0123456789");

	while (count < 3) {
		parts[count] = read_number(&at, 1, count || first_digits < 3 ? 2 : 4);
		if (parts[count++] < 0)
			return not_understood(err, text);
		if (*at == '-' || *at == '/')
			at++;
		else if (!skip_kanji(&at, "年") && !skip_kanji(&at, "月"))
			break;
		else if (!*at)
			break; // 2025年, 2025年9月
	}
	skip_kanji(&at, "日");
	if (*at || first_digits == 3)
		return not_understood(err, text);
	if (first_digits != 4 && count == 2)
		return day_of_some_year(parts[0], parts[1], today, range, err, text);
	if (first_digits != 4)
		return not_understood(err, text);
	if (count == 1)
		return whole_year(parts[0], range, err, text);
	if (count == 2)
		return whole_month(parts[0], parts[1], range, err, text);
	set_day(range, date_from_civil(parts[0], parts[1], parts[2]));
	return range->first == DATE_NONE ? no_such_date(err, text) : 0;
}

// "monday", "last monday", "last-monday", "mon", "月曜", "月曜日": the latest such day before today.
static date_day
parse_weekday(const char *text, date_day today)
{
	static const char *const names[7][2] = {{"monday", "月曜日"},	 {"tuesday", "火曜日"},
						{"wednesday", "水曜日"}, {"thursday", "木曜日"},
						{"friday", "金曜日"},	 {"saturday", "土曜日"},
						{"sunday", "日曜日"}};
	size_t length;

	if (!strncasecmp(text, "last", 4) && (text[4] == ' ' || text[4] == '-'))
		text += 5;
	length = strlen(text);
	for (int day = 0; length >= 3 && day < 7; day++) {
		bool english = length == 3 || length == strlen(names[day][0]);
		bool japanese = length == 6 || length == 9; // without and with 日

		if ((english && !strncasecmp(text, names[day][0], length)) ||
		    (japanese && !strncmp(text, names[day][1], length)))
			return today - 1 - (date_weekday(today - 1) - day + 7) % 7;
	}
	return DATE_NONE;
}

int
date_parse(const char *text, date_day today, struct date_range *range, struct error *err)
{
	char *end;
	long back;

	if (!strcasecmp(text, "today") || !strcmp(text, "今日"))
		return set_day(range, today);
	if (!strcasecmp(text, "yesterday") || !strcmp(text, "昨日"))
		return set_day(range, today - 1);
	if (parse_weekday(text, today) != DATE_NONE)
		return set_day(range, parse_weekday(text, today));
	if (*text != '-')
		return parse_numbers(text, today, range, err);
	back = strtol(text + 1, &end, 10);
	if (!isdigit((unsigned char)text[1]) || *end)
		return not_understood(err, text);
	if (back > today - DATE_MIN)
		return no_such_date(err, text);
	return set_day(range, today - (date_day)back);
}

static bool
skip_separator(const char **at, const char *kanji)
{
	if (**at == '-' || **at == '/' || **at == '.') {
		++*at;
		return true;
	}
	return skip_kanji(at, kanji);
}

// What follows moves *text behind the date where there is one.

static date_day
date_at(const char **text)
{
	const char *at = *text;
	int year = read_number(&at, 4, 4);
	int month;
	int day;

	if (year < 0 || !skip_separator(&at, "年"))
		return DATE_NONE;
	month = read_number(&at, 1, 2);
	if (month < 0 || !skip_separator(&at, "月"))
		return DATE_NONE;
	day = read_number(&at, 1, 2);
	if (day < 0 || isdigit((unsigned char)*at))
		return DATE_NONE;
	*text = at;
	return date_from_civil(year, month, day);
}

static int
month_by_name(const char *text)
{
	static const char names[] = "janfebmaraprmayjunjulaugsepoctnovdec";

	for (int month = 0; month < 12; month++) {
		if (!strncasecmp(text, names + (size_t)month * 3, 3))
			return month + 1;
	}
	return 0;
}

static const char *
skip_any(const char *text, const char *of)
{
	return text + strspn(text, of);
}

// "27-May-2025", "27 May 2025", with *text at the day.
static date_day
day_before_month(const char **text)
{
	const char *at = *text;
	int day = read_number(&at, 1, 2);
	int month;
	int year;

	if (day < 0 || !strchr(" -/.", *at) || !*at)
		return DATE_NONE;
	at = skip_any(at, " -/.");
	month = month_by_name(at);
	while (month && isalpha((unsigned char)*at))
		at++;
	at = skip_any(at, " -/.,");
	year = month ? read_number(&at, 4, 4) : -1;
	if (year < 0)
		return DATE_NONE;
	*text = at;
	return date_from_civil(year, month, day);
}

// "May 27, 2025", with *text at the month.
static date_day
month_before_day(const char **text)
{
	const char *at = *text;
	int month = month_by_name(at);
	int day;
	int year;

	while (month && isalpha((unsigned char)*at))
		at++;
	at = skip_any(at, " .");
	day = month ? read_number(&at, 1, 2) : -1;
	at = skip_any(at, " ,");
	year = day < 0 ? -1 : read_number(&at, 4, 4);
	if (year < 0)
		return DATE_NONE;
	*text = at;
	return date_from_civil(year, month, day);
}

date_day
date_find_next(const char *start, const char **text)
{
	for (const char *at = *text; *at; at++) {
		bool inside = at > start && isalnum((unsigned char)at[-1]) &&
			      !isalpha((unsigned char)at[-1]) == !isalpha((unsigned char)*at);
		date_day found = DATE_NONE;
		const char *end = at;

		if (inside)
			continue;
		if (isdigit((unsigned char)*at)) {
			found = date_at(&end);
			if (found == DATE_NONE) {
				end = at;
				found = day_before_month(&end);
			}
		} else if (isalpha((unsigned char)*at)) {
			found = month_before_day(&end);
		}
		if (found != DATE_NONE) {
			*text = end;
			return found;
		}
	}
	return DATE_NONE;
}

date_day
date_find(const char *text)
{
	return date_find_next(text, &text);
}

date_day
date_find_short(const char *text)
{
	for (const char *at = text; *at; at++) {
		size_t count = strspn(at, "0123456789");
		const char *digits = at;
		int year;
		int month;
		int day;

		if ((count == 6 || count == 8) && (at == text || !isalnum((unsigned char)at[-1])) &&
		    !isalnum((unsigned char)at[count])) {
			year = read_number(&digits, (int)count - 4, (int)count - 4);
			month = read_number(&digits, 2, 2);
			day = read_number(&digits, 2, 2);
			year += count == 6 ? 2000 : 0;
			if (date_from_civil(year, month, day) != DATE_NONE && year >= 1990)
				return date_from_civil(year, month, day);
		}
		at += count ? count - 1 : 0;
	}
	return DATE_NONE;
}
