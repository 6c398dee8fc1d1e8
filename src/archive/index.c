// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/index.h"

static int
run_both(struct archive *archive, enum statement_id phrases, enum statement_id terms, int64_t entry,
	 struct error *err)
{
	const enum statement_id both[] = {phrases, terms};

	for (size_t i = 0; i < 2; i++) {
		struct statement st = statement_begin(archive, both[i]);

		statement_bind_int(&st, ":entry", entry);
		if (statement_run(&st, err))
			return -1;
	}
	return 0;
}

int
index_add(struct archive *archive, int64_t entry, struct error *err)
{
	return run_both(archive, STATEMENT_ADD_PHRASES, STATEMENT_ADD_TERMS, entry, err);
}

int
index_drop(struct archive *archive, int64_t entry, struct error *err)
{
	return run_both(archive, STATEMENT_DROP_PHRASES, STATEMENT_DROP_TERMS, entry, err);
}

int
index_drop_paper(struct archive *archive, int64_t paper, struct index_entries *entries,
		 struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_PAPER_ENTRIES);

	*entries = (struct index_entries){0};
	statement_bind_int(&st, ":paper", paper);
	while (statement_step(&st))
		*vec_push(&entries->ids) = statement_int(&st, 0);
	if (statement_end(&st, err))
		return -1;
	for (size_t i = 0; i < entries->ids.count; i++) {
		if (index_drop(archive, entries->ids.items[i], err))
			return -1;
	}
	return 0;
}

int
index_add_all(struct archive *archive, struct index_entries *entries, struct error *err)
{
	int result = 0;

	for (size_t i = 0; !result && i < entries->ids.count; i++)
		result = index_add(archive, entries->ids.items[i], err);
	vec_release(&entries->ids);
	return result;
}
