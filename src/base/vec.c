// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/base/vec.h"

#include <stdlib.h>

#include "shoroku/base/memory.h"

void *
vec_grow(void *items, size_t *capacity, size_t size)
{
	*capacity = *capacity ? *capacity * 2 : 8;
	return memory_grow_array(items, *capacity, size);
}

void *
vec_grow_to(void *items, size_t *capacity, size_t wanted, size_t size)
{
	*capacity = wanted;
	return memory_grow_array(items, wanted, size);
}

void
vec_free(void *items)
{
	free(items);
}
