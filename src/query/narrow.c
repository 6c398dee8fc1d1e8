// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/query/narrow.h"

#include <stdlib.h>
#include <string.h>

#include "shoroku/base/compiler.h"
#include "shoroku/text/fold.h"

static bool
is_of(const struct query_node *node, enum narrow_facet facet)
{
	switch (node->kind) {
	case QUERY_AND:
	case QUERY_OR:
		for (size_t i = 0; i < node->count; i++) {
			if (!is_of(node->children[i], facet))
				return false;
		}
		return node->count > 0;
	case QUERY_TEXT:
		return facet == NARROW_AUTHOR && node->fields == QUERY_AUTHORS;
	case QUERY_AUTHOR:
		return facet == NARROW_AUTHOR;
	case QUERY_TAG:
		return facet == NARROW_TAG;
	case QUERY_SOURCE:
		return facet == NARROW_SOURCE;
	case QUERY_DATES:
		return facet == NARROW_YEAR;
	case QUERY_NOT:
	case QUERY_LANG:
	case QUERY_CATEGORY:
	case QUERY_ID:
	case QUERY_FLAG:
		break;
	}
	return false;
}

// The node without its restrictions, NULL where nothing else is left.
static const struct query_node *
without(struct arena *arena, const struct query_node *node, enum narrow_facet facet, bool *dropped)
{
	struct query_node *rest;

	if (is_of(node, facet)) {
		*dropped = true;
		return NULL;
	}
	if (node->kind != QUERY_AND)
		return node;
	rest = arena_alloc(arena, sizeof(*rest));
	*rest = *node;
	rest->children = arena_alloc(arena, (node->count + 1) * sizeof(*rest->children));
	rest->count = 0;
	for (size_t i = 0; i < node->count; i++) {
		const struct query_node *child = without(arena, node->children[i], facet, dropped);

		if (child)
			rest->children[rest->count++] = child;
	}
	return !rest->count ? NULL : rest->count == 1 ? rest->children[0] : rest;
}

bool
narrow_without(struct arena *arena, const struct query *query, enum narrow_facet facet,
	       struct query *rest)
{
	bool dropped = false;

	*rest = *query;
	if (query->root)
		rest->root = without(arena, query->root, facet, &dropped);
	return dropped;
}

// Names are compared as searching compares them.
static bool
is_same(const char *a, const char *b, bool skeleton)
{
	char *x = skeleton ? fold_skeleton(a, strlen(a)) : fold_string(a);
	char *y = skeleton ? fold_skeleton(b, strlen(b)) : fold_string(b);
	bool same = !strcmp(x, y);

	free(x);
	free(y);
	return same;
}

static bool
is_year(struct date_range dates, const char *year)
{
	int number = atoi(year);

	return dates.first == date_from_civil(number, 1, 1) &&
	       dates.last == date_from_civil(number, 12, 31);
}

static bool
holds(const struct query_node *node, enum narrow_facet facet, const char *value)
{
	switch (node->kind) {
	case QUERY_AND:
		for (size_t i = 0; i < node->count; i++) {
			if (holds(node->children[i], facet, value))
				return true;
		}
		return false;
	case QUERY_AUTHOR:
		return facet == NARROW_AUTHOR && is_same(node->text, value, true);
	case QUERY_SOURCE:
		return facet == NARROW_SOURCE && is_same(node->text, value, true);
	case QUERY_TAG:
		return facet == NARROW_TAG && is_same(node->text, value, false);
	case QUERY_DATES:
		return facet == NARROW_YEAR && is_year(node->dates, value);
	case QUERY_OR:
	case QUERY_NOT:
	case QUERY_TEXT:
	case QUERY_LANG:
	case QUERY_CATEGORY:
	case QUERY_ID:
	case QUERY_FLAG:
		break;
	}
	return false;
}

bool
narrow_holds(const struct query *query, enum narrow_facet facet, const char *value)
{
	return query->root && holds(query->root, facet, value);
}

static const struct query_node *
make_node(struct arena *arena, enum narrow_facet facet, const char *value)
{
	struct query_node *node = arena_alloc(arena, sizeof(*node));

	node->text = value;
	switch (facet) {
	case NARROW_YEAR:
		node->kind = QUERY_DATES;
		node->dates.first = date_from_civil(atoi(value), 1, 1);
		node->dates.last = date_from_civil(atoi(value), 12, 31);
		break;
	case NARROW_TAG:
		node->kind = QUERY_TAG;
		break;
	case NARROW_AUTHOR:
		node->kind = QUERY_AUTHOR;
		break;
	case NARROW_SOURCE:
		node->kind = QUERY_SOURCE;
		break;
	}
	return node;
}

// Both; an AND on the left takes the right in.
static const struct query_node *
join(struct arena *arena, const struct query_node *left, const struct query_node *right)
{
	struct query_node *node = arena_alloc(arena, sizeof(*node));
	bool flat = left && left->kind == QUERY_AND;
	size_t count = !left ? 0 : flat ? left->count : 1;

	if (!left)
		return right;
	node->kind = QUERY_AND;
	node->count = count + 1;
	node->children = arena_alloc(arena, node->count * sizeof(*node->children));
	for (size_t i = 0; i < count; i++)
		node->children[i] = flat ? left->children[i] : left;
	node->children[count] = right;
	return node;
}

void
narrow_to(const struct query *query, enum narrow_facet facet, const char *value, struct strbuf *out)
{
	struct arena arena;
	struct query rest;

	arena_init(&arena);
	narrow_without(&arena, query, facet, &rest);
	if (!narrow_holds(query, facet, value))
		rest.root = join(&arena, rest.root, make_node(&arena, facet, value));
	query_print(&rest, out);
	arena_release(&arena);
}
