// SPDX-License-Identifier: GPL-3.0-or-later
#include "work/joiner.h"

void
joiner_take(struct joiner *joiner, const struct digest *digests, size_t count, struct arena *arena)
{
	for (size_t i = 0; i < count; i++) {
		for (size_t j = 0; j < digests[i].entry_count; j++) {
			struct entry *entry = vec_push(&joiner->entries);

			*entry = digests[i].entries[j];
			entry->position = 0; // the next one of its day
		}
	}
	*vec_push(&joiner->arenas) = *arena;
	arena_init(arena);
}

static void
clear(struct joiner *joiner)
{
	for (size_t i = 0; i < joiner->arenas.count; i++)
		arena_release(&joiner->arenas.items[i]);
	vec_clear(&joiner->arenas);
	vec_clear(&joiner->entries);
}

int
joiner_flush(struct joiner *joiner, struct archive *archive, struct records_totals *totals,
	     struct error *err)
{
	int result = 0;

	if (joiner->entries.count)
		result = records_store(archive, joiner->entries.items, joiner->entries.count,
				       totals, err);
	clear(joiner);
	return result;
}

void
joiner_release(struct joiner *joiner)
{
	clear(joiner);
	vec_release(&joiner->arenas);
	vec_release(&joiner->entries);
}
