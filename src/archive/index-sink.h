// SPDX-License-Identifier: GPL-3.0-or-later
// Whoever takes the index in order: a term, its postings from the newest entry on, the next term. Here a
// term has its field (0 where it has none) as a last byte behind a zero.
#ifndef ARCHIVE_INDEX_SINK_H
#define ARCHIVE_INDEX_SINK_H

#include <stddef.h>
#include <stdint.h>

#include "archive/posting.h"
#include "shoroku/base/error.h"

struct index_sink {
	void *context;
	int (*term)(void *context, const char *term, size_t length, struct error *err);
	int (*posting)(void *context, int64_t id, struct posting_places places, struct error *err);
	// A list of several postings that begins with `first` and reaches so many days down, as it would
	// stand in a leaf. NULL: give the postings one by one.
	int (*list)(void *context, int64_t first, uint64_t reach, const unsigned char *bytes,
		    size_t length, struct error *err);
};

#endif
