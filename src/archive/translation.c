// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/archive/translation.h"

#include "archive/statement.h"

int
translation_find(struct archive *archive, struct arena *arena, int64_t id,
		 struct translation *translation, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_TRANSLATION);

	*translation = (struct translation){0};
	statement_bind_int(&st, ":entry", id);
	if (statement_step(&st)) {
		translation->id = statement_int(&st, 0);
		translation->lang = statement_copy(&st, 1, arena);
	}
	return statement_end(&st, err);
}
