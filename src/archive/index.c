// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/index.h"

#include <stdlib.h>

#include "archive/warnings.h"
#include "shoroku/base/memory.h"
#include "shoroku/model/entry-id.h"

struct index *
index_new(void)
{
	struct index *index = memory_alloc(sizeof(*index));

	index->view.epoch = -1;
	return index;
}

void
index_free(struct index *index)
{
	if (!index)
		return;
	vec_release(&index->view.segments);
	vec_release(&index->view.dropped.list);
	vec_release(&index->added);
	vec_release(&index->dropped);
	free(index);
}

// --- looking

static int
read_segments(struct archive *archive, struct index_view *view, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_SEGMENTS);

	vec_clear(&view->segments);
	while (statement_step(&st)) {
		*vec_push(&view->segments) = (struct segment){
		    .id = statement_int(&st, 0),
		    .age = statement_int(&st, 1),
		    .first_leaf = statement_int(&st, 2),
		    .last_leaf = statement_int(&st, 3),
		    .entries = statement_int(&st, 4),
		    .least = statement_int(&st, 5),
		    .greatest = statement_int(&st, 6),
		};
	}
	return statement_end(&st, err);
}

static int
read_dropped(struct archive *archive, struct index_view *view, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_DROPPED_ENTRIES);

	vec_clear(&view->dropped.list);
	while (statement_step(&st))
		*vec_push(&view->dropped.list) =
		    (struct dropped_entry){statement_int(&st, 0), statement_int(&st, 1)};
	return statement_end(&st, err);
}

int
index_look(struct archive *archive, const struct index_view **view, struct error *err)
{
	struct index_view *ours = &archive->index->view;
	struct statement st = statement_begin(archive, STATEMENT_INDEX_EPOCH);
	int64_t epoch = statement_step(&st) ? statement_int(&st, 0) : 0;

	*view = ours;
	if (statement_end(&st, err))
		return -1;
	if (epoch == ours->epoch)
		return 0;
	ours->epoch = -1;
	if (read_segments(archive, ours, err) || read_dropped(archive, ours, err))
		return -1;
	ours->epoch = epoch;
	return 0;
}

// Says that the segments are others than before.
static int
next_epoch(struct archive *archive, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_NEXT_INDEX_EPOCH);

	return statement_run(&st, err);
}

// --- keeping in step

static int
next_age(struct archive *archive, int64_t *age, struct error *err)
{
	const struct index_view *view;

	if (index_look(archive, &view, err))
		return -1;
	*age = 1;
	for (size_t i = 0; i < view->segments.count; i++) {
		if (view->segments.items[i].age >= *age)
			*age = view->segments.items[i].age + 1;
	}
	return 0;
}

void
index_add(struct archive *archive, int64_t entry)
{
	*vec_push(&archive->index->added) = entry;
}

static void
forget_added(struct index *index, int64_t entry)
{
	size_t kept = 0;

	for (size_t i = 0; i < index->added.count; i++) {
		if (index->added.items[i] != entry)
			index->added.items[kept++] = index->added.items[i];
	}
	index->added.count = kept;
}

void
index_drop(struct archive *archive, int64_t entry)
{
	forget_added(archive->index, entry);
	*vec_push(&archive->index->dropped) = entry;
}

bool
index_is_waiting(const struct archive *archive, int64_t entry)
{
	for (size_t i = 0; i < archive->index->added.count; i++) {
		if (archive->index->added.items[i] == entry)
			return true;
	}
	return false;
}

int
index_touch_paper(struct archive *archive, int64_t paper, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_PAPER_ENTRIES);

	statement_bind_int(&st, ":paper", paper);
	while (statement_step(&st)) {
		int64_t entry = statement_int(&st, 0);

		index_drop(archive, entry);
		index_add(archive, entry);
		warnings_touch(archive, entry_id_day(entry));
	}
	return statement_end(&st, err);
}

void
index_forget(struct archive *archive)
{
	vec_clear(&archive->index->added);
	vec_clear(&archive->index->dropped);
	archive->index->view.epoch = -1;
}

struct written {
	const struct index_lists *lists;
	const int64_t *ids;
};

static int
emit_written(void *context, const struct index_sink *sink, struct error *err)
{
	const struct written *written = context;

	return index_lists_emit(written->lists, written->ids, sink, err);
}

int
index_write(struct archive *archive, const struct index_lists *lists, const int64_t *ids,
	    struct error *err)
{
	struct written written = {lists, ids};
	const struct segment_source source = {&written, emit_written};
	struct segment segment = {.least = INT64_MAX, .greatest = INT64_MIN};

	for (size_t i = 0; i < lists->entries; i++) {
		if (!ids[i])
			continue;
		segment.entries++;
		segment.least = ids[i] < segment.least ? ids[i] : segment.least;
		segment.greatest = ids[i] > segment.greatest ? ids[i] : segment.greatest;
	}
	if (!segment.entries)
		return 0;
	if (next_age(archive, &segment.age, err) || segment_write(archive, &segment, &source, err))
		return -1;
	return next_epoch(archive, err);
}

static int
write_batch(void *context, const struct index_lists *lists, const int64_t *ids, struct error *err)
{
	return index_write(context, lists, ids, err);
}

static int
descending(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a;
	int64_t y = *(const int64_t *)b;

	return x > y ? -1 : x < y;
}

static void
set_texts(const struct statement *st, struct index_texts *texts)
{
	for (int i = 0; i < INDEX_FIELDS; i++)
		texts->fields[i] = statement_text(st, i);
	texts->source = statement_text(st, INDEX_FIELDS);
	texts->lang = statement_text(st, INDEX_FIELDS + 1);
	texts->arxiv_id = statement_text(st, INDEX_FIELDS + 2);
	texts->doi = statement_text(st, INDEX_FIELDS + 3);
	texts->pdf_url = statement_text(st, INDEX_FIELDS + 4);
	texts->categories = statement_text(st, INDEX_FIELDS + 5);
}

static int
add_row(struct archive *archive, struct index_builder *builder, int64_t id, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_INDEX_TEXTS);
	struct index_texts texts = {0};

	statement_bind_int(&st, ":entry", id);
	if (statement_step(&st)) {
		set_texts(&st, &texts);
		index_builder_add(builder, &texts);
	} else if (st.code == SQLITE_OK) {
		BUG("entry %lld is to be indexed and not there", (long long)id);
	}
	return statement_end(&st, err);
}

// A segment's worth of entries at a time, so that memory stays bounded.
#define BATCH 4096

typedef int batch_function(void *context, const struct index_lists *lists, const int64_t *ids,
			   struct error *err);

static int
read_entries(struct archive *archive, const int64_t *ids, size_t count, batch_function *batch,
	     void *context, struct error *err)
{
	struct index_builder *builder = index_builder_new();
	struct index_lists lists;
	int result = 0;

	index_lists_init(&lists);
	for (size_t i = 0; !result && i < count; i++) {
		result = add_row(archive, builder, ids[i], err);
		if (!result && ((i + 1) % BATCH == 0 || i + 1 == count)) {
			index_builder_finish(builder, &lists);
			result = batch(context, &lists, ids + i / BATCH * BATCH, err);
		}
	}
	index_lists_release(&lists);
	index_builder_free(builder);
	return result;
}

// The copies written before this transaction are no longer there.
static int
write_dropped(struct archive *archive, struct error *err)
{
	struct index *index = archive->index;
	int64_t age;

	if (!index->dropped.count)
		return 0;
	if (next_age(archive, &age, err))
		return -1;
	for (size_t i = 0; age > 1 && i < index->dropped.count; i++) {
		struct statement st = statement_begin(archive, STATEMENT_ADD_DROPPED_ENTRY);

		statement_bind_int(&st, ":entry", index->dropped.items[i]);
		statement_bind_int(&st, ":before", age);
		if (statement_run(&st, err))
			return -1;
	}
	vec_clear(&index->dropped);
	return next_epoch(archive, err);
}

static int
write_added(struct archive *archive, struct error *err)
{
	struct index *index = archive->index;
	size_t kept = 0;
	int result;

	if (!index->added.count)
		return 0;
	qsort(index->added.items, index->added.count, sizeof(int64_t), descending);
	for (size_t i = 0; i < index->added.count; i++) {
		if (!i || index->added.items[i] != index->added.items[i - 1])
			index->added.items[kept++] = index->added.items[i];
	}
	result = read_entries(archive, index->added.items, kept, write_batch, archive, err);
	vec_clear(&index->added);
	return result;
}

int
index_flush(struct archive *archive, struct error *err)
{
	return write_dropped(archive, err) || write_added(archive, err) ? -1 : 0;
}

// --- making it anew

int
index_read_rows(struct archive *archive, batch_function *batch, void *context, struct error *err)
{
	int64_t from = INT64_MAX;
	int result = 0;

	while (!result) {
		struct statement st = statement_begin(archive, STATEMENT_ENTRIES_FROM);
		int64_t ids[BATCH];
		size_t count = 0;

		statement_bind_int(&st, ":from", from);
		statement_bind_int(&st, ":count", BATCH);
		while (count < BATCH && statement_step(&st))
			ids[count++] = statement_int(&st, 0);
		result = statement_end(&st, err);
		if (result || !count)
			break;
		result = read_entries(archive, ids, count, batch, context, err);
		from = ids[count - 1] - 1;
	}
	return result;
}

static int
empty(struct archive *archive, struct error *err)
{
	static const enum statement_id steps[] = {
	    STATEMENT_DROP_ALL_LEAVES, STATEMENT_DROP_ALL_LEAF_KEYS, STATEMENT_DROP_ALL_SEGMENTS,
	    STATEMENT_FORGET_DROPPED_ENTRIES};

	for (size_t i = 0; i < ARRAY_LENGTH(steps); i++) {
		struct statement st = statement_begin(archive, steps[i]);

		if (statement_run(&st, err))
			return -1;
	}
	return next_epoch(archive, err);
}

int
index_rebuild(struct archive *archive, struct error *err)
{
	if (empty(archive, err))
		return -1;
	return index_read_rows(archive, write_batch, archive, err);
}
