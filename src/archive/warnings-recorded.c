// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/warnings-recorded.h"

#include "archive/lines.h"
#include "archive/warnings.h"
#include "shoroku/trust/recorded.h"

struct recorded {
	int64_t entry;
	struct paper printed;
	struct paper said;
};

static void
read_row(const struct statement *st, struct arena *arena, struct recorded *row)
{
	row->entry = statement_int(st, 0);
	row->printed.title = statement_copy(st, 1, arena);
	row->printed.authors =
	    lines_split(arena, statement_text(st, 2), &row->printed.author_count);
	row->printed.authors_truncated = statement_int(st, 3) != 0;
	row->said.title = statement_copy(st, 4, arena);
	row->said.authors = lines_split(arena, statement_text(st, 5), &row->said.author_count);
}

static int
judge(struct archive *archive, const struct recorded *row, struct error *err)
{
	if (recorded_title_differs(row->printed.title, row->said.title) &&
	    warnings_store(archive, row->entry, rules_flaw_name(TRUST_TITLE_DIFFERS), -1, 0, err))
		return -1;
	if (recorded_authors_differ(&row->printed, &row->said) &&
	    warnings_store(archive, row->entry, rules_flaw_name(TRUST_AUTHORS_DIFFER), -1, 0, err))
		return -1;
	return 0;
}

int
warnings_recorded_judge(struct archive *archive, int64_t first, int64_t last, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_RECORDED);
	VEC(struct recorded) rows = {0};
	struct arena arena;
	int result;

	arena_init(&arena);
	statement_bind_int(&st, ":first", first);
	statement_bind_int(&st, ":last", last);
	while (statement_step(&st))
		read_row(&st, &arena, vec_push(&rows));
	result = statement_end(&st, err);
	for (size_t i = 0; !result && i < rows.count; i++)
		result = judge(archive, &rows.items[i], err);
	vec_release(&rows);
	arena_release(&arena);
	return result;
}
