// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/segment.h"

#include "archive/leaf.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/model/entry-id.h"

struct writer {
	struct archive *archive;
	uint32_t segment;
	int64_t leaf_id; // of the leaf being filled
	struct strbuf leaf;
	struct strbuf key;  // of the leaf
	struct strbuf last; // term of the last item in the leaf
	struct strbuf term; // being written
	struct posting_writer list;
	int64_t first; // id the list begins with
	uint64_t reach;
};

static int
write_leaf(struct writer *writer, struct error *err)
{
	struct statement st = statement_begin(writer->archive, STATEMENT_ADD_LEAF);

	statement_bind_int(&st, ":id", writer->leaf_id);
	statement_bind_blob(&st, ":data", writer->leaf.data, writer->leaf.length);
	if (statement_run(&st, err))
		return -1;
	st = statement_begin(writer->archive, STATEMENT_ADD_LEAF_KEY);
	statement_bind_blob(&st, ":key", writer->key.data, writer->key.length);
	statement_bind_int(&st, ":leaf", writer->leaf_id);
	if (statement_run(&st, err))
		return -1;
	strbuf_clear(&writer->leaf);
	strbuf_clear(&writer->last);
	writer->leaf_id++;
	return 0;
}

static int
end_item(struct writer *writer, struct error *err)
{
	size_t size = writer->list.bytes.length + writer->term.length + 6;

	if (!writer->list.count)
		return 0;
	if (writer->leaf.length && writer->leaf.length + size > LEAF_SIZE &&
	    write_leaf(writer, err))
		return -1;
	if (!writer->leaf.length)
		leaf_key(&writer->key, writer->segment, writer->term.data, writer->term.length,
			 writer->first);
	leaf_put(&writer->leaf, &writer->last, &writer->term, writer->reach, &writer->list.bytes);
	strbuf_clear(&writer->last);
	strbuf_add(&writer->last, writer->term.data, writer->term.length);
	posting_writer_clear(&writer->list);
	return 0;
}

static int
take_term(void *context, const char *term, size_t length, struct error *err)
{
	struct writer *writer = context;

	if (end_item(writer, err))
		return -1;
	strbuf_clear(&writer->term);
	strbuf_add(&writer->term, term, length);
	return 0;
}

static int
take_posting(void *context, int64_t id, struct posting_places places, struct error *err)
{
	struct writer *writer = context;

	if (writer->list.bytes.length >= LEAF_ITEM_SIZE && end_item(writer, err))
		return -1;
	if (!writer->list.count)
		writer->first = id;
	writer->reach = (uint64_t)(entry_id_day(writer->first) - entry_id_day(id));
	posting_write(&writer->list, id, places);
	return 0;
}

// Goes into the leaf as it is.
static int
take_list(void *context, int64_t first, uint64_t reach, const unsigned char *bytes, size_t length,
	  struct error *err)
{
	struct writer *writer = context;

	if (end_item(writer, err))
		return -1;
	writer->first = first;
	writer->reach = reach;
	strbuf_add(&writer->list.bytes, (const char *)bytes, length);
	writer->list.count = 1;
	return end_item(writer, err);
}

static int
number_it(struct archive *archive, struct segment *segment, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_LAST_LEAF);

	if (statement_step(&st)) {
		segment->id = statement_int(&st, 0) + 1;
		segment->first_leaf = statement_int(&st, 1) + 1;
	}
	return statement_end(&st, err);
}

static int
write_all(struct writer *writer, const struct segment_source *source, struct error *err)
{
	const struct index_sink sink = {writer, take_term, take_posting, take_list};

	if (source->emit(source->context, &sink, err) || end_item(writer, err))
		return -1;
	return writer->leaf.length ? write_leaf(writer, err) : 0;
}

static int
add_row(struct archive *archive, const struct segment *segment, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_ADD_SEGMENT);

	statement_bind_int(&st, ":id", segment->id);
	statement_bind_int(&st, ":age", segment->age);
	statement_bind_int(&st, ":first", segment->first_leaf);
	statement_bind_int(&st, ":last", segment->last_leaf);
	statement_bind_int(&st, ":entries", segment->entries);
	statement_bind_int(&st, ":least", segment->least);
	statement_bind_int(&st, ":greatest", segment->greatest);
	return statement_run(&st, err);
}

int
segment_write(struct archive *archive, struct segment *segment, const struct segment_source *source,
	      struct error *err)
{
	struct writer writer = {.archive = archive};
	int result = number_it(archive, segment, err);

	writer.segment = (uint32_t)segment->id;
	writer.leaf_id = segment->first_leaf;
	strbuf_init(&writer.leaf);
	strbuf_init(&writer.key);
	strbuf_init(&writer.last);
	strbuf_init(&writer.term);
	posting_writer_init(&writer.list);
	if (!result)
		result = write_all(&writer, source, err);
	segment->last_leaf = writer.leaf_id - 1;
	posting_writer_release(&writer.list);
	strbuf_release(&writer.term);
	strbuf_release(&writer.last);
	strbuf_release(&writer.key);
	strbuf_release(&writer.leaf);
	return result ? -1 : add_row(archive, segment, err);
}

int
segment_drop(struct archive *archive, const struct segment *segment, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_DROP_LEAVES);
	struct strbuf from;
	struct strbuf to;
	int result;

	statement_bind_int(&st, ":first", segment->first_leaf);
	statement_bind_int(&st, ":last", segment->last_leaf);
	if (statement_run(&st, err))
		return -1;
	strbuf_init(&from);
	strbuf_init(&to);
	leaf_key(&from, (uint32_t)segment->id, "", 0, INT64_MAX);
	leaf_key(&to, (uint32_t)segment->id + 1, "", 0, INT64_MAX);
	st = statement_begin(archive, STATEMENT_DROP_LEAF_KEYS);
	statement_bind_blob(&st, ":from", from.data, 4);
	statement_bind_blob(&st, ":to", to.data, 4);
	result = statement_run(&st, err);
	strbuf_release(&from);
	strbuf_release(&to);
	if (result)
		return -1;
	st = statement_begin(archive, STATEMENT_DROP_SEGMENT);
	statement_bind_int(&st, ":id", segment->id);
	return statement_run(&st, err);
}
