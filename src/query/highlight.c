// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/query/highlight.h"

#include <stdlib.h>

static void
add_node(struct highlight *highlight, const struct query_node *node)
{
	struct phrase phrase;

	switch (node->kind) {
	case QUERY_AND:
	case QUERY_OR:
		for (size_t i = 0; i < node->count; i++)
			add_node(highlight, node->children[i]);
		break;
	case QUERY_TEXT:
	case QUERY_AUTHOR:
		phrase_init(&phrase, node->text, node->prefix);
		*vec_push(&highlight->phrases) = phrase;
		break;
	case QUERY_NOT:
	case QUERY_TAG:
	case QUERY_SOURCE:
	case QUERY_LANG:
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
	for (size_t i = 0; i < highlight->phrases.count; i++)
		phrase_release(&highlight->phrases.items[i]);
	vec_release(&highlight->phrases);
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

void
highlight_find(const struct highlight *highlight, const char *text, size_t length,
	       struct highlight_spans *spans)
{
	struct fold_map map = {0};
	struct phrase_text folded;

	vec_clear(&spans->list);
	if (!highlight->phrases.count)
		return;
	phrase_text_init(&folded);
	phrase_text_set(&folded, text, length, &map);
	for (size_t i = 0; i < highlight->phrases.count; i++) {
		const struct phrase *phrase = &highlight->phrases.items[i];
		size_t at = phrase_find(phrase, &folded, 0);

		for (; at < folded.atoms.count; at = phrase_find(phrase, &folded, at + 1)) {
			size_t start;
			size_t end;

			phrase_span(phrase, &folded, at, &start, &end);
			*vec_push(&spans->list) = (struct highlight_span){
			    map.bytes.items[start].start, map.bytes.items[end - 1].end};
		}
	}
	merge(spans);
	fold_map_release(&map);
	phrase_text_release(&folded);
}

void
highlight_spans_release(struct highlight_spans *spans)
{
	vec_release(&spans->list);
}
