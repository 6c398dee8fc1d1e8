// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/outline-parts.h"

#include <stdint.h>
#include <string.h>

#include "feed/identifiers.h"
#include "feed/page-date.h"

#define MOST_KINDS 64 // of parts with ids in them; a page has a few

// A part of the page: the blocks between its beginning and its end.
struct part {
	const char *name;
	size_t first;
	size_t end;
	int depth;
	const char *id; // of the paper it speaks of; NULL: of none
	size_t id_length;
	bool many; // it speaks of several
};

struct parts {
	VEC(struct part) list;
	VEC(size_t) open; // indexes of those not ended yet
};

static void
note_id(struct parts *parts, const char *word)
{
	const char *id;
	size_t length = identifiers_arxiv(word, &id);

	for (size_t i = 0; length && i < parts->open.count; i++) {
		struct part *part = &parts->list.items[parts->open.items[i]];

		if (!part->id) {
			part->id = id;
			part->id_length = length;
		} else if (part->id_length != length || strncmp(part->id, id, length) != 0) {
			part->many = true;
		}
	}
}

static void
collect(struct parts *parts, const struct blocks *blocks)
{
	for (size_t i = 0; i < blocks->list.count; i++) {
		const struct block *block = &blocks->list.items[i];

		if (block->kind == BLOCK_OPEN) {
			struct part *part = vec_push(&parts->list);

			part->name = block->name;
			part->first = i + 1;
			part->end = blocks->list.count;
			part->depth = (int)parts->open.count;
			*vec_push(&parts->open) = parts->list.count - 1;
		} else if (block->kind == BLOCK_CLOSE && parts->open.count) {
			parts->list.items[parts->open.items[--parts->open.count]].end = i;
		} else {
			for (size_t j = 0; j < block->link_count; j++)
				note_id(parts, block->links[j].href);
			if (block->kind != BLOCK_META)
				note_id(parts, block->text);
		}
	}
}

// How many parts have this name and depth and speak of one paper; 0 where one of them speaks of several.
static size_t
count_alike(const struct parts *parts, const struct part *wanted)
{
	size_t count = 0;

	for (size_t i = 0; i < parts->list.count; i++) {
		const struct part *part = &parts->list.items[i];

		if (part->depth != wanted->depth || strcmp(part->name, wanted->name) != 0)
			continue;
		if (part->many)
			return 0;
		count += part->id != NULL;
	}
	return count;
}

static bool
is_seen(const struct part *const *seen, size_t count, const struct part *part)
{
	for (size_t i = 0; i < count; i++) {
		if (seen[i]->depth == part->depth && !strcmp(seen[i]->name, part->name))
			return true;
	}
	return false;
}

// The kind of part that the papers are: the outermost, and of these the most frequent.
static const struct part *
choose(const struct parts *parts)
{
	const struct part *seen[MOST_KINDS];
	size_t kinds = 0;
	const struct part *best = NULL;
	size_t most = 1;

	for (size_t i = 0; i < parts->list.count && kinds < MOST_KINDS; i++) {
		const struct part *part = &parts->list.items[i];
		size_t count;

		if (!part->id || (best && part->depth > best->depth) || is_seen(seen, kinds, part))
			continue;
		seen[kinds++] = part;
		count = count_alike(parts, part);
		if (count >= 2 && (!best || part->depth < best->depth || count > most)) {
			best = part;
			most = count;
		}
	}
	return best;
}

static date_day
day_before(const struct blocks *blocks, size_t end)
{
	date_day day = DATE_NONE;

	for (size_t i = 0; i < end; i++) {
		const struct block *block = &blocks->list.items[i];

		if (block->kind == BLOCK_HEADING && day == DATE_NONE)
			day = page_date_in(block->text);
	}
	return day;
}

bool
outline_parts_find(struct outline *outline, const struct blocks *blocks)
{
	struct parts parts = {0};
	const struct part *kind;

	collect(&parts, blocks);
	kind = choose(&parts);
	if (kind)
		outline->day = day_before(blocks, kind->first);
	for (size_t i = 0; kind && i < parts.list.count; i++) {
		const struct part *part = &parts.list.items[i];
		struct outline_paper *paper;

		if (part->depth != kind->depth || strcmp(part->name, kind->name) != 0 || !part->id)
			continue;
		paper = vec_push(&outline->papers);
		paper->form = OUTLINE_PART;
		paper->title = SIZE_MAX;
		paper->first = part->first;
		paper->end = part->end;
		paper->day = outline->day;
	}
	vec_release(&parts.list);
	vec_release(&parts.open);
	return kind != NULL;
}
