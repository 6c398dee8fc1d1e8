// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/dropped.h"

#include <stddef.h>

bool
dropped_from(const struct dropped *dropped, int64_t id, int64_t age)
{
	size_t low = 0;
	size_t high = dropped->list.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (dropped->list.items[middle].id < id)
			low = middle + 1;
		else
			high = middle;
	}
	return low < dropped->list.count && dropped->list.items[low].id == id &&
	       age < dropped->list.items[low].before;
}
