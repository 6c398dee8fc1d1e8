// SPDX-License-Identifier: GPL-3.0-or-later
// An answer to a request, read: what it says of a day, or of the days it has.
#ifndef WORK_FETCH_READ_H
#define WORK_FETCH_READ_H

#include "shoroku/model/day-state.h"
#include "shoroku/net/http.h"
#include "shoroku/work/sources.h"
#include "work/import-batch.h"

struct fetch_read {
	enum day_answer answer; // DAY_TEXT: digests were read, be they without papers
	struct error error;	// of DAY_UNREADABLE and DAY_UNREACHABLE
};

// What the status alone says: DAY_TEXT is a page to be read. ERROR_NETWORK with a sentence for what was
// not answered; `url` is what was asked.
struct fetch_read fetch_read_status(const struct http_response *response, const char *url);

// Reads the page into `input`: its bytes, which are taken, and its digests under the source's name and
// language. `date`: the day it is asked to be of, DATE_NONE: it says so itself. A page that bears
// another day than the one it was asked for is DAY_UNREADABLE, one that bears none is of that day.
struct fetch_read fetch_read_page(struct import_waiting *input, const struct source *source,
				  const struct labels *labels, struct http_response *response,
				  const char *url, date_day date);

// The charset of a Content-Type (RFC 9110, 8.3.2), or NULL.
const char *fetch_read_charset(struct arena *arena, const char *content_type);

#endif
