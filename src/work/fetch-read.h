// SPDX-License-Identifier: GPL-3.0-or-later
// An answer to a request, read.
#ifndef WORK_FETCH_READ_H
#define WORK_FETCH_READ_H

#include "work/fetch-run.h"

struct fetch_read {
	enum day_answer answer; // DAY_TEXT: there is something to be read, or digests were
	struct error error;	// of DAY_UNREADABLE and DAY_UNREACHABLE; else ERROR_NONE
};

// What the status alone says.
struct fetch_read fetch_read_status(const struct http_response *response, const char *url);

// Reads the page into `input`: its bytes, which are taken, and its digests under the source's name.
// Without papers it is DAY_EMPTY.
struct fetch_read fetch_read_page(const struct fetch_job *job, struct import_waiting *input,
				  struct http_response *response);

#endif
