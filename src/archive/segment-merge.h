// SPDX-License-Identifier: GPL-3.0-or-later
// Several segments read as one, in the order of a sink, without the entries dropped since they were
// written.
#ifndef ARCHIVE_SEGMENT_MERGE_H
#define ARCHIVE_SEGMENT_MERGE_H

#include "archive/segment.h"
#include "shoroku/base/vec.h"

// Copies of the entry in segments of less than the age are not there any more.
struct dropped_entry {
	int64_t id;
	int64_t before;
};

// In ascending order of ids.
struct dropped_entries {
	VEC(struct dropped_entry) list;
};

bool dropped_from(const struct dropped_entries *dropped, int64_t id, int64_t age);

int segment_merge(struct archive *archive, const struct segment *segments, size_t count,
		  const struct dropped_entries *dropped, const struct index_sink *sink,
		  struct error *err) ERROR_CHECKED;

#endif
