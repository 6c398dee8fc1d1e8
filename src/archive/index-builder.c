// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/index-builder.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "archive/terms.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/vec.h"
#include "shoroku/text/fold.h"

#define FIRST_SLOTS ((size_t)1 << 16)

struct term {
	size_t key; // offset of its bytes
	uint32_t length;
	uint32_t hash;
	uint32_t count;	     // occurrences
	uint32_t last_entry; // number of the entry it was met in last, plus 1
};

struct occurrence {
	uint32_t term; // while gathering; the entry's number once sorted
	uint32_t place;
};

struct index_builder {
	struct strbuf keys;
	VEC(struct term) terms;
	uint32_t *slots; // index of a term plus 1, by hash
	size_t slot_count;
	VEC(struct occurrence) occurrences; // entry after entry
	VEC(size_t) starts;		    // of each entry's occurrences
	struct strbuf folded;
	char field; // of the text being added
};

struct index_builder *
index_builder_new(void)
{
	struct index_builder *builder = memory_alloc(sizeof(*builder));

	strbuf_init(&builder->keys);
	strbuf_init(&builder->folded);
	builder->slot_count = FIRST_SLOTS;
	builder->slots = memory_alloc(FIRST_SLOTS * sizeof(*builder->slots));
	return builder;
}

void
index_builder_free(struct index_builder *builder)
{
	if (!builder)
		return;
	strbuf_release(&builder->keys);
	strbuf_release(&builder->folded);
	vec_release(&builder->terms);
	vec_release(&builder->occurrences);
	vec_release(&builder->starts);
	free(builder->slots);
	free(builder);
}

void
index_builder_clear(struct index_builder *builder)
{
	strbuf_clear(&builder->keys);
	vec_clear(&builder->terms);
	vec_clear(&builder->occurrences);
	vec_clear(&builder->starts);
	memset(builder->slots, 0, builder->slot_count * sizeof(*builder->slots));
}

size_t
index_builder_count(const struct index_builder *builder)
{
	return builder->starts.count;
}

// FNV-1a.
static uint32_t
hash_bytes(const char *bytes, size_t length)
{
	uint32_t value = 2166136261u;

	for (size_t i = 0; i < length; i++)
		value = (value ^ (unsigned char)bytes[i]) * 16777619u;
	return value ^ value >> 15;
}

static void
grow_slots(struct index_builder *builder)
{
	builder->slot_count *= 2;
	free(builder->slots);
	builder->slots = memory_alloc(builder->slot_count * sizeof(*builder->slots));
	for (size_t i = 0; i < builder->terms.count; i++) {
		size_t slot = builder->terms.items[i].hash & (builder->slot_count - 1);

		while (builder->slots[slot])
			slot = (slot + 1) & (builder->slot_count - 1);
		builder->slots[slot] = (uint32_t)i + 1;
	}
}

// The index of the term with these bytes, which is made where there is none.
static size_t
find_term(struct index_builder *builder, const char *key, size_t length)
{
	uint32_t hash = hash_bytes(key, length);
	size_t slot = hash & (builder->slot_count - 1);
	struct term *term;

	for (; builder->slots[slot]; slot = (slot + 1) & (builder->slot_count - 1)) {
		term = &builder->terms.items[builder->slots[slot] - 1];
		if (term->hash == hash && term->length == length &&
		    !memcmp(builder->keys.data + term->key, key, length))
			return builder->slots[slot] - 1;
	}
	term = vec_push(&builder->terms);
	*term =
	    (struct term){.key = builder->keys.length, .length = (uint32_t)length, .hash = hash};
	strbuf_add(&builder->keys, key, length);
	builder->slots[slot] = (uint32_t)builder->terms.count;
	if (builder->terms.count * 2 > builder->slot_count)
		grow_slots(builder);
	return builder->terms.count - 1;
}

static void
take_term(void *context, char kind, const char *text, size_t length, uint32_t place)
{
	struct index_builder *builder = context;
	uint32_t entry = (uint32_t)builder->starts.count;
	char key[TERMS_LONGEST_WORD + 3];
	struct term *term;
	size_t index;

	key[0] = kind;
	memcpy(key + 1, text, length);
	key[length + 1] = '\0';
	key[length + 2] = builder->field;
	index = find_term(builder, key, length + 3);
	term = &builder->terms.items[index];
	if (place == TERMS_NO_PLACE && term->last_entry == entry)
		return;
	term->last_entry = entry;
	term->count++;
	*vec_push(&builder->occurrences) = (struct occurrence){(uint32_t)index, place};
}

static void
add_categories(const struct terms_sink *sink, const char *lines)
{
	terms_of_names(sink, TERM_CATEGORY, lines);
	// An archive such as cs stands for all that is in it.
	for (const char *line = lines; *line; line += strcspn(line, "\n"), line += *line == '\n') {
		size_t archive = strcspn(line, ".\n");

		if (line[archive] == '.' && archive && archive < TERMS_LONGEST_WORD) {
			char *name = memory_strndup(line, archive);

			terms_of_names(sink, TERM_CATEGORY, name);
			free(name);
		}
	}
}

static void
add_id(const struct terms_sink *sink, const char *kind, const char *id)
{
	struct strbuf name;

	if (!id)
		return;
	strbuf_init(&name);
	strbuf_addf(&name, "%s:%s", kind, id);
	terms_of_names(sink, TERM_ID, name.data);
	terms_of_names(sink, TERM_HAS, kind);
	strbuf_release(&name);
}

static void
add_names(const struct terms_sink *sink, const struct index_texts *texts)
{
	const struct {
		char kind;
		const char *lines;
	} names[] = {
	    {TERM_AUTHOR, texts->fields[1]},
	    {TERM_SOURCE, texts->source},
	    {TERM_LANG, texts->lang},
	    {TERM_HAS, texts->pdf_url ? "pdf" : NULL},
	};

	for (size_t i = 0; i < ARRAY_LENGTH(names); i++) {
		if (names[i].lines)
			terms_of_names(sink, names[i].kind, names[i].lines);
	}
	add_id(sink, "arxiv", texts->arxiv_id);
	add_id(sink, "doi", texts->doi);
	if (texts->categories)
		add_categories(sink, texts->categories);
}

void
index_builder_add(struct index_builder *builder, const struct index_texts *texts)
{
	const struct terms_sink sink = {builder, take_term};

	*vec_push(&builder->starts) = builder->occurrences.count;
	for (size_t i = 0; i < INDEX_FIELDS; i++) {
		if (!texts->fields[i])
			continue;
		builder->field = (char)('a' + i);
		strbuf_clear(&builder->folded);
		fold_append(&builder->folded, texts->fields[i], strlen(texts->fields[i]));
		terms_of_text(&sink, builder->folded.data, builder->folded.length);
	}
	builder->field = '\0';
	add_names(&sink, texts);
}

// --- giving it back

// A term and the first bytes of its key, by which most comparisons are decided.
struct sorted {
	uint64_t head;
	const char *key;
	uint32_t length;
	uint32_t index;
};

static int
compare_terms(const void *a, const void *b)
{
	const struct sorted *x = a;
	const struct sorted *y = b;
	int order;

	if (x->head != y->head)
		return x->head < y->head ? -1 : 1;
	order = memcmp(x->key, y->key, x->length < y->length ? x->length : y->length);
	return order ? order : (x->length > y->length) - (x->length < y->length);
}

static struct sorted *
sort_terms(const struct index_builder *builder)
{
	struct sorted *order = memory_alloc((builder->terms.count + 1) * sizeof(*order));

	for (size_t i = 0; i < builder->terms.count; i++) {
		const struct term *term = &builder->terms.items[i];
		const char *key = builder->keys.data + term->key;

		order[i] = (struct sorted){0, key, term->length, (uint32_t)i};
		for (size_t j = 0; j < sizeof(order[i].head); j++)
			order[i].head =
			    order[i].head << 8 | (j < term->length ? (unsigned char)key[j] : 0);
	}
	qsort(order, builder->terms.count, sizeof(*order), compare_terms);
	return order;
}

// The occurrences by term, each with its entry; ends[i] is where those of term i end.
static struct occurrence *
sort_occurrences(const struct index_builder *builder, size_t **ends)
{
	struct occurrence *sorted =
	    memory_alloc((builder->occurrences.count + 1) * sizeof(*sorted));
	size_t *at = memory_alloc((builder->terms.count + 1) * sizeof(*at));
	size_t start = 0;

	for (size_t i = 0; i < builder->terms.count; i++) {
		at[i] = start;
		start += builder->terms.items[i].count;
	}
	for (size_t entry = 0; entry < builder->starts.count; entry++) {
		size_t end = entry + 1 < builder->starts.count ? builder->starts.items[entry + 1]
							       : builder->occurrences.count;

		for (size_t i = builder->starts.items[entry]; i < end; i++) {
			const struct occurrence *found = &builder->occurrences.items[i];

			sorted[at[found->term]++] =
			    (struct occurrence){(uint32_t)entry, found->place};
		}
	}
	*ends = at;
	return sorted;
}

// The postings of one term, whose occurrences are [from, end).
static int
emit_postings(const struct occurrence *from, const struct occurrence *end, const int64_t *ids,
	      bool has_places, const struct index_sink *sink, struct strbuf *bytes,
	      struct place_list *list, struct error *err)
{
	while (from < end) {
		uint32_t entry = from->term;
		struct posting_places places = {0};

		vec_clear(&list->places);
		for (; from < end && from->term == entry; from++)
			*vec_push(&list->places) = from->place;
		if (has_places) {
			strbuf_clear(bytes);
			posting_put_places(bytes, list->places.items, list->places.count);
			places.bytes = (const unsigned char *)bytes->data;
			places.length = bytes->length;
		}
		if (sink->posting(sink->context, ids[entry], places, err))
			return -1;
	}
	return 0;
}

int
index_builder_emit(const struct index_builder *builder, const int64_t *ids,
		   const struct index_sink *sink, struct error *err)
{
	struct sorted *order = sort_terms(builder);
	size_t *ends;
	struct occurrence *sorted = sort_occurrences(builder, &ends);
	struct place_list list = {0};
	struct strbuf bytes;
	int result = 0;

	strbuf_init(&bytes);
	for (size_t i = 0; !result && i < builder->terms.count; i++) {
		const struct occurrence *end = sorted + ends[order[i].index];
		const struct occurrence *from = end - builder->terms.items[order[i].index].count;

		result = sink->term(sink->context, order[i].key, order[i].length, err);
		if (!result)
			result = emit_postings(from, end, ids, terms_have_places(*order[i].key),
					       sink, &bytes, &list, err);
	}
	strbuf_release(&bytes);
	place_list_release(&list);
	free(sorted);
	free(ends);
	free(order);
	return result;
}
