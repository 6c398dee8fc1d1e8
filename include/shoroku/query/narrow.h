// SPDX-License-Identifier: GPL-3.0-or-later
// Narrowing a query by what its hits have in common: a year, a tag, an author, a source.
//
// The restriction of a query on one of these is what every hit has to fulfil and what speaks of
// nothing else: tag:a, (tag:a or tag:b). What stands after a minus, or beside something else in an
// `or`, is none, and stays whatever is narrowed.
#ifndef SHOROKU_QUERY_NARROW_H
#define SHOROKU_QUERY_NARROW_H

#include "shoroku/query/query.h"

enum narrow_facet { NARROW_YEAR, NARROW_TAG, NARROW_AUTHOR, NARROW_SOURCE };
#define NARROW_FACETS 4

// The query without its restriction on the facet; false where it has none. Nodes are shared with
// `query` or live in the arena.
bool narrow_without(struct arena *arena, const struct query *query, enum narrow_facet facet,
		    struct query *rest);

// Whether the value is what the query is restricted to.
bool narrow_holds(const struct query *query, enum narrow_facet facet, const char *value);

// Appends the query, canonical, restricted to the value (a year of four digits, a name) in place of its
// former restriction on the facet; without any where the value was just that.
void narrow_to(const struct query *query, enum narrow_facet facet, const char *value,
	       struct strbuf *out);

#endif
