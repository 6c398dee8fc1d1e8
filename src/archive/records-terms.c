// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/records-terms.h"

#include <stdlib.h>

#include "archive/index.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/base/vec.h"
#include "shoroku/trust/crowd.h"
#include "shoroku/trust/tokens.h"

// An entry's place in the order of the ids it will have: newest day first, within a day as they came.
struct place {
	date_day date;
	size_t index;
	bool too_long; // for what it speaks of to be told the same way as from its rows
};

struct records_terms {
	struct index_lists lists;
	VEC(struct place) order;
	struct trust_crowd *crowd; // its papers in that order
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
add_entry(struct index_builder *builder, struct texts *texts, const struct entry *entry,
	  struct trust_crowd *crowd)
{
	struct index_texts all = {
	    .source = entry->source,
	    .lang = entry->lang,
	    .arxiv_id = entry->paper.arxiv_id,
	    .doi = entry->paper.doi,
	    .pdf_url = entry->paper.pdf_url,
	    .crowd = crowd,
	};

	set_fields(texts, entry);
	for (int i = 0; i < INDEX_FIELDS; i++)
		all.fields[i] = texts->fields[i].data;
	all.categories = texts->categories.data;
	crowd_add_paper(crowd, entry->paper.key);
	index_builder_add(builder, &all);
}

static bool
is_too_long(const struct texts *texts)
{
	for (int i = 0; i < INDEX_FIELDS; i++) {
		if (texts->fields[i].length > TRUST_LONGEST_TEXT)
			return true;
	}
	return false;
}

struct records_terms *
records_terms_new(void)
{
	struct records_terms *terms = memory_alloc(sizeof(*terms));

	index_lists_init(&terms->lists);
	terms->crowd = crowd_new();
	return terms;
}

void
records_terms_free(struct records_terms *terms)
{
	if (!terms)
		return;
	index_lists_release(&terms->lists);
	vec_release(&terms->order);
	crowd_free(terms->crowd);
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
	vec_clear(&terms->order);
	crowd_clear(terms->crowd);
	for (size_t i = 0; i < count; i++)
		*vec_push(&terms->order) = (struct place){entries[i].date, i, false};
	if (count)
		qsort(terms->order.items, count, sizeof(*terms->order.items), compare);
	for (size_t i = 0; i < count; i++) {
		struct place *place = &terms->order.items[i];

		add_entry(maker->builder, &maker->texts, &entries[place->index], terms->crowd);
		place->too_long = is_too_long(&maker->texts);
	}
	index_builder_finish(maker->builder, &terms->lists);
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
	result = index_write(archive, &terms->lists, ids, err);
	free(ids);
	return result;
}

bool
records_terms_day(const struct records_terms *terms, const bool *ready, date_day date,
		  size_t *first, size_t *end)
{
	size_t low = 0;
	size_t high = terms->order.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (terms->order.items[middle].date > date)
			low = middle + 1;
		else
			high = middle;
	}
	*first = low;
	while (low < terms->order.count && terms->order.items[low].date == date) {
		if (terms->order.items[low].too_long || !ready[terms->order.items[low].index])
			return false;
		low++;
	}
	*end = low;
	return *first < *end;
}

size_t
records_terms_entry(const struct records_terms *terms, size_t paper)
{
	return terms->order.items[paper].index;
}

struct trust_crowd *
records_terms_crowd(const struct records_terms *terms)
{
	return terms->crowd;
}
