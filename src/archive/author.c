// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/archive/author.h"

#include "shoroku/archive/hits.h"
#include "shoroku/archive/reading.h"
#include "shoroku/base/i18n.h"

static int
make_query(struct arena *arena, const char *name, date_day today, struct author *author,
	   struct query *query, struct error *err)
{
	struct query everything = {0};
	struct strbuf text;
	size_t offset;

	strbuf_init(&text);
	narrow_to(&everything, NARROW_AUTHOR, name, &text);
	author->query = arena_strdup(arena, text.data);
	strbuf_release(&text);
	return query_parse(arena, author->query, today, false, query, &offset, err);
}

static int
load_papers(struct archive *archive, struct arena *arena, const struct query *query,
	    struct author *author, struct error *err)
{
	struct hits hits;
	int result;

	if (hits_find(archive, arena, query, AUTHOR_PAPERS, &hits, err))
		return -1;
	if (!hits.count)
		return error_set(err, ERROR_NOT_FOUND, _("nothing is by that author"));
	author->more = hits.more;
	if (reading_begin(archive, err))
		return -1;
	result = hits_load(archive, arena, &hits, &author->papers, err);
	reading_end(archive);
	return result;
}

// The facet of authors ignores the restriction on them, so that it speaks of everybody; fellow authors
// are counted over the papers themselves.
static void
keep_others(struct facet *others, const struct query *query)
{
	size_t kept = 0;

	for (size_t i = 0; i < others->count; i++) {
		if (!narrow_holds(query, NARROW_AUTHOR, others->values[i].text))
			others->values[kept++] = others->values[i];
	}
	others->count = kept;
}

int
author_load(struct archive *archive, struct arena *arena, const char *name, date_day today,
	    struct author *author, struct error *err)
{
	struct facets facets;
	struct query query;

	*author = (struct author){0};
	if (make_query(arena, name, today, author, &query, err) ||
	    load_papers(archive, arena, &query, author, err) ||
	    facets_count_hits(archive, arena, &query, &facets, err))
		return -1;
	author->years = facets.of[NARROW_YEAR];
	author->others = facets.of[NARROW_AUTHOR];
	keep_others(&author->others, &query);
	return 0;
}
