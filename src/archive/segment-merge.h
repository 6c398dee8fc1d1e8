// SPDX-License-Identifier: GPL-3.0-or-later
// Several segments read as one, in the order of a sink, without the entries dropped since they were
// written.
#ifndef ARCHIVE_SEGMENT_MERGE_H
#define ARCHIVE_SEGMENT_MERGE_H

#include "archive/dropped.h"
#include "archive/segment.h"

int segment_merge(struct archive *archive, const struct segment *segments, size_t count,
		  const struct dropped *dropped, const struct index_sink *sink, struct error *err)
    ERROR_CHECKED;

#endif
