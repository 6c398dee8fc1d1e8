// SPDX-License-Identifier: GPL-3.0-or-later
// Reading a segment from one end to the other, item by item.
#ifndef ARCHIVE_SEGMENT_SCAN_H
#define ARCHIVE_SEGMENT_SCAN_H

#include "archive/segment.h"

struct segment_scan {
	const struct segment *segment;
	int64_t leaf_id;
	struct strbuf leaf;
	size_t next;
	struct strbuf term;
	struct posting_reader list;
	// Of the item it stands on.
	const unsigned char *bytes;
	size_t length;
	uint64_t reach;
	bool goes_on; // of the same term as the item before
	bool ended;
};

void segment_scan_init(struct segment_scan *scan, const struct segment *segment);
void segment_scan_release(struct segment_scan *scan);

// To the first item whose term is not less than `from`.
int segment_scan_seek(struct archive *archive, struct segment_scan *scan, const struct strbuf *from,
		      struct error *err) ERROR_CHECKED;

// The next item: its term in `term`, its postings from `list`.
int segment_scan_next(struct archive *archive, struct segment_scan *scan, struct error *err)
    ERROR_CHECKED;

#endif
