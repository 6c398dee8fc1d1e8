// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/index-lists.h"

#include "archive/leaf.h"
#include "archive/terms.h"
#include "shoroku/model/entry-id.h"

void
index_lists_init(struct index_lists *lists)
{
	strbuf_init(&lists->items);
	lists->entries = 0;
}

void
index_lists_release(struct index_lists *lists)
{
	strbuf_release(&lists->items);
}

static int
emit_item(const struct strbuf *term, const struct leaf_item *item, const int64_t *ids,
	  const struct index_sink *sink, struct error *err)
{
	struct posting_reader list;

	if (sink->term(sink->context, term->data, term->length, err))
		return -1;
	posting_reader_init(&list, item->list, item->list_length, terms_have_places(term->data[0]));
	while (posting_read(&list)) {
		int64_t id = ids[entry_id_n(list.id)];

		if (id && sink->posting(sink->context, id, list.places, err))
			return -1;
	}
	return 0;
}

int
index_lists_emit(const struct index_lists *lists, const int64_t *ids, const struct index_sink *sink,
		 struct error *err)
{
	const unsigned char *at = (const unsigned char *)lists->items.data;
	const unsigned char *end = at + lists->items.length;
	struct leaf_item item;
	struct strbuf term;
	int result = 0;

	strbuf_init(&term);
	while (!result && leaf_next(&at, end, &item)) {
		strbuf_truncate(&term, item.shared);
		strbuf_add(&term, (const char *)item.suffix, item.suffix_length);
		result = emit_item(&term, &item, ids, sink, err);
	}
	strbuf_release(&term);
	return result;
}
