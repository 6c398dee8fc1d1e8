// SPDX-License-Identifier: GPL-3.0-or-later
// Segments of about the same number of entries are merged when there are four of them: each entry is
// written again a few times as the archive grows, and a search looks at a few segments however large
// it is.
#include <stdlib.h>

#include "archive/index.h"
#include "shoroku/base/log.h"
#include "shoroku/base/memory.h"

#define SEGMENTS_A_SIZE 4
#define DROPPED_ALLOWED 1000 // and a tenth of the entries

static int
size_class(int64_t entries)
{
	int class = 0;

	for (; entries >= SEGMENTS_A_SIZE; entries /= SEGMENTS_A_SIZE)
		class ++;
	return class;
}

// The segments to merge now, as a list the caller frees; *count 0 where all is well.
static struct segment *
choose(const struct index_view *view, size_t *count)
{
	struct segment *chosen = memory_alloc((view->segments.count + 1) * sizeof(*chosen));
	int64_t entries = 0;

	for (size_t i = 0; i < view->segments.count; i++)
		entries += view->segments.items[i].entries;
	if ((int64_t)view->dropped.list.count > DROPPED_ALLOWED + entries / 10) {
		for (*count = 0; *count < view->segments.count; ++*count)
			chosen[*count] = view->segments.items[*count];
		return chosen;
	}
	for (int class = 0; class < 32; class ++) {
		*count = 0;
		for (size_t i = 0; i < view->segments.count; i++) {
			if (size_class(view->segments.items[i].entries) == class)
				chosen[(*count)++] = view->segments.items[i];
		}
		if (*count >= SEGMENTS_A_SIZE)
			return chosen;
	}
	*count = 0;
	return chosen;
}

struct merging {
	struct archive *archive;
	const struct segment *segments;
	size_t count;
	const struct dropped *dropped;
};

static int
emit(void *context, const struct index_sink *sink, struct error *err)
{
	const struct merging *merging = context;

	return segment_merge(merging->archive, merging->segments, merging->count, merging->dropped,
			     sink, err);
}

static int
merge(struct archive *archive, const struct segment *segments, size_t count,
      const struct dropped *dropped, struct error *err)
{
	struct merging merging = {archive, segments, count, dropped};
	const struct segment_source source = {&merging, emit};
	struct segment all = segments[0];

	for (size_t i = 1; i < count; i++) {
		all.entries += segments[i].entries;
		all.age = segments[i].age > all.age ? segments[i].age : all.age;
		all.least = segments[i].least < all.least ? segments[i].least : all.least;
		all.greatest =
		    segments[i].greatest > all.greatest ? segments[i].greatest : all.greatest;
	}
	if (segment_write(archive, &all, &source, err))
		return -1;
	for (size_t i = 0; i < count; i++) {
		if (segment_drop(archive, &segments[i], err))
			return -1;
	}
	return 0;
}

// What was dropped from all segments there are need not be remembered.
static int
end_merge(struct archive *archive, bool all, struct error *err)
{
	struct statement st = statement_begin(archive, all ? STATEMENT_FORGET_DROPPED_ENTRIES
							   : STATEMENT_FORGET_OLD_DROPPED_ENTRIES);

	if (statement_run(&st, err))
		return -1;
	st = statement_begin(archive, STATEMENT_NEXT_INDEX_EPOCH);
	return statement_run(&st, err);
}

static int
merge_chosen(struct archive *archive, void *context, struct error *err)
{
	const struct index_view *view;
	struct segment *chosen;
	size_t count;
	int result = 0;

	(void)context;
	// Another process may have done it meanwhile.
	if (index_look(archive, &view, err))
		return -1;
	chosen = choose(view, &count);
	if (count && (merge(archive, chosen, count, &view->dropped, err) ||
		      end_merge(archive, count == view->segments.count, err)))
		result = -1;
	free(chosen);
	return result;
}

int
index_tidy(struct archive *archive, struct error *err)
{
	for (;;) {
		const struct index_view *view;
		size_t count;

		if (index_look(archive, &view, err))
			return -1;
		free(choose(view, &count));
		if (!count)
			return 0;
		if (handle_transaction(archive, merge_chosen, NULL, err))
			return -1;
	}
}

void
index_tidy_quietly(struct archive *archive)
{
	struct error err;

	if (index_tidy(archive, &err))
		log_message(LOG_WARNING, "merging the search index: %s", err.text);
}
