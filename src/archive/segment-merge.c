// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/segment-merge.h"

#include <stdlib.h>
#include <string.h>

#include "archive/segment-leaf.h"
#include "archive/segment-scan.h"
#include "shoroku/base/memory.h"
#include "shoroku/model/entry-id.h"

struct merge {
	struct archive *archive;
	const struct dropped *dropped;
	const struct index_sink *sink;
	struct segment_scan *scans;
	struct segment_scan **on; // those on the term being merged
	size_t on_count;
	size_t count;
	struct strbuf term;
	bool term_given;
};

// Longer lists are taken over as they are; shorter ones are put together.
#define LONG_LIST 200 // bytes

static int
compare(const struct strbuf *a, const struct strbuf *b)
{
	int order = memcmp(a->data, b->data, a->length < b->length ? a->length : b->length);

	return order ? order : (a->length > b->length) - (a->length < b->length);
}

// The least term any scan stands on, and the scans that do, into `on`; false where all have ended.
static bool
least_term(struct merge *merge)
{
	merge->on_count = 0;
	for (size_t i = 0; i < merge->count; i++) {
		struct segment_scan *scan = &merge->scans[i];
		int order = -1;

		if (scan->ended)
			continue;
		if (merge->on_count)
			order = compare(&scan->term, &merge->on[0]->term);
		if (order < 0)
			merge->on_count = 0;
		if (order <= 0)
			merge->on[merge->on_count++] = scan;
	}
	if (!merge->on_count)
		return false;
	strbuf_clear(&merge->term);
	strbuf_add(&merge->term, merge->on[0]->term.data, merge->on[0]->term.length);
	merge->term_given = false;
	return true;
}

// To the next posting of the term that is still there: 1; 0 where the scan is behind the term then.
static int
advance(struct merge *merge, struct segment_scan *scan, struct error *err)
{
	for (;;) {
		if (posting_read(&scan->list)) {
			if (!dropped_from(merge->dropped, scan->list.id, scan->segment->age))
				return 1;
			continue;
		}
		if (scan->list.damaged)
			return segment_leaf_damaged(err);
		if (segment_scan_next(merge->archive, scan, err))
			return -1;
		if (!scan->goes_on)
			return 0;
	}
}

static int
give_term(struct merge *merge, struct error *err)
{
	if (merge->term_given)
		return 0;
	merge->term_given = true;
	return merge->sink->term(merge->sink->context, merge->term.data, merge->term.length, err);
}

// Whether the scan is at the beginning of a long list that is all above `id`.
static bool
is_all_above(const struct merge *merge, const struct segment_scan *scan, int64_t id)
{
	int64_t day = entry_id_day(scan->list.id);

	return merge->sink->list && !merge->dropped->list.count && scan->length >= LONG_LIST &&
	       scan->list.is_first && scan->reach <= (uint64_t)(day - DATE_MIN) &&
	       entry_id_day_first((date_day)(day - (int64_t)scan->reach)) > id;
}

// Gives the posting the scan stands on, or with it the whole list, where nothing above `other` comes
// between. As advance().
static int
give(struct merge *merge, struct segment_scan *scan, int64_t other, struct error *err)
{
	const struct index_sink *sink = merge->sink;

	if (give_term(merge, err))
		return -1;
	if (!is_all_above(merge, scan, other)) {
		if (sink->posting(sink->context, scan->list.id, scan->list.places, err))
			return -1;
		return advance(merge, scan, err);
	}
	if (sink->list(sink->context, scan->list.id, scan->reach, scan->bytes, scan->length, err) ||
	    segment_scan_next(merge->archive, scan, err))
		return -1;
	return scan->goes_on ? advance(merge, scan, err) : 0;
}

// The scan on the newest posting, and the id of the next newest.
static size_t
find_newest(const struct merge *merge, int64_t *other)
{
	size_t newest = 0;

	*other = INT64_MIN;
	for (size_t i = 1; i < merge->on_count; i++) {
		int64_t id = merge->on[i]->list.id;

		if (id > merge->on[newest]->list.id) {
			*other = merge->on[newest]->list.id;
			newest = i;
		} else if (id > *other) {
			*other = id;
		}
	}
	return newest;
}

static int
merge_term(struct merge *merge, struct error *err)
{
	for (size_t i = 0; i < merge->on_count;) {
		int more = advance(merge, merge->on[i], err);

		if (more < 0)
			return -1;
		if (more)
			i++;
		else
			merge->on[i] = merge->on[--merge->on_count];
	}
	while (merge->on_count) {
		int64_t other;
		size_t newest = find_newest(merge, &other);
		struct segment_scan *scan = merge->on[newest];
		int more;

		// Nearly always many in a row come from the same segment.
		do
			more = give(merge, scan, other, err);
		while (more > 0 && scan->list.id > other);
		if (more < 0)
			return -1;
		if (!more)
			merge->on[newest] = merge->on[--merge->on_count];
	}
	return 0;
}

int
segment_merge(struct archive *archive, const struct segment *segments, size_t count,
	      const struct dropped *dropped, const struct index_sink *sink, struct error *err)
{
	struct merge merge = {.archive = archive, .dropped = dropped, .sink = sink, .count = count};
	int result = 0;

	merge.scans = memory_alloc(count * sizeof(*merge.scans));
	merge.on = memory_alloc(count * sizeof(struct segment_scan *));
	strbuf_init(&merge.term);
	for (size_t i = 0; i < count; i++) {
		segment_scan_init(&merge.scans[i], &segments[i]);
		if (!result)
			result = segment_scan_next(archive, &merge.scans[i], err);
	}
	while (!result && least_term(&merge))
		result = merge_term(&merge, err);
	for (size_t i = 0; i < count; i++)
		segment_scan_release(&merge.scans[i]);
	strbuf_release(&merge.term);
	free(merge.on);
	free(merge.scans);
	return result;
}
