// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/digest-split.h"

#include <stdlib.h>
#include <string.h>

#include "shoroku/base/memory.h"

struct place {
	date_day date;
	size_t index;
};

static int
compare_places(const void *first, const void *second)
{
	const struct place *a = first;
	const struct place *b = second;

	if (a->date != b->date)
		return a->date < b->date ? -1 : 1;
	return a->index < b->index ? -1 : a->index > b->index;
}

static struct place *
sorted_places(const struct digest *whole)
{
	struct place *places = memory_alloc((whole->entry_count + 1) * sizeof(*places));

	for (size_t i = 0; i < whole->entry_count; i++)
		places[i] = (struct place){whole->entries[i].date, i};
	qsort(places, whole->entry_count, sizeof(*places), compare_places);
	return places;
}

void
digest_split(struct arena *arena, const struct digest *whole, struct reader_output *output)
{
	struct place *places = sorted_places(whole);

	for (size_t start = 0, end; start < whole->entry_count; start = end) {
		struct digest *digest = vec_push(&output->digests);

		for (end = start; end < whole->entry_count; end++) {
			if (places[end].date != places[start].date)
				break;
		}
		*digest = *whole;
		digest->date = places[start].date;
		digest->entry_count = end - start;
		digest->entries = arena_alloc(arena, (end - start) * sizeof(*digest->entries));
		for (size_t i = start; i < end; i++)
			digest->entries[i - start] = whole->entries[places[i].index];
	}
	free(places);
}

void
digest_split_undo(struct arena *arena, struct reader_output *output)
{
	struct digest *whole = output->digests.items;
	struct entry *entries;
	size_t count = 0;

	if (output->digests.count < 2)
		return;
	for (size_t i = 0; i < output->digests.count; i++)
		count += whole[i].entry_count;
	entries = arena_alloc(arena, (count + 1) * sizeof(*entries));
	count = 0;
	for (size_t i = 0; i < output->digests.count; i++) {
		for (size_t j = 0; j < whole[i].entry_count; j++)
			entries[count++] = whole[i].entries[j];
	}
	whole->entries = entries;
	whole->entry_count = count;
	output->digests.count = 1;
}

static void
join(struct arena *arena, struct digest *into, const struct digest *from)
{
	size_t count = into->entry_count + from->entry_count;
	struct entry *entries = arena_alloc(arena, (count + 1) * sizeof(*entries));

	if (into->entry_count)
		memcpy(entries, into->entries, into->entry_count * sizeof(*entries));
	if (from->entry_count)
		memcpy(entries + into->entry_count, from->entries,
		       from->entry_count * sizeof(*entries));
	for (size_t i = 0; i < count; i++)
		entries[i].position = (int)i + 1;
	into->entries = entries;
	into->entry_count = count;
	into->joins = into->joins || from->joins;
	if (!into->lang)
		into->lang = from->lang;
}

size_t
digest_split_join_days(struct arena *arena, struct digest *digests, size_t count)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++) {
		size_t at = 0;

		while (at < kept && (digests[at].date != digests[i].date ||
				     strcmp(digests[at].source, digests[i].source) != 0))
			at++;
		if (at < kept)
			join(arena, &digests[at], &digests[i]);
		else
			digests[kept++] = digests[i];
	}
	return kept;
}
