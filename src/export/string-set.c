// SPDX-License-Identifier: GPL-3.0-or-later
#include "string-set.h"

#include <stdlib.h>
#include <string.h>

#include "shoroku/base/memory.h"

void
string_set_init(struct string_set *set)
{
	*set = (struct string_set){0};
	arena_init(&set->arena);
}

void
string_set_release(struct string_set *set)
{
	free(set->slots);
	arena_release(&set->arena);
	string_set_init(set);
}

unsigned long long
string_set_hash(const char *text)
{
	unsigned long long value = 0xcbf29ce484222325u;

	for (; *text; text++)
		value = (value ^ (unsigned char)*text) * 0x100000001b3u;
	return value;
}

// Where the text stands, or the free slot where it would.
static size_t
find(const struct string_set *set, const char *text)
{
	size_t at = (size_t)string_set_hash(text) & (set->capacity - 1);

	while (set->slots[at] && strcmp(set->slots[at], text) != 0)
		at = (at + 1) & (set->capacity - 1);
	return at;
}

static void
grow(struct string_set *set)
{
	struct string_set larger = {.capacity = set->capacity ? set->capacity * 2 : 64};

	larger.slots = memory_alloc(larger.capacity * sizeof(*larger.slots));
	for (size_t i = 0; i < set->capacity; i++) {
		if (set->slots[i])
			larger.slots[find(&larger, set->slots[i])] = set->slots[i];
	}
	free(set->slots);
	set->slots = larger.slots;
	set->capacity = larger.capacity;
}

bool
string_set_add(struct string_set *set, const char *text)
{
	size_t at;

	if (set->count * 2 >= set->capacity)
		grow(set);
	at = find(set, text);
	if (set->slots[at])
		return false;
	set->slots[at] = arena_strdup(&set->arena, text);
	set->count++;
	return true;
}
