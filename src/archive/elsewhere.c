// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/archive/elsewhere.h"

#include "archive/statement.h"

int
elsewhere_find(struct archive *archive, struct arena *arena, int64_t entry, size_t most,
	       int64_t **entries, size_t *count, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_ELSEWHERE);

	*entries = arena_alloc(arena, (most + 1) * sizeof(**entries));
	*count = 0;
	statement_bind_int(&st, ":entry", entry);
	statement_bind_int(&st, ":most", (int64_t)most);
	while (statement_step(&st))
		(*entries)[(*count)++] = statement_int(&st, 0);
	return statement_end(&st, err);
}
