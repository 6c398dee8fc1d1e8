// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/records-terms.h"

#include <stdlib.h>

#include "archive/index.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/base/vec.h"

// An entry's place in the order of the ids it will have: newest day first, within a day as they came.
struct place {
	date_day date;
	size_t index;
};

struct records_terms {
	struct index_builder *builder;
	VEC(struct place) order;
};

static int
compare(const void *a, const void *b)
{
	const struct place *x = a;
	const struct place *y = b;

	if (x->date != y->date)
		return x->date > y->date ? -1 : 1;
	return x->index < y->index ? -1 : 1;
}

static void
add_line(struct strbuf *text, const char *line)
{
	if (text->length)
		strbuf_add_byte(text, '\n');
	strbuf_add_string(text, line);
}

// The texts of an entry as the view entry_text has them.
struct texts {
	struct strbuf fields[INDEX_FIELDS];
	struct strbuf categories;
};

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

	terms->builder = index_builder_new();
	return terms;
}

void
records_terms_set(struct records_terms *terms, const struct entry *entries, size_t count)
{
	struct texts texts;

	index_builder_clear(terms->builder);
	vec_clear(&terms->order);
	for (size_t i = 0; i < count; i++)
		*vec_push(&terms->order) = (struct place){entries[i].date, i};
	if (count)
		qsort(terms->order.items, count, sizeof(*terms->order.items), compare);
	for (int i = 0; i < INDEX_FIELDS; i++)
		strbuf_init(&texts.fields[i]);
	strbuf_init(&texts.categories);
	for (size_t i = 0; i < count; i++)
		add_entry(terms->builder, &texts, &entries[terms->order.items[i].index]);
	index_builder_sort(terms->builder);
	for (int i = 0; i < INDEX_FIELDS; i++)
		strbuf_release(&texts.fields[i]);
	strbuf_release(&texts.categories);
}

void
records_terms_free(struct records_terms *terms)
{
	if (!terms)
		return;
	index_builder_free(terms->builder);
	vec_release(&terms->order);
	free(terms);
}

int
records_terms_write(struct archive *archive, const struct records_terms *terms,
		    const struct entry *entries, const bool *ready, struct error *err)
{
	int64_t *ids = memory_alloc((terms->order.count + 1) * sizeof(*ids));
	int64_t last = INT64_MAX;
	int result;

	for (size_t i = 0; i < terms->order.count; i++) {
		size_t index = terms->order.items[i].index;

		// A later entry of the batch may have touched the same paper.
		if (!ready[index] || index_is_waiting(archive, entries[index].id))
			continue;
		if (entries[index].id < last)
			last = ids[i] = entries[index].id;
		else
			index_add(archive, entries[index].id);
	}
	result = index_write(archive, terms->builder, ids, err);
	free(ids);
	return result;
}
