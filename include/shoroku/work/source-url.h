// SPDX-License-Identifier: GPL-3.0-or-later
// Where to ask for a source's days.
#ifndef SHOROKU_WORK_SOURCE_URL_H
#define SHOROKU_WORK_SOURCE_URL_H

#include <stdbool.h>
#include <stddef.h>

#include "shoroku/base/arena.h"
#include "shoroku/model/source.h"

// Papers a page of arXiv's API has (API manual, 3.1.1.1: at most 2,000 a request).
#define SOURCE_URL_API_PAPERS 500

// The URL of a page of a day, in `arena`; NULL where the source has no such page.
// SOURCE_TEMPLATE: page 0 alone. SOURCE_ARXIV: today's announcements as RSS (page 0 alone), of a day
// before today what was submitted on it, by the API, page 0 and on. The other kinds have no URL a day.
//
// The two lists of arXiv's are different things: a paper is announced a day or more after it was
// submitted. A day that came from the feed is complete as it is and not to be asked of the API, which
// is for days that the feed was not read on.
const char *source_url_of_day(struct arena *arena, const struct source *source, date_day date,
			      date_day today, size_t page);

// Whether another page of the day has to be asked for after one that had `papers`.
bool source_url_has_more(const struct source *source, date_day date, date_day today, size_t papers);

// The URL of a source whose days come from the page itself: SOURCE_PAGE, SOURCE_INDEX, and
// SOURCE_ARXIV (today's announcements). NULL for the others.
const char *source_url_page(struct arena *arena, const struct source *source);

// Whether both have scheme, host and port in common: a page's link to the host the user typed is as good
// as typed, other links may not lead to private addresses.
bool source_url_same_origin(const char *url, const char *other);

#endif
