// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/records-order.h"

#include <stdlib.h>

static int
compare(const void *a, const void *b)
{
	const struct records_place *x = a;
	const struct records_place *y = b;

	if (x->date != y->date)
		return x->date > y->date ? -1 : 1;
	return x->index < y->index ? -1 : 1;
}

void
records_order_fill(struct records_order *order, const struct entry *entries, size_t count)
{
	vec_clear(&order->places);
	for (size_t i = 0; i < count; i++)
		*vec_push(&order->places) = (struct records_place){entries[i].date, i};
	if (count)
		qsort(order->places.items, count, sizeof(*order->places.items), compare);
}

void
records_order_release(struct records_order *order)
{
	vec_release(&order->places);
}

void
records_order_day(const struct records_order *order, date_day date, size_t *first, size_t *end)
{
	size_t low = 0;
	size_t high = order->places.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (order->places.items[middle].date > date)
			low = middle + 1;
		else
			high = middle;
	}
	*first = low;
	while (low < order->places.count && order->places.items[low].date == date)
		low++;
	*end = low;
}
