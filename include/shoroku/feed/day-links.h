// SPDX-License-Identifier: GPL-3.0-or-later
// A page that lists days: which of its links lead to which day.
#ifndef SHOROKU_FEED_DAY_LINKS_H
#define SHOROKU_FEED_DAY_LINKS_H

#include <stddef.h>

#include "shoroku/base/arena.h"
#include "shoroku/base/date.h"
#include "shoroku/base/error.h"

struct day_link {
	date_day date;
	const char *url; // absolute, http or https, without fragment
};

struct day_links {
	struct day_link *items;
	size_t count;
};

// The links whose text and address together hold exactly one date, the oldest day first, those of a
// day in the page's order, no URL twice. A relative address is resolved against the page's <base>, else
// against `url`, the page's own after redirects (RFC 3986). `encoding` is what the server declared, or
// NULL. `name` is the input's, for messages. Everything lives in `arena`. ERROR_DATA for what the limits
// of markup refuse and for a page without a single day.
int day_links_read(struct arena *arena, const char *name, const char *url, const char *encoding,
		   const char *bytes, size_t length, struct day_links *links, struct error *err)
    ERROR_CHECKED;

#endif
