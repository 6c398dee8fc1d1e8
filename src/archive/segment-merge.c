// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/segment-merge.h"

#include <stdlib.h>
#include <string.h>

#include "archive/segment-leaf.h"
#include "archive/segment-scan.h"
#include "shoroku/base/memory.h"

struct merge {
	struct archive *archive;
	const struct dropped *dropped;
	const struct index_sink *sink;
	struct segment_scan *scans;
	struct segment_scan **on; // those on the term being merged
	size_t count;
	struct strbuf term;
	bool term_given;
	bool apart; // no segment has entries between those of another, and none is dropped
};

// Longer lists are taken over as they are; shorter ones are put together.
#define LONG_LIST 200 // bytes

static int
compare(const struct strbuf *a, const struct strbuf *b)
{
	int order = memcmp(a->data, b->data, a->length < b->length ? a->length : b->length);

	return order ? order : (a->length > b->length) - (a->length < b->length);
}

// The least term any scan stands on; false where all have ended.
static bool
least_term(struct merge *merge)
{
	const struct strbuf *least = NULL;

	for (size_t i = 0; i < merge->count; i++) {
		const struct segment_scan *scan = &merge->scans[i];

		if (!scan->ended && (!least || compare(&scan->term, least) < 0))
			least = &scan->term;
	}
	if (!least)
		return false;
	strbuf_clear(&merge->term);
	strbuf_add(&merge->term, least->data, least->length);
	merge->term_given = false;
	return true;
}

static bool
is_on_term(const struct merge *merge, const struct segment_scan *scan)
{
	return !scan->ended && !compare(&scan->term, &merge->term);
}

// To the next posting of the term that is still there, or behind the term.
static int
advance(struct merge *merge, struct segment_scan *scan, struct error *err)
{
	for (;;) {
		if (posting_read(&scan->list)) {
			if (!dropped_from(merge->dropped, scan->list.id, scan->segment->age))
				return 0;
			continue;
		}
		if (scan->list.damaged)
			return segment_leaf_damaged(err);
		if (segment_scan_next(merge->archive, scan, err))
			return -1;
		if (!is_on_term(merge, scan))
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

static int
give(struct merge *merge, const struct posting_reader *list, struct error *err)
{
	if (give_term(merge, err))
		return -1;
	return merge->sink->posting(merge->sink->context, list->id, list->places, err);
}

// The item a scan stands on, which is of the term, and all after it that are.
static int
give_items(struct merge *merge, struct segment_scan *scan, struct error *err)
{
	while (is_on_term(merge, scan)) {
		const unsigned char *bytes = scan->list.at;
		size_t length = (size_t)(scan->list.end - bytes);

		if (give_term(merge, err))
			return -1;
		while (posting_read(&scan->list)) {
			if (length >= LONG_LIST) {
				if (merge->sink->list(merge->sink->context, scan->list.id, bytes,
						      length, err))
					return -1;
				break;
			}
			if (merge->sink->posting(merge->sink->context, scan->list.id,
						 scan->list.places, err))
				return -1;
		}
		if (scan->list.damaged)
			return segment_leaf_damaged(err);
		if (segment_scan_next(merge->archive, scan, err))
			return -1;
	}
	return 0;
}

static int
merge_term(struct merge *merge, struct error *err)
{
	struct segment_scan **on = merge->on;
	size_t count = 0;

	for (size_t i = 0; i < merge->count; i++) {
		if (!is_on_term(merge, &merge->scans[i]))
			continue;
		if (advance(merge, &merge->scans[i], err))
			return -1;
		if (is_on_term(merge, &merge->scans[i]))
			on[count++] = &merge->scans[i];
	}
	while (count) {
		size_t newest = 0;

		for (size_t i = 1; i < count; i++) {
			if (on[i]->list.id > on[newest]->list.id)
				newest = i;
		}
		if (give(merge, &on[newest]->list, err) || advance(merge, on[newest], err))
			return -1;
		if (!is_on_term(merge, on[newest]))
			on[newest] = on[--count];
	}
	return 0;
}

// Whether each segment, in this order, has only entries above those of the next.
static bool
are_apart(const struct segment *segments, size_t count)
{
	for (size_t i = 1; i < count; i++) {
		if (segments[i].greatest >= segments[i - 1].least)
			return false;
	}
	return true;
}

static int
merge_all(struct merge *merge, struct error *err)
{
	while (least_term(merge)) {
		if (!merge->apart) {
			if (merge_term(merge, err))
				return -1;
			continue;
		}
		for (size_t i = 0; i < merge->count; i++) {
			if (give_items(merge, &merge->scans[i], err))
				return -1;
		}
	}
	return 0;
}

int
segment_merge(struct archive *archive, const struct segment *segments, size_t count,
	      const struct dropped *dropped, const struct index_sink *sink, struct error *err)
{
	struct merge merge = {.archive = archive, .dropped = dropped, .sink = sink, .count = count};
	int result = 0;

	merge.apart = sink->list && !dropped->list.count && are_apart(segments, count);
	merge.scans = memory_alloc(count * sizeof(*merge.scans));
	merge.on = memory_alloc(count * sizeof(struct segment_scan *));
	strbuf_init(&merge.term);
	for (size_t i = 0; i < count; i++) {
		segment_scan_init(&merge.scans[i], &segments[i]);
		if (!result)
			result = segment_scan_next(archive, &merge.scans[i], err);
	}
	if (!result)
		result = merge_all(&merge, err);
	for (size_t i = 0; i < count; i++)
		segment_scan_release(&merge.scans[i]);
	strbuf_release(&merge.term);
	free(merge.on);
	free(merge.scans);
	return result;
}
