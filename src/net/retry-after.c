// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/retry-after.h"

#include <string.h>

#include <curl/curl.h>

#define MOST_SECONDS 100000000

int64_t
retry_after_ms(const char *value, int64_t now_ms)
{
	int64_t seconds = 0;
	time_t date;

	if (*value && !value[strspn(value, "0123456789")]) {
		for (; *value && seconds < MOST_SECONDS; value++)
			seconds = seconds * 10 + (*value - '0');
		return seconds * 1000;
	}
	date = curl_getdate(value, NULL);
	if (date == (time_t)-1)
		return -1;
	return (int64_t)date * 1000 > now_ms ? (int64_t)date * 1000 - now_ms : 0;
}
