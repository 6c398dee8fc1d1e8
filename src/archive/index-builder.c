// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/index-builder.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "archive/leaf.h"
#include "archive/place-list.h"
#include "archive/terms.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/vec.h"
#include "shoroku/model/entry-id.h"
#include "shoroku/text/fold.h"

#define FIRST_SLOTS ((size_t)1 << 16)

// Looked up a thousand times a paper, so it is kept to what two cache lines hold: a slot and this.
struct term {
	uint64_t head;	 // the first bytes of its text, by which most are told apart
	uint32_t key;	 // offset of its bytes
	uint16_t length; // of the text
	char kind;
	char field;
	uint32_t count;	     // occurrences
	uint32_t last_entry; // number of the entry it was met in last, plus 1
};

struct slot {
	uint32_t hash;
	uint32_t term; // index plus 1, 0: empty
};

struct occurrence {
	uint32_t term; // while gathering; the entry's number once sorted
	uint32_t place;
};

// A term and the first bytes of its key, by which most comparisons are decided.
struct sorted {
	uint64_t head;
	const char *key;
	uint32_t length;
	uint32_t index;
};

// A term met in a text, before it is looked up. They are looked up some at a time: nearly each lookup
// waits for memory, and so they wait together.
struct token {
	struct term term;
	const char *text; // where it is longer than the head: part of the folded text
	uint32_t hash;
	uint32_t place;
};
#define TOKENS 32
#define AHEAD 8

struct index_builder {
	struct token tokens[TOKENS];
	size_t token_count;
	struct strbuf keys;
	VEC(struct term) terms;
	struct slot *slots; // by hash
	size_t slot_count;
	VEC(struct occurrence) occurrences; // entry after entry
	VEC(size_t) starts;		    // of each entry's occurrences
	struct strbuf folded;
	char field; // of the text being added
	// For giving it back; kept, since getting so much memory anew each time takes long.
	VEC(struct sorted) order;
	VEC(struct occurrence) sorted;
	VEC(size_t) ends;
	struct place_list places;
	struct posting_writer list;
};

struct index_builder *
index_builder_new(void)
{
	struct index_builder *builder = memory_alloc(sizeof(*builder));

	strbuf_init(&builder->keys);
	strbuf_init(&builder->folded);
	posting_writer_init(&builder->list);
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
	vec_release(&builder->order);
	vec_release(&builder->sorted);
	vec_release(&builder->ends);
	place_list_release(&builder->places);
	posting_writer_release(&builder->list);
	free(builder->slots);
	free(builder);
}

static uint64_t
head_of(const char *text, size_t length)
{
	uint64_t head = 0;

	memcpy(&head, text, length < sizeof(head) ? length : sizeof(head));
	return head;
}

static uint32_t
hash_text(uint64_t head, const char *text, size_t length, char kind, char field)
{
	uint64_t hash = head ^ (uint64_t)(unsigned char)kind << 56 ^
			(uint64_t)(unsigned char)field << 48 ^ length;

	for (size_t i = sizeof(head); i < length; i++)
		hash = (hash ^ (unsigned char)text[i]) * 1099511628211u;
	hash = (hash ^ hash >> 32) * 0x9E3779B97F4A7C15u;
	return (uint32_t)(hash >> 32 ^ hash);
}

static void
grow_slots(struct index_builder *builder)
{
	size_t former = builder->slot_count;
	struct slot *slots = builder->slots;

	builder->slot_count *= 2;
	builder->slots = memory_alloc(builder->slot_count * sizeof(*builder->slots));
	for (size_t i = 0; i < former; i++) {
		size_t at = slots[i].hash & (builder->slot_count - 1);

		while (slots[i].term && builder->slots[at].term)
			at = (at + 1) & (builder->slot_count - 1);
		if (slots[i].term)
			builder->slots[at] = slots[i];
	}
	free(slots);
}

static size_t
add_term(struct index_builder *builder, struct slot *slot, const struct term *like,
	 const char *text)
{
	struct term *term = vec_push(&builder->terms);
	const char *head = (const char *)&like->head;

	*term = *like;
	term->key = (uint32_t)builder->keys.length;
	strbuf_add_byte(&builder->keys, like->kind);
	strbuf_add(&builder->keys, like->length <= sizeof(like->head) ? head : text, like->length);
	strbuf_add_byte(&builder->keys, '\0');
	strbuf_add_byte(&builder->keys, like->field);
	slot->term = (uint32_t)builder->terms.count;
	if (builder->terms.count * 2 > builder->slot_count)
		grow_slots(builder);
	return builder->terms.count - 1;
}

static bool
is_term(const struct index_builder *builder, const struct term *term, const struct term *like,
	const char *text)
{
	return term->head == like->head && term->length == like->length &&
	       term->kind == like->kind && term->field == like->field &&
	       (like->length <= sizeof(like->head) ||
		!memcmp(builder->keys.data + term->key + 1, text, like->length));
}

// The index of the token's term, which is made where there is none.
static size_t
find_term(struct index_builder *builder, const struct token *token)
{
	size_t at = token->hash & (builder->slot_count - 1);

	for (; builder->slots[at].term; at = (at + 1) & (builder->slot_count - 1)) {
		size_t index = builder->slots[at].term - 1;

		if (builder->slots[at].hash == token->hash &&
		    is_term(builder, &builder->terms.items[index], &token->term, token->text))
			return index;
	}
	builder->slots[at].hash = token->hash;
	return add_term(builder, &builder->slots[at], &token->term, token->text);
}

static void
add_occurrence(struct index_builder *builder, const struct token *token)
{
	uint32_t entry = (uint32_t)builder->starts.count;
	size_t index = find_term(builder, token);
	struct term *term = &builder->terms.items[index];

	if (token->place == TERMS_NO_PLACE && term->last_entry == entry)
		return;
	term->last_entry = entry;
	term->count++;
	*vec_push(&builder->occurrences) = (struct occurrence){(uint32_t)index, token->place};
}

// By now the slots asked for have come from memory; so have the terms once all are asked for.
static void
add_tokens(struct index_builder *builder)
{
	for (size_t i = 0; i < builder->token_count; i++) {
		uint32_t hash = builder->tokens[i].hash;
		const struct slot *slot = &builder->slots[hash & (builder->slot_count - 1)];

		if (slot->term)
			PREFETCH(&builder->terms.items[slot->term - 1]);
	}
	for (size_t i = 0; i < builder->token_count; i++)
		add_occurrence(builder, &builder->tokens[i]);
	builder->token_count = 0;
}

static void
take_term(void *context, char kind, const char *text, size_t length, uint32_t place)
{
	struct index_builder *builder = context;
	struct token *token = &builder->tokens[builder->token_count++];
	uint64_t head = head_of(text, length);

	token->term = (struct term){
	    .head = head, .length = (uint16_t)length, .kind = kind, .field = builder->field};
	token->text = text;
	token->place = place;
	token->hash = hash_text(head, text, length, kind, builder->field);
	PREFETCH(&builder->slots[token->hash & (builder->slot_count - 1)]);
	if (builder->token_count == TOKENS)
		add_tokens(builder);
}

// A name's text does not wait.
static void
take_name(void *context, char kind, const char *text, size_t length, uint32_t place)
{
	take_term(context, kind, text, length, place);
	add_tokens(context);
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
	const struct terms_sink names = {builder, take_name};

	*vec_push(&builder->starts) = builder->occurrences.count;
	for (size_t i = 0; i < INDEX_FIELDS; i++) {
		if (!texts->fields[i])
			continue;
		builder->field = (char)('a' + i);
		strbuf_clear(&builder->folded);
		fold_append(&builder->folded, texts->fields[i], strlen(texts->fields[i]));
		terms_of_text(&sink, builder->folded.data, builder->folded.length,
			      index_has_triples((int)i));
		add_tokens(builder);
	}
	builder->field = '\0';
	add_names(&names, texts);
}

// --- giving it back

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

static void
sort_terms(struct index_builder *builder)
{
	vec_clear(&builder->order);
	for (size_t i = 0; i < builder->terms.count; i++) {
		const struct term *term = &builder->terms.items[i];
		struct sorted *sorted = vec_push(&builder->order);

		sorted->key = builder->keys.data + term->key;
		sorted->length = term->length + 3u;
		sorted->index = (uint32_t)i;
		for (size_t j = 0; j < sizeof(sorted->head); j++)
			sorted->head = sorted->head << 8 |
				       (j < sorted->length ? (unsigned char)sorted->key[j] : 0);
	}
	if (builder->order.count)
		qsort(builder->order.items, builder->order.count, sizeof(*builder->order.items),
		      compare_terms);
}

// The occurrences by term, each with its entry; ends[i] is where those of term i end.
static void
sort_occurrences(struct index_builder *builder)
{
	size_t start = 0;

	vec_clear(&builder->ends);
	for (size_t i = 0; i < builder->terms.count; i++) {
		*vec_push(&builder->ends) = start;
		start += builder->terms.items[i].count;
	}
	vec_reserve(&builder->sorted, builder->occurrences.count);
	for (size_t entry = 0; entry < builder->starts.count; entry++) {
		size_t end = entry + 1 < builder->starts.count ? builder->starts.items[entry + 1]
							       : builder->occurrences.count;

		for (size_t i = builder->starts.items[entry]; i < end; i++) {
			const struct occurrence *found = &builder->occurrences.items[i];

			// Each goes somewhere else, so that memory is asked for some ahead.
			if (i + AHEAD < builder->occurrences.count)
				PREFETCH(
				    &builder->sorted.items[builder->ends.items[found[AHEAD].term]]);
			builder->sorted.items[builder->ends.items[found->term]++] =
			    (struct occurrence){(uint32_t)entry, found->place};
		}
	}
}

// Makes the list of a term, whose occurrences are [from, end).
static void
write_list(struct index_builder *builder, const struct occurrence *from,
	   const struct occurrence *end, bool has_places)
{
	struct posting_writer *list = &builder->list;

	posting_writer_clear(list);
	while (from < end) {
		uint32_t entry = from->term;

		vec_clear(&builder->places.places);
		for (; from < end && from->term == entry; from++)
			*vec_push(&builder->places.places) = from->place;
		posting_write(list, entry_id_make(0, (int)entry), (struct posting_places){0});
		if (has_places)
			posting_put_places(&list->bytes, builder->places.places.items,
					   builder->places.places.count);
	}
}

static void
write_lists(struct index_builder *builder, struct index_lists *lists)
{
	struct strbuf before;
	struct strbuf term;

	strbuf_clear(&lists->items);
	lists->entries = builder->starts.count;
	strbuf_init(&before);
	strbuf_init(&term);
	for (size_t i = 0; i < builder->order.count; i++) {
		const struct sorted *sorted = &builder->order.items[i];
		const struct occurrence *end =
		    builder->sorted.items + builder->ends.items[sorted->index];

		strbuf_clear(&term);
		strbuf_add(&term, sorted->key, sorted->length);
		write_list(builder, end - builder->terms.items[sorted->index].count, end,
			   terms_have_places(*sorted->key));
		leaf_put(&lists->items, &before, &term, 0, &builder->list.bytes);
		strbuf_clear(&before);
		strbuf_add(&before, term.data, term.length);
	}
	strbuf_release(&term);
	strbuf_release(&before);
}

static void
clear(struct index_builder *builder)
{
	strbuf_clear(&builder->keys);
	vec_clear(&builder->terms);
	vec_clear(&builder->occurrences);
	vec_clear(&builder->starts);
	memset(builder->slots, 0, builder->slot_count * sizeof(*builder->slots));
}

void
index_builder_finish(struct index_builder *builder, struct index_lists *lists)
{
	sort_terms(builder);
	sort_occurrences(builder);
	write_lists(builder, lists);
	clear(builder);
}
