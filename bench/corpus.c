// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>
#include <zlib.h>

#include "shoroku/base/memory.h"

#define LONGEST_LINE (1 << 22)

static const char *
field(struct arena *arena, const json_t *record, const char *name)
{
	const char *value = json_string_value(json_object_get(record, name));

	return arena_strdup(arena, value ? value : "");
}

static void
fill_authors(struct arena *arena, const json_t *authors, struct corpus_paper *paper)
{
	paper->author_count = json_array_size(authors);
	paper->authors = arena_alloc(arena, (paper->author_count + 1) * sizeof(*paper->authors));
	for (size_t i = 0; i < paper->author_count; i++) {
		const char *name = json_string_value(json_array_get(authors, i));

		paper->authors[i] = arena_strdup(arena, name ? name : "");
	}
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
	paper->lang = field(arena, record, "lang");
	fill_authors(arena, json_object_get(record, "authors"), paper);
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
corpus_crowd(struct trust_crowd *crowd, const struct corpus_paper *paper)
{
	crowd_add_paper(crowd, paper->name);
	crowd_add_text(crowd, TRUST_TITLE, paper->title);
	crowd_add_text(crowd, TRUST_TITLE, paper->title_other);
	for (unsigned i = 0; i < SECTION_ROLES; i++)
		crowd_add_text(crowd, i, paper->sections[i]);
}
