// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "shoroku/base/error.h"
#include "shoroku/base/memory.h"

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>
#else
#define ASAN_POISON_MEMORY_REGION(address, size) ((void)(address), (void)(size))
#define ASAN_UNPOISON_MEMORY_REGION(address, size) ((void)(address), (void)(size))
#endif

#define FIRST_BLOCK ((size_t)4096)
#define LARGEST_BLOCK ((size_t)1 << 20)

struct arena_block {
	struct arena_block *older;
	size_t size; // of `memory`
	size_t used;
	alignas(max_align_t) char memory[];
};

void
arena_init(struct arena *arena)
{
	arena->blocks = NULL;
}

void
arena_release(struct arena *arena)
{
	struct arena_block *block = arena->blocks;

	while (block) {
		struct arena_block *older = block->older;

		ASAN_UNPOISON_MEMORY_REGION(block->memory, block->size);
		free(block);
		block = older;
	}
	arena->blocks = NULL;
}

static struct arena_block *
add_block(struct arena *arena, size_t least)
{
	size_t size = arena->blocks ? arena->blocks->size * 2 : FIRST_BLOCK;
	struct arena_block *block;

	if (size > LARGEST_BLOCK)
		size = LARGEST_BLOCK;
	if (size < least)
		size = least;
	if (size > SIZE_MAX - sizeof(*block))
		error_out_of_memory();
	block = memory_alloc(sizeof(*block) + size);
	block->size = size;
	block->older = arena->blocks;
	arena->blocks = block;
	ASAN_POISON_MEMORY_REGION(block->memory, size);
	return block;
}

void *
arena_alloc(struct arena *arena, size_t size)
{
	const size_t alignment = alignof(max_align_t);
	struct arena_block *block = arena->blocks;
	size_t rounded = (size + alignment - 1) / alignment * alignment;
	void *memory;

	if (rounded < size)
		error_out_of_memory();
	if (!rounded)
		rounded = alignment;
	if (!block || block->size - block->used < rounded)
		block = add_block(arena, rounded);
	memory = block->memory + block->used;
	block->used += rounded;
	ASAN_UNPOISON_MEMORY_REGION(memory, size ? size : 1);
	return memory;
}

char *
arena_strdup(struct arena *arena, const char *s)
{
	return s ? arena_strndup(arena, s, strlen(s)) : NULL;
}

char *
arena_strndup(struct arena *arena, const char *s, size_t length)
{
	char *copy = arena_alloc(arena, length + 1);

	memcpy(copy, s, length);
	return copy;
}
