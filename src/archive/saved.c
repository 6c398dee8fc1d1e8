// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/archive/saved.h"

#include <string.h>

#include "archive/handle.h"
#include "shoroku/base/vec.h"

int
saved_load(struct archive *archive, struct arena *arena, struct saved_searches *searches,
	   struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_SAVED);
	VEC(struct saved_search) list = {0};
	int result;

	while (statement_step(&st))
		*vec_push(&list) = (struct saved_search){statement_copy(&st, 0, arena),
							 statement_copy(&st, 1, arena)};
	result = statement_end(&st, err);
	searches->count = list.count;
	searches->items = arena_alloc(arena, (list.count + 1) * sizeof(*searches->items));
	for (size_t i = 0; i < list.count; i++)
		searches->items[i] = list.items[i];
	vec_release(&list);
	return result;
}

int
saved_keep(struct archive *archive, const char *name, const char *query, struct error *err)
{
	struct statement st =
	    statement_begin(archive, query ? STATEMENT_KEEP_SAVED : STATEMENT_DROP_SAVED);

	statement_bind_text(&st, ":name", name);
	if (query)
		statement_bind_text(&st, ":query", query);
	return statement_run(&st, err);
}
