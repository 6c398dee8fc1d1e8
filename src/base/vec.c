// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/base/vec.h"

#include <stdlib.h>
#include <string.h>

#include "shoroku/base/memory.h"

void *
vec_grow(void *items, size_t count, size_t *capacity, size_t size)
{
	if (count == *capacity) {
		*capacity = *capacity ? *capacity * 2 : 8;
		items = memory_grow_array(items, *capacity, size);
	}
	memset((char *)items + count * size, 0, size);
	return items;
}

void
vec_free(void *items)
{
	free(items);
}
