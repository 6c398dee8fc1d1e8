// SPDX-License-Identifier: GPL-3.0-or-later
// Segments of about the same number of entries are merged when there are eight of them: each entry is
// written again a few times as the archive grows, and a search looks at a few segments however large
// it is.
#include "archive/index.h"
#include "shoroku/base/log.h"
#include "shoroku/base/memory.h"

#define SEGMENTS_A_SIZE 8
#define SEGMENTS_IN_A_HURRY 64 // while many entries come, until they are settled
#define DROPPED_ALLOWED 1000   // and a tenth of the entries

static int
size_of(int64_t entries)
{
	int size = 0;

	for (; entries >= SEGMENTS_A_SIZE; entries /= SEGMENTS_A_SIZE)
		size++;
	return size;
}

struct manner {
	size_t most_a_size; // segments: so many are merged
	bool settle;
};

// Segments to be merged; the caller releases the list.
struct choice {
	VEC(struct segment) list;
};

static void
choose_smaller(const struct index_view *view, int64_t entries, struct choice *choice)
{
	vec_clear(&choice->list);
	for (size_t i = 0; i < view->segments.count; i++) {
		if (view->segments.items[i].entries < entries)
			*vec_push(&choice->list) = view->segments.items[i];
	}
}

static void
choose_size(const struct index_view *view, int size, struct choice *choice)
{
	vec_clear(&choice->list);
	for (size_t i = 0; i < view->segments.count; i++) {
		if (size_of(view->segments.items[i].entries) == size)
			*vec_push(&choice->list) = view->segments.items[i];
	}
}

// What to merge now, nothing where all is well.
static void
choose(const struct index_view *view, const struct manner *manner, struct choice *choice)
{
	int64_t entries = 0;

	for (size_t i = 0; i < view->segments.count; i++)
		entries += view->segments.items[i].entries;
	if ((int64_t)view->dropped.list.count > DROPPED_ALLOWED + entries / 10) {
		choose_smaller(view, INT64_MAX, choice);
		return;
	}
	if (manner->settle) {
		choose_smaller(view, entries / 2, choice);
		if (choice->list.count > 1)
			return;
	}
	for (int size = 0; size < 32; size++) {
		choose_size(view, size, choice);
		if (choice->list.count >= manner->most_a_size)
			return;
	}
	vec_clear(&choice->list);
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
merge_chosen(struct archive *archive, void *manner, struct error *err)
{
	const struct index_view *view;
	struct choice choice = {0};
	int result = 0;

	// Another process may have done it meanwhile.
	if (index_look(archive, &view, err))
		return -1;
	choose(view, manner, &choice);
	if (choice.list.count &&
	    (merge(archive, choice.list.items, choice.list.count, &view->dropped, err) ||
	     end_merge(archive, choice.list.count == view->segments.count, err)))
		result = -1;
	vec_release(&choice.list);
	return result;
}

static int
tidy(struct archive *archive, struct manner manner, struct error *err)
{
	struct choice choice = {0};
	const struct index_view *view;
	bool done = false;
	int result = 0;

	while (!result && !done) {
		result = index_look(archive, &view, err);
		if (result)
			break;
		choose(view, &manner, &choice);
		done = !choice.list.count;
		if (!done)
			result = handle_transaction(archive, merge_chosen, &manner, err);
	}
	vec_release(&choice.list);
	return result;
}

int
index_tidy(struct archive *archive, struct error *err)
{
	return tidy(archive, (struct manner){SEGMENTS_A_SIZE, false}, err);
}

int
index_tidy_settle(struct archive *archive, struct error *err)
{
	return tidy(archive, (struct manner){SEGMENTS_A_SIZE, true}, err);
}

static void
log_failure(int failed, const struct error *err)
{
	if (failed)
		log_message(LOG_WARNING, "merging the search index: %s", err->text);
}

void
index_tidy_quietly(struct archive *archive)
{
	struct error err;

	log_failure(index_tidy(archive, &err), &err);
}

void
index_tidy_in_a_hurry(struct archive *archive)
{
	struct error err;

	log_failure(tidy(archive, (struct manner){SEGMENTS_IN_A_HURRY, false}, &err), &err);
}
