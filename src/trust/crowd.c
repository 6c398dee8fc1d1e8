// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/trust/crowd.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "shoroku/base/memory.h"
#include "shoroku/text/fold.h"
#include "shoroku/trust/tokens.h"
#include "crowd-inside.h"

#define SLOTS 4096 // at first: a paper has about a thousand tokens, and these fit the nearest cache

struct trust_crowd *
crowd_new(void)
{
	struct trust_crowd *crowd = memory_alloc(sizeof(*crowd));

	arena_init(&crowd->names);
	strbuf_init(&crowd->folded);
	crowd->slot_count = SLOTS;
	crowd->slots = memory_alloc(SLOTS * sizeof(*crowd->slots));
	return crowd;
}

void
crowd_free(struct trust_crowd *crowd)
{
	if (!crowd)
		return;
	vec_release(&crowd->tokens);
	vec_release(&crowd->papers);
	arena_release(&crowd->names);
	strbuf_release(&crowd->folded);
	free(crowd->slots);
	free(crowd);
}

void
crowd_clear(struct trust_crowd *crowd)
{
	vec_clear(&crowd->tokens);
	vec_clear(&crowd->papers);
	arena_release(&crowd->names);
	memset(crowd->slots, 0, crowd->slot_count * sizeof(*crowd->slots));
}

void
crowd_add_paper(struct trust_crowd *crowd, const char *name)
{
	*vec_push(&crowd->papers) = (struct crowd_paper){
	    .name = arena_strdup(&crowd->names, name),
	    .first = crowd->tokens.count,
	};
}

// Slots hold a token's number and one; what is of an earlier paper is as good as free.
static size_t
find_slot(const struct trust_crowd *crowd, size_t first, uint32_t hash)
{
	size_t slot = hash & (crowd->slot_count - 1);

	while (crowd->slots[slot] > first &&
	       crowd->tokens.items[crowd->slots[slot] - 1].hash != hash)
		slot = (slot + 1) & (crowd->slot_count - 1);
	return slot;
}

static void
grow_slots(struct trust_crowd *crowd, size_t first)
{
	free(crowd->slots);
	crowd->slot_count *= 4;
	crowd->slots = memory_alloc(crowd->slot_count * sizeof(*crowd->slots));
	for (size_t i = first; i < crowd->tokens.count; i++)
		crowd->slots[find_slot(crowd, first, crowd->tokens.items[i].hash)] =
		    (uint32_t)i + 1;
}

static void
add_token(void *context, const struct trust_token *read)
{
	struct trust_crowd *crowd = context;
	size_t first = crowd->papers.items[crowd->papers.count - 1].first;
	size_t slot = find_slot(crowd, first, read->hash);

	if (crowd->slots[slot] > first) {
		crowd->tokens.items[crowd->slots[slot] - 1].parts |= (uint16_t)(1u << crowd->part);
		return;
	}
	if ((crowd->tokens.count - first) * 2 >= crowd->slot_count) {
		grow_slots(crowd, first);
		slot = find_slot(crowd, first, read->hash);
	}
	*vec_push(&crowd->tokens) =
	    (struct crowd_token){read->hash, (uint16_t)(1u << crowd->part), read->word};
	crowd->slots[slot] = (uint32_t)crowd->tokens.count;
}

void
crowd_add_folded(struct trust_crowd *crowd, unsigned part, const char *text, size_t length)
{
	crowd->part = part;
	tokens_each(text, length, add_token, crowd);
}

void
crowd_add_text(struct trust_crowd *crowd, unsigned part, const char *text)
{
	strbuf_clear(&crowd->folded);
	fold_append(&crowd->folded, text, tokens_reach(text));
	crowd_add_folded(crowd, part, crowd->folded.data, crowd->folded.length);
}

bool
crowd_same(const struct trust_crowd *crowd, size_t one, size_t other)
{
	return one == other ||
	       !strcmp(crowd->papers.items[one].name, crowd->papers.items[other].name);
}

void
crowd_each_token(const struct trust_crowd *crowd, size_t paper,
		 void (*give)(void *context, uint32_t token, bool word), void *context)
{
	size_t end = crowd_end_of(crowd, paper);

	for (size_t i = crowd->papers.items[paper].first; i < end; i++)
		give(context, crowd->tokens.items[i].hash, crowd->tokens.items[i].word);
}
