// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/chosen.h"

#include <stdlib.h>

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

void
chosen_toggle(struct chosen *chosen, int64_t id)
{
	size_t kept = 0;

	chosen->anchor = id;
	if (!chosen_has(chosen, id)) {
		*vec_push(&chosen->ids) = id;
		sort(chosen);
		return;
	}
	for (size_t i = 0; i < chosen->ids.count; i++) {
		if (chosen->ids.items[i] != id)
			chosen->ids.items[kept++] = chosen->ids.items[i];
	}
	chosen->ids.count = kept;
}

void
chosen_clear(struct chosen *chosen)
{
	vec_clear(&chosen->ids);
	chosen->anchor = 0;
}

void
chosen_range(struct chosen *chosen, const struct load_entries *papers, size_t to)
{
	struct chosen all = {.anchor = chosen->anchor};
	size_t from = 0;
	size_t first;
	size_t last;

	for (size_t i = 0; i < papers->count; i++) {
		if (papers->items[i].entry.id == chosen->anchor)
			from = i;
	}
	first = from < to ? from : to;
	last = from < to ? to : from;
	for (size_t i = 0; i < papers->count; i++) {
		int64_t id = papers->items[i].entry.id;

		if ((i >= first && i <= last) || chosen_has(chosen, id))
			*vec_push(&all.ids) = id;
	}
	sort(&all);
	vec_release(&chosen->ids);
	*chosen = all;
}

void
chosen_invert(struct chosen *chosen, const struct load_entries *papers)
{
	struct chosen inverse = {.anchor = chosen->anchor};

	for (size_t i = 0; i < papers->count; i++) {
		if (!chosen_has(chosen, papers->items[i].entry.id))
			*vec_push(&inverse.ids) = papers->items[i].entry.id;
	}
	sort(&inverse);
	vec_release(&chosen->ids);
	*chosen = inverse;
}

void
chosen_prune(struct chosen *chosen, const struct load_entries *papers)
{
	struct chosen kept = {0};

	if (!chosen->ids.count)
		return;
	for (size_t i = 0; i < papers->count; i++) {
		int64_t id = papers->items[i].entry.id;

		if (chosen_has(chosen, id))
			*vec_push(&kept.ids) = id;
		if (id == chosen->anchor)
			kept.anchor = id;
	}
	sort(&kept);
	vec_release(&chosen->ids);
	*chosen = kept;
}
