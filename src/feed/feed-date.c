// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/feed-date.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define MOST_WORDS 6
#define LONGEST_OTHER 40 // bytes of a date in a form of no standard

static int
month_of(const char *word)
{
	static const char names[] = "janfebmaraprmayjunjulaugsepoctnovdec";

	for (int i = 0; i < 12; i++) {
		if (!strncasecmp(word, names + (size_t)i * 3, 3))
			return i + 1;
	}
	return 0;
}

static size_t
digits(const char *text)
{
	return strspn(text, "0123456789");
}

// RFC 2822 4.3: two digits below 50 are of this century, the others and all three digits of the last.
static int
year_of(const char *word)
{
	int year = atoi(word);

	if (digits(word) == 4)
		return year;
	if (digits(word) == 2)
		return year + (year < 50 ? 2000 : 1900);
	return digits(word) == 3 ? year + 1900 : 0;
}

static date_day
iso_date(const char *text)
{
	char after = text[0] && strlen(text) > 10 ? text[10] : '\0';

	if (digits(text) != 4 || strlen(text) < 10 || (after >= '0' && after <= '9'))
		return DATE_NONE;
	return date_parse_iso(text, 10);
}

// "24 Sep 2025": day, month, year, from whichever word on.
static date_day
day_first(const char *const *words, size_t count)
{
	for (size_t i = 0; i + 2 < count; i++) {
		int day = atoi(words[i]);

		if (day && digits(words[i]) <= 2 && month_of(words[i + 1]) && year_of(words[i + 2]))
			return date_from_civil(year_of(words[i + 2]), month_of(words[i + 1]), day);
	}
	return DATE_NONE;
}

// "Tue Dec 1 01:06:05 MET 1992": month, day, and the year last.
static date_day
month_first(const char *const *words, size_t count)
{
	for (size_t i = 0; i + 2 < count; i++) {
		int day = atoi(words[i + 1]);

		if (!month_of(words[i]) || !day || digits(words[i + 1]) > 2)
			continue;
		for (size_t j = i + 2; j < count; j++) {
			if (digits(words[j]) == 4)
				return date_from_civil(year_of(words[j]), month_of(words[i]), day);
		}
	}
	return DATE_NONE;
}

date_day
feed_date(const char *text)
{
	char copy[96];
	const char *words[MOST_WORDS + 1];
	size_t count = 0;
	char *rest;
	date_day day;

	text += strspn(text, " \t\r\n");
	day = iso_date(text);
	if (day != DATE_NONE)
		return day;
	memcpy(copy, text, strnlen(text, sizeof(copy) - 1));
	copy[strnlen(text, sizeof(copy) - 1)] = '\0';
	for (char *word = strtok_r(copy, " ,\t\r\n", &rest); word && count <= MOST_WORDS;
	     word = strtok_r(NULL, " ,\t\r\n", &rest))
		words[count++] = word;
	day = day_first(words, count);
	if (day == DATE_NONE)
		day = month_first(words, count);
	return day != DATE_NONE || strlen(text) > LONGEST_OTHER ? day : date_find(text);
}

const char *
feed_date_text(struct arena *arena, const char *text)
{
	date_day day = feed_date(text);
	char written[DATE_TEXT_SIZE];

	if (day == DATE_NONE)
		return NULL;
	date_format(day, written);
	return arena_strdup(arena, written);
}
