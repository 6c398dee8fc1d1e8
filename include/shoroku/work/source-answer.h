// SPDX-License-Identifier: GPL-3.0-or-later
// What a source sent, as digests of that source.
#ifndef SHOROKU_WORK_SOURCE_ANSWER_H
#define SHOROKU_WORK_SOURCE_ANSWER_H

#include <stddef.h>

#include "shoroku/feed/parse.h"
#include "shoroku/model/source.h"

struct source_answer {
	const char *url;	  // after redirects, how messages call it
	const char *content_type; // NULL: not sent
	const char *bytes;
	size_t length;
	date_day asked; // the day the URL is of; DATE_NONE: the days come from the page
};

// Everything in the result lives in `arena`; source and, where the source has one, language are the
// source's. Of an answer for a day the result is one digest of that day; ERROR_DATA where the page says
// that it is of another, as one does that answers every date with the newest day. A page may be a day
// off where only its metadata have a date: those go by somebody's clock.
int source_answer_read(struct arena *arena, const struct source *source,
		       const struct source_answer *answer, const struct labels *labels,
		       struct parse_result *result, struct error *err) ERROR_CHECKED;

// The charset of a Content-Type (RFC 9110, 8.3.1), in `arena`; NULL where none is said.
const char *source_answer_charset(struct arena *arena, const char *content_type);

#endif
