// SPDX-License-Identifier: GPL-3.0-or-later
// Asks a source for one day and shows what would be stored, storing nothing.
#ifndef SHOROKU_WORK_SOURCE_TRY_H
#define SHOROKU_WORK_SOURCE_TRY_H

#include "shoroku/feed/labels.h"
#include "shoroku/model/paper.h"
#include "shoroku/model/source.h"
#include "shoroku/net/http.h"

struct source_try {
	date_day date; // DATE_NONE: the newest there is
	date_day today;
	const struct labels *labels;
	const struct http_options *http; // NULL: the defaults
	// Before each request; what the answer was comes as planned() or as the error. NULL is fine.
	void (*asks)(void *context, const char *url);
	// A page was asked for that is not there; another is asked for next.
	void (*missing)(void *context, const char *url, date_day date);
	void (*planned)(void *context, const char *name, const struct digest *digest,
			const char *reader);
	void *context;
};

// Without a date a page of today that is not there (404) is looked for on the two days before. An index
// is asked first, then its newest day that has come. ERROR_NOT_FOUND where there is no such day.
int source_try(const struct source *source, const struct source_try *options, struct error *err)
    ERROR_CHECKED;

#endif
