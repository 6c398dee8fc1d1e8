// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/chosen.h"

#include <stdlib.h>
#include <string.h>

void
chosen_release(struct chosen *chosen)
{
	vec_release(&chosen->ids);
	chosen->anchor = 0;
}

static int
compare(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a;
	int64_t y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

bool
chosen_has(const struct chosen *chosen, int64_t id)
{
	return chosen->ids.count &&
	       bsearch(&id, chosen->ids.items, chosen->ids.count, sizeof(id), compare);
}

static void
sort(struct chosen *chosen)
{
	if (chosen->ids.count)
		qsort(chosen->ids.items, chosen->ids.count, sizeof(int64_t), compare);
}

// The index of the first that is not below the id.
static size_t
find_place(const struct chosen *chosen, int64_t id)
{
	size_t low = 0;
	size_t high = chosen->ids.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (chosen->ids.items[middle] < id)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

void
chosen_toggle(struct chosen *chosen, int64_t id)
{
	size_t place = find_place(chosen, id);
	bool has = chosen_has(chosen, id);
	int64_t *at;

	chosen->anchor = id;
	if (!has)
		vec_push(&chosen->ids);
	at = chosen->ids.items + place;
	if (has)
		memmove(at, at + 1, (--chosen->ids.count - place) * sizeof(*at));
	else
		memmove(at + 1, at, (chosen->ids.count - 1 - place) * sizeof(*at));
	if (!has)
		*at = id;
}

void
chosen_clear(struct chosen *chosen)
{
	vec_clear(&chosen->ids);
	chosen->anchor = 0;
}

void
chosen_range(struct chosen *chosen, const struct paper_set *papers, size_t to)
{
	size_t from = paper_set_find(papers, chosen->anchor);
	size_t first;
	size_t last;
	size_t kept = 0;

	if (from == papers->count)
		from = 0;
	first = from < to ? from : to;
	last = from < to ? to : from;
	for (size_t i = first; i <= last && i < papers->count; i++)
		*vec_push(&chosen->ids) = paper_set_id(papers, i);
	sort(chosen);
	for (size_t i = 0; i < chosen->ids.count; i++) {
		if (!kept || chosen->ids.items[kept - 1] != chosen->ids.items[i])
			chosen->ids.items[kept++] = chosen->ids.items[i];
	}
	chosen->ids.count = kept;
}

void
chosen_invert(struct chosen *chosen, const struct paper_set *papers)
{
	struct chosen inverse = {.anchor = chosen->anchor, .pruned = chosen->pruned};

	for (size_t i = 0; i < papers->count; i++) {
		if (!chosen_has(chosen, paper_set_id(papers, i)))
			*vec_push(&inverse.ids) = paper_set_id(papers, i);
	}
	sort(&inverse);
	vec_release(&chosen->ids);
	*chosen = inverse;
}

void
chosen_prune(struct chosen *chosen, const struct paper_set *papers)
{
	size_t kept = 0;

	if (chosen->pruned == papers->generation)
		return;
	chosen->pruned = papers->generation;
	for (size_t i = 0; i < chosen->ids.count; i++) {
		if (paper_set_find(papers, chosen->ids.items[i]) < papers->count)
			chosen->ids.items[kept++] = chosen->ids.items[i];
	}
	chosen->ids.count = kept;
	if (paper_set_find(papers, chosen->anchor) == papers->count)
		chosen->anchor = 0;
}
