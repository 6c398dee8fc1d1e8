// SPDX-License-Identifier: GPL-3.0-or-later
// What an index_builder makes of a batch: all its terms in order, each with the list of its postings, as
// items of one large leaf (leaf.h). The ids of the entries need not be known yet: in their stead the
// entries are numbered as if all were of one day.
#ifndef ARCHIVE_INDEX_LISTS_H
#define ARCHIVE_INDEX_LISTS_H

#include "archive/index-sink.h"

struct index_lists {
	struct strbuf items;
	size_t entries;
};

void index_lists_init(struct index_lists *lists);
void index_lists_release(struct index_lists *lists);

// Gives everything to the sink; ids[i] is that of the entry numbered i, 0 for one that is left out.
int index_lists_emit(const struct index_lists *lists, const int64_t *ids,
		     const struct index_sink *sink, struct error *err) ERROR_CHECKED;

#endif
