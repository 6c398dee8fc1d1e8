// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/base/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "shoroku/base/error.h"

void *
memory_alloc(size_t size)
{
	void *memory = calloc(1, size ? size : 1);

	if (!memory)
		error_out_of_memory();
	return memory;
}

void *
memory_grow_array(void *old, size_t count, size_t size)
{
	void *memory;

	if (size && count > SIZE_MAX / size)
		error_out_of_memory();
	memory = realloc(old, count && size ? count * size : 1);
	if (!memory)
		error_out_of_memory();
	return memory;
}

char *
memory_strdup(const char *s)
{
	return memory_strndup(s, strlen(s));
}

char *
memory_strndup(const char *s, size_t length)
{
	char *copy = memory_alloc(length + 1);

	memcpy(copy, s, length);
	return copy;
}
