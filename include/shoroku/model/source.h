// SPDX-License-Identifier: GPL-3.0-or-later
// A place digests come from, as the configuration or a preset names it.
#ifndef SHOROKU_MODEL_SOURCE_H
#define SHOROKU_MODEL_SOURCE_H

#include <stdbool.h>

#include "shoroku/base/date.h"
#include "shoroku/base/error.h"

enum source_kind {
	SOURCE_TEMPLATE, // an address a day: the date's letters stand in the URL (work/source-url.h)
	SOURCE_PAGE,	 // a feed or one page: the dates come from it
	SOURCE_INDEX,	 // a page that lists days (feed/day-links.h)
	SOURCE_ARXIV,	 // categories of arXiv
	SOURCE_PATH,	 // a file or directory of this machine
};

// What it points to lives in one arena, named by whoever fills the struct.
struct source {
	const char *name;
	const char *url; // with its scheme; SOURCE_ARXIV: "arxiv:cs.CL+astro-ph.GA"
	enum source_kind kind;
	const char *path;    // SOURCE_PATH: absolute; else NULL
	const char *lang;    // of its digests; NULL: as found
	const char *format;  // a reader's name; NULL: told by content
	int spacing_ms;	     // between requests to its host; -1: the host's default
	date_day since;	     // nothing older is asked for; DATE_NONE: not said
	bool enrich;	     // after a fetch
	const char *api_url; // SOURCE_ARXIV: where to ask; NULL: arXiv itself
	const char *feed_url;
};

// "template", "page", "index", "arxiv", "path"
const char *source_kind_name(enum source_kind kind);

// A source is typed in DATE/SOURCE#N, so that its name is 1 to 64 bytes of clean text without blanks,
// '/' and '#'. NULL is no name.
bool source_name_is_valid(const char *name);

// The same with a sentence: ERROR_USAGE.
int source_name_check(const char *name, struct error *err) ERROR_CHECKED;

#endif
