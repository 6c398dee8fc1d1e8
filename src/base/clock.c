// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/base/clock.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define MS_PER_DAY ((int64_t)86400000)

// SHOROKU_NOW as milliseconds since the epoch; false where it is unset or not understood.
static bool
fixed_now(int64_t *now)
{
	const char *text = getenv("SHOROKU_NOW");
	int hour = 0;
	int minute = 0;
	int second = 0;
	date_day day;

	if (!text)
		return false;
	day = date_parse_iso(text, 10);
	if (day == DATE_NONE)
		return false;
	if (text[10] && sscanf(text + 10, "T%2d:%2d:%2dZ", &hour, &minute, &second) != 3)
		return false;
	*now = day * MS_PER_DAY + ((int64_t)hour * 3600 + minute * 60 + second) * 1000;
	return true;
}

static int64_t
read_clock(clockid_t id)
{
	struct timespec time;

	clock_gettime(id, &time);
	return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

bool
clock_is_fixed(void)
{
	int64_t now;

	return fixed_now(&now);
}

int64_t
clock_now_ms(void)
{
	int64_t now;

	return fixed_now(&now) ? now : read_clock(CLOCK_REALTIME);
}

int64_t
clock_monotonic_ms(void)
{
	return read_clock(CLOCK_MONOTONIC);
}

date_day
clock_day(int64_t ms)
{
	time_t seconds = (time_t)(ms / 1000);
	struct tm local;

	localtime_r(&seconds, &local);
	return date_from_civil(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

date_day
clock_today(void)
{
	return clock_day(clock_now_ms());
}

void
clock_format_utc(int64_t ms, char text[CLOCK_TEXT_SIZE])
{
	time_t seconds = (time_t)(ms / 1000);
	struct tm utc;

	text[0] = '\0';
	if (gmtime_r(&seconds, &utc))
		strftime(text, CLOCK_TEXT_SIZE, "%Y-%m-%dT%H:%M:%SZ", &utc);
}

void
clock_format_local(int64_t ms, char text[CLOCK_TEXT_SIZE])
{
	time_t seconds = (time_t)(ms / 1000);
	struct tm local;

	text[0] = '\0';
	if (localtime_r(&seconds, &local))
		strftime(text, CLOCK_TEXT_SIZE, "%Y-%m-%d %H:%M", &local);
}
