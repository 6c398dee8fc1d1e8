// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/paper-set.h"

#include <stdlib.h>

#include "shoroku/archive/reading.h"
#include "shoroku/base/log.h"
#include "shoroku/base/memory.h"
#include "shoroku/model/entry-id.h"

struct paper_block {
	size_t number;	    // the papers from number × PAPER_SET_BLOCK on
	uint64_t used;	    // 0: it holds nothing
	struct arena arena; // what the papers point at
	struct load_entry papers[PAPER_SET_BLOCK];
	bool loaded[PAPER_SET_BLOCK];
};

void
paper_set_init(struct paper_set *set, struct archive *archive)
{
	*set = (struct paper_set){.archive = archive};
	set->blocks = memory_alloc(PAPER_SET_BLOCKS * sizeof(*set->blocks));
	for (size_t i = 0; i < PAPER_SET_BLOCKS; i++)
		arena_init(&set->blocks[i].arena);
}

static void
forget_blocks(struct paper_set *set)
{
	for (size_t i = 0; set->blocks && i < PAPER_SET_BLOCKS; i++) {
		arena_release(&set->blocks[i].arena);
		set->blocks[i].used = 0;
	}
}

void
paper_set_release(struct paper_set *set)
{
	forget_blocks(set);
	free(set->blocks);
	roster_release(&set->roster);
	*set = (struct paper_set){0};
}

static void
count_unread(struct paper_set *set)
{
	set->unread = 0;
	for (size_t i = 0; i < set->count; i++)
		set->unread += !(set->roster.flags[i] & ROSTER_READ);
}

void
paper_set_take(struct paper_set *set, struct roster *roster)
{
	forget_blocks(set);
	roster_release(&set->roster);
	set->roster = *roster;
	*roster = (struct roster){0};
	set->count = set->roster.count;
	set->generation++;
	count_unread(set);
}

int
paper_set_reload(struct paper_set *set, struct error *err)
{
	forget_blocks(set);
	if (roster_read_flags(set->archive, &set->roster, err))
		return -1;
	count_unread(set);
	return 0;
}

// --- loading

static struct paper_block *
find_block(struct paper_set *set, size_t number)
{
	for (size_t i = 0; i < PAPER_SET_BLOCKS; i++) {
		if (set->blocks[i].used && set->blocks[i].number == number)
			return &set->blocks[i];
	}
	return NULL;
}

static struct paper_block *
oldest_block(struct paper_set *set)
{
	struct paper_block *oldest = &set->blocks[0];

	for (size_t i = 1; i < PAPER_SET_BLOCKS; i++) {
		if (set->blocks[i].used < oldest->used)
			oldest = &set->blocks[i];
	}
	return oldest;
}

// What was marked since and is not in the archive yet stays as it is shown.
static void
show_flags(const struct paper_set *set, size_t index, struct load_entry *paper)
{
	paper->marks.read = paper_set_has(set, index, ROSTER_READ);
	paper->marks.favourite = paper_set_has(set, index, ROSTER_FAVOURITE);
}

static int
load_papers(struct paper_set *set, struct paper_block *block, struct error *err)
{
	size_t first = block->number * PAPER_SET_BLOCK;

	for (size_t i = 0; i < PAPER_SET_BLOCK && first + i < set->count; i++) {
		block->loaded[i] = !load_row(set->archive, &block->arena,
					     set->roster.ids[first + i], &block->papers[i], err);
		if (!block->loaded[i] && err->kind != ERROR_NOT_FOUND)
			return -1;
		if (block->loaded[i])
			show_flags(set, first + i, &block->papers[i]);
	}
	return 0;
}

static struct paper_block *
load_block(struct paper_set *set, size_t number)
{
	struct paper_block *block = oldest_block(set);
	struct error err;
	int result;

	arena_release(&block->arena);
	*block = (struct paper_block){.number = number};
	arena_init(&block->arena);
	result = reading_begin(set->archive, &err);
	if (!result) {
		result = load_papers(set, block, &err);
		reading_end(set->archive);
	}
	if (result)
		log_message(LOG_ERROR, "%s", err.text);
	return block;
}

struct load_entry *
paper_set_at(struct paper_set *set, size_t index)
{
	struct paper_block *block;

	if (index >= set->count)
		return NULL;
	block = find_block(set, index / PAPER_SET_BLOCK);
	if (!block)
		block = load_block(set, index / PAPER_SET_BLOCK);
	block->used = ++set->clock;
	return block->loaded[index % PAPER_SET_BLOCK] ? &block->papers[index % PAPER_SET_BLOCK]
						      : NULL;
}

static struct load_entry *
find_loaded(struct paper_set *set, size_t index)
{
	struct paper_block *block = find_block(set, index / PAPER_SET_BLOCK);

	return block && block->loaded[index % PAPER_SET_BLOCK]
		   ? &block->papers[index % PAPER_SET_BLOCK]
		   : NULL;
}

// --- what is known of all

int64_t
paper_set_id(const struct paper_set *set, size_t index)
{
	return index < set->count ? set->roster.ids[index] : 0;
}

size_t
paper_set_find(const struct paper_set *set, int64_t id)
{
	return roster_find(&set->roster, id);
}

bool
paper_set_has(const struct paper_set *set, size_t index, enum roster_flag flag)
{
	return index < set->count && set->roster.flags[index] & flag;
}

void
paper_set_flag(struct paper_set *set, size_t index, enum roster_flag flag, bool on)
{
	unsigned char *flags = &set->roster.flags[index];
	struct load_entry *paper = find_loaded(set, index);

	if (flag == ROSTER_READ && on != paper_set_has(set, index, flag))
		set->unread = on ? set->unread - 1 : set->unread + 1;
	*flags = (unsigned char)(on ? *flags | flag : *flags & ~flag);
	if (paper)
		show_flags(set, index, paper);
}

void
paper_set_rate(struct paper_set *set, size_t index, int rating)
{
	struct load_entry *paper = find_loaded(set, index);

	if (paper)
		paper->marks.rating = rating;
}

size_t
paper_set_next_unread(const struct paper_set *set, size_t index)
{
	for (size_t i = 1; i < set->count; i++) {
		size_t next = (index + i) % set->count;

		if (!paper_set_has(set, next, ROSTER_READ))
			return next;
	}
	return set->count;
}

bool
paper_set_spans_days(const struct paper_set *set)
{
	return set->count &&
	       entry_id_day(set->roster.ids[0]) != entry_id_day(set->roster.ids[set->count - 1]);
}

bool
paper_set_begins_day(const struct paper_set *set, size_t index)
{
	const int64_t *ids = set->roster.ids;

	return index < set->count &&
	       (!index || entry_id_day(ids[index - 1]) != entry_id_day(ids[index]));
}
