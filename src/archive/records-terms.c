// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/records-terms.h"

#include <stdlib.h>

#include "archive/index.h"
#include "archive/records-order.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/strbuf.h"

struct records_terms {
	struct index_lists lists;
	struct records_order order;
};

// The texts of an entry as the view entry_text has them.
struct texts {
	struct strbuf fields[INDEX_FIELDS];
	struct strbuf categories;
};

struct records_terms_maker {
	struct index_builder *builder;
	struct texts texts;
};

static void
add_line(struct strbuf *text, const char *line)
{
	if (text->length)
		strbuf_add_byte(text, '\n');
	strbuf_add_string(text, line);
}

static void
set_fields(struct texts *texts, const struct entry *entry)
{
	const struct paper *paper = &entry->paper;

	for (int i = 0; i < INDEX_FIELDS; i++)
		strbuf_clear(&texts->fields[i]);
	strbuf_clear(&texts->categories);
	add_line(&texts->fields[0], paper->title);
	if (paper->title_original)
		add_line(&texts->fields[0], paper->title_original);
	for (size_t i = 0; i < paper->author_count; i++)
		add_line(&texts->fields[1], paper->authors[i]);
	for (size_t i = 0; i < entry->section_count; i++)
		add_line(&texts->fields[2 + entry->sections[i].role], entry->sections[i].text);
	for (size_t i = 0; i < paper->category_count; i++)
		add_line(&texts->categories, paper->categories[i]);
}

static void
add_entry(struct index_builder *builder, struct texts *texts, const struct entry *entry)
{
	struct index_texts all = {
	    .source = entry->source,
	    .lang = entry->lang,
	    .arxiv_id = entry->paper.arxiv_id,
	    .doi = entry->paper.doi,
	    .pdf_url = entry->paper.pdf_url,
	};

	set_fields(texts, entry);
	for (int i = 0; i < INDEX_FIELDS; i++)
		all.fields[i] = texts->fields[i].data;
	all.categories = texts->categories.data;
	index_builder_add(builder, &all);
}

struct records_terms *
records_terms_new(void)
{
	struct records_terms *terms = memory_alloc(sizeof(*terms));

	index_lists_init(&terms->lists);
	return terms;
}

void
records_terms_free(struct records_terms *terms)
{
	if (!terms)
		return;
	index_lists_release(&terms->lists);
	records_order_release(&terms->order);
	free(terms);
}

struct records_terms_maker *
records_terms_maker_new(void)
{
	struct records_terms_maker *maker = memory_alloc(sizeof(*maker));

	maker->builder = index_builder_new();
	for (int i = 0; i < INDEX_FIELDS; i++)
		strbuf_init(&maker->texts.fields[i]);
	strbuf_init(&maker->texts.categories);
	return maker;
}

void
records_terms_maker_free(struct records_terms_maker *maker)
{
	if (!maker)
		return;
	index_builder_free(maker->builder);
	for (int i = 0; i < INDEX_FIELDS; i++)
		strbuf_release(&maker->texts.fields[i]);
	strbuf_release(&maker->texts.categories);
	free(maker);
}

void
records_terms_make(struct records_terms_maker *maker, const struct entry *entries, size_t count,
		   struct records_terms *terms)
{
	records_order_fill(&terms->order, entries, count);
	for (size_t i = 0; i < count; i++)
		add_entry(maker->builder, &maker->texts,
			  &entries[terms->order.places.items[i].index]);
	index_builder_finish(maker->builder, &terms->lists);
}

int
records_terms_write(struct archive *archive, const struct records_terms *terms,
		    const struct entry *entries, const bool *ready, struct error *err)
{
	int64_t *ids = memory_alloc((terms->order.places.count + 1) * sizeof(*ids));
	int64_t last = INT64_MAX;
	int result;

	for (size_t i = 0; i < terms->order.places.count; i++) {
		size_t index = terms->order.places.items[i].index;

		// A later entry of the batch may have touched the same paper.
		if (!ready[index] || index_is_waiting(archive, entries[index].id))
			continue;
		if (entries[index].id < last)
			last = ids[i] = entries[index].id;
		else
			index_add(archive, entries[index].id);
	}
	result = index_write(archive, &terms->lists, ids, err);
	free(ids);
	return result;
}
