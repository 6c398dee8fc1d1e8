// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/store-key.h"

#include "shoroku/model/key.h"

static int
follow(struct archive *archive, struct arena *arena, struct paper *paper, struct error *err)
{
	struct statement st;

	// Nothing is stronger than these.
	if (key_strength(paper->key) == KEY_STRONGEST)
		return 0;
	st = statement_begin(archive, STATEMENT_FORMER_KEY);
	statement_bind_text(&st, ":key", paper->key);
	if (statement_step(&st))
		paper->key = statement_copy(&st, 0, arena);
	return statement_end(&st, err);
}

int
store_key_follow(struct archive *archive, struct arena *arena, struct entry *entries, size_t count,
		 const char ***typed, struct error *err)
{
	if (typed) {
		*typed = arena_alloc(arena, (count + 1) * sizeof(**typed));
		for (size_t i = 0; i < count; i++)
			(*typed)[i] = entries[i].paper.key;
	}
	for (size_t i = 0; i < count; i++) {
		if (follow(archive, arena, &entries[i].paper, err))
			return -1;
	}
	return 0;
}

void
store_key_restore(struct entry *entries, size_t count, const char *const *typed)
{
	for (size_t i = 0; typed && i < count; i++)
		entries[i].paper.key = typed[i];
}
