// SPDX-License-Identifier: GPL-3.0-or-later
// Where a date may be found when no user says it, best first: the page's heading, front matter, the
// page's metadata, the file's name, the directories' names from the nearest on.
#ifndef FEED_PAGE_DATE_H
#define FEED_PAGE_DATE_H

#include <stdbool.h>

#include "shoroku/base/date.h"
#include "shoroku/feed/blocks.h"
#include "shoroku/feed/labels.h"
#include "shoroku/model/paper.h"

// The first date in a text however its digits and hyphens are written; DATE_NONE where there is none.
date_day page_date_in(const char *text);

// Whether all dates of the text are the one in *day, or, where that is DATE_NONE, one and the same,
// which *day then is. A text of more than 512 bytes has none.
bool page_date_only(const char *text, date_day *day);

// Front matter, else metadata; DATE_NONE where neither has a date.
date_day page_date_beside(const struct blocks *blocks, const struct labels *labels,
			  enum date_origin *origin);

// The path alone.
date_day page_date_of_path(const char *path, enum date_origin *origin);

#endif
