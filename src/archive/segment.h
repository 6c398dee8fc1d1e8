// SPDX-License-Identifier: GPL-3.0-or-later
// Segments: the index is a few of them, each written once, in one go, and merged with others later.
#ifndef ARCHIVE_SEGMENT_H
#define ARCHIVE_SEGMENT_H

#include <stdint.h>

#include "archive/handle.h"
#include "archive/index-sink.h"

struct segment {
	int64_t id;  // in the keys of its leaves
	int64_t age; // grows with time; a merged one has the greatest of those in it
	int64_t first_leaf;
	int64_t last_leaf;
	int64_t entries;
	int64_t least; // id of an entry
	int64_t greatest;
};

// Gives the sink all of a segment.
struct segment_source {
	void *context;
	int (*emit)(void *context, const struct index_sink *sink, struct error *err);
};

// Writes the segment whose age, entries, least and greatest are given. Sets its id and leaves.
int segment_write(struct archive *archive, struct segment *segment,
		  const struct segment_source *source, struct error *err) ERROR_CHECKED;

int segment_drop(struct archive *archive, const struct segment *segment, struct error *err)
    ERROR_CHECKED;

#endif
