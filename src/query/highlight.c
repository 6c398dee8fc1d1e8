// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/query/highlight.h"

#include <stdlib.h>

static void
add_node(struct highlight *highlight, const struct query_node *node)
{
	struct highlight_word *word;

	switch (node->kind) {
	case QUERY_AND:
	case QUERY_OR:
		for (size_t i = 0; i < node->count; i++)
			add_node(highlight, node->children[i]);
		break;
	case QUERY_TEXT:
	case QUERY_AUTHOR:
		word = vec_push(&highlight->words);
		phrase_init(&word->phrase, node->text, node->prefix);
		word->texts = node->kind == QUERY_AUTHOR ? QUERY_AUTHORS : node->fields;
		break;
	case QUERY_NOT:
	case QUERY_TAG:
	case QUERY_SOURCE:
	case QUERY_LANG:
	case QUERY_CATEGORY:
	case QUERY_ID:
	case QUERY_DATES:
	case QUERY_FLAG:
		break;
	}
}

void
highlight_set(struct highlight *highlight, const struct query *query)
{
	highlight_release(highlight);
	if (query->root)
		add_node(highlight, query->root);
}

void
highlight_release(struct highlight *highlight)
{
	for (size_t i = 0; i < highlight->words.count; i++)
		phrase_release(&highlight->words.items[i].phrase);
	vec_release(&highlight->words);
}

static int
by_start(const void *a, const void *b)
{
	const struct highlight_span *x = a;
	const struct highlight_span *y = b;

	return x->start < y->start ? -1 : x->start > y->start;
}

// Sorted, and those that touch made one.
static void
merge(struct highlight_spans *spans)
{
	size_t kept = 0;

	if (!spans->list.count)
		return;
	qsort(spans->list.items, spans->list.count, sizeof(*spans->list.items), by_start);
	for (size_t i = 1; i < spans->list.count; i++) {
		struct highlight_span *last = &spans->list.items[kept];
		struct highlight_span span = spans->list.items[i];

		if (span.start > last->end)
			spans->list.items[++kept] = span;
		else if (span.end > last->end)
			last->end = span.end;
	}
	spans->list.count = kept + 1;
}

static bool
speaks_of(const struct highlight *highlight, enum query_text which)
{
	for (size_t i = 0; i < highlight->words.count; i++) {
		if (highlight->words.items[i].texts & which)
			return true;
	}
	return false;
}

static void
add_spans(const struct phrase *phrase, const struct phrase_text *folded, const struct fold_map *map,
	  struct highlight_spans *spans)
{
	size_t at = phrase_find(phrase, folded, 0);

	for (; at < folded->atoms.count; at = phrase_find(phrase, folded, at + 1)) {
		size_t start;
		size_t end;

		phrase_span(phrase, folded, at, &start, &end);
		*vec_push(&spans->list) = (struct highlight_span){map->bytes.items[start].start,
								  map->bytes.items[end - 1].end};
	}
}

void
highlight_find(const struct highlight *highlight, enum query_text which, const char *text,
	       size_t length, struct highlight_spans *spans)
{
	struct fold_map map = {0};
	struct phrase_text folded;

	vec_clear(&spans->list);
	if (!speaks_of(highlight, which))
		return;
	phrase_text_init(&folded);
	phrase_text_set(&folded, text, length, &map);
	for (size_t i = 0; i < highlight->words.count; i++) {
		const struct highlight_word *word = &highlight->words.items[i];

		if (word->texts & which)
			add_spans(&word->phrase, &folded, &map, spans);
	}
	merge(spans);
	fold_map_release(&map);
	phrase_text_release(&folded);
}

enum query_text
highlight_text_of(enum section_role role)
{
	switch (role) {
	case SECTION_REASON:
		return QUERY_REASON;
	case SECTION_SHORT:
		return QUERY_SHORT;
	case SECTION_DETAIL:
		return QUERY_DETAIL;
	case SECTION_ABSTRACT:
		break;
	}
	return QUERY_ABSTRACT;
}

void
highlight_spans_release(struct highlight_spans *spans)
{
	vec_release(&spans->list);
}
