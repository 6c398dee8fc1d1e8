// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>
#include <zlib.h>

#include "shoroku/base/memory.h"
#include "shoroku/base/vec.h"

#define LONGEST_LINE (1 << 22)

static const char *
field(struct arena *arena, const json_t *record, const char *name)
{
	const char *value = json_string_value(json_object_get(record, name));

	return arena_strdup(arena, value ? value : "");
}

static void
fill(struct arena *arena, const json_t *record, struct corpus_paper *paper)
{
	static const char *const names[SECTION_ROLES] = {"reason", "short", "detail", "abstract"};

	paper->date = field(arena, record, "date");
	paper->source = field(arena, record, "src");
	paper->title = field(arena, record, "title");
	paper->title_other = field(arena, record, "title_ja");
	paper->name = field(arena, record, "arxiv_id");
	if (!*paper->name)
		paper->name = paper->title;
	for (int i = 0; i < SECTION_ROLES; i++)
		paper->sections[i] = field(arena, record, names[i]);
}

void
corpus_read(struct corpus *corpus, const char *path)
{
	char *line = memory_alloc(LONGEST_LINE);
	size_t capacity = corpus->count;
	gzFile file = gzopen(path, "rb");

	if (!file) {
		perror(path);
		exit(EXIT_FAILURE);
	}
	while (gzgets(file, line, LONGEST_LINE)) {
		json_t *record = json_loads(line, 0, NULL);

		if (!record)
			continue;
		if (corpus->count >= capacity) {
			capacity = capacity * 2 + 64;
			corpus->papers =
			    memory_grow_array(corpus->papers, capacity, sizeof(*corpus->papers));
		}
		fill(&corpus->arena, record, &corpus->papers[corpus->count++]);
		json_decref(record);
	}
	gzclose(file);
	free(line);
}

void
corpus_release(struct corpus *corpus)
{
	arena_release(&corpus->arena);
	free(corpus->papers);
}

void
corpus_crowd(struct trust_crowd *crowd, const struct corpus_paper *paper, const char *reason)
{
	crowd_add_paper(crowd, paper->name);
	crowd_add_text(crowd, TRUST_TITLE, paper->title);
	crowd_add_text(crowd, TRUST_TITLE, paper->title_other);
	for (unsigned i = 0; i < SECTION_ROLES; i++)
		crowd_add_text(crowd, i,
			       i == SECTION_REASON && reason ? reason : paper->sections[i]);
}

// --- counts

#define SLOTS (1u << 21)

struct tally {
	uint32_t tokens[SLOTS]; // open addressing, 0: free
	uint32_t papers[SLOTS];
	size_t all;
	size_t east;
	struct trust_crowd *crowd;
	bool has_east; // of the paper being counted
};

static uint32_t
slot_of(const struct tally *counts, uint32_t token)
{
	uint32_t slot = token % SLOTS;

	while (counts->tokens[slot] && counts->tokens[slot] != token)
		slot = (slot + 1) % SLOTS;
	return slot;
}

static void
count_token(void *context, uint32_t token, bool word)
{
	struct tally *counts = context;
	uint32_t slot = slot_of(counts, token);

	counts->tokens[slot] = token;
	counts->papers[slot]++;
	counts->has_east |= !word;
}

static double
papers_with(void *context, uint32_t token)
{
	const struct tally *counts = context;

	return counts->papers[slot_of(counts, token)];
}

struct tally *
tally_new(void)
{
	struct tally *counts = memory_alloc(sizeof(*counts));

	counts->crowd = crowd_new();
	return counts;
}

void
tally_add(struct tally *counts, const struct corpus_paper *paper)
{
	crowd_clear(counts->crowd);
	corpus_crowd(counts->crowd, paper, NULL);
	counts->has_east = false;
	crowd_each_token(counts->crowd, 0, count_token, counts);
	counts->all++;
	counts->east += counts->has_east;
}

struct trust_statistics
tally_statistics(struct tally *counts)
{
	return (struct trust_statistics){papers_with, counts, (double)counts->all,
					 (double)counts->east};
}

void
tally_free(struct tally *counts)
{
	crowd_free(counts->crowd);
	free(counts);
}
