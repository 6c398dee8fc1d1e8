// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/similar-authors.h"

#include <stdlib.h>
#include <string.h>

#include "archive/occurrence.h"
#include "archive/terms.h"
#include "shoroku/text/fold.h"

#define MOST_NAMES 40  // that are compared
#define MOST_ASKED 8   // that are looked for
#define MOST_PAPERS 32 // of each
#define LEAST_NAME 4   // bytes: shorter ones are many people's

void
similar_authors_read(struct similar_authors *authors, const char *lines)
{
	*authors = (struct similar_authors){0};
	while (*lines && authors->names.count < MOST_NAMES) {
		size_t length = strcspn(lines, "\n");
		char *name = fold_skeleton(lines, length);

		if (strlen(name) >= LEAST_NAME)
			*vec_push(&authors->names) = name;
		else
			free(name);
		lines += length + (lines[length] == '\n');
	}
}

void
similar_authors_release(struct similar_authors *authors)
{
	for (size_t i = 0; i < authors->names.count; i++)
		free(authors->names.items[i]);
	vec_release(&authors->names);
}

// An entry, and how many of the authors it has.
struct written {
	int64_t entry;
	int names;
};
struct writings {
	struct written list[MOST_ASKED * MOST_PAPERS];
	size_t count;
};

static void
count_one(struct writings *writings, int64_t entry)
{
	size_t i = 0;

	while (i < writings->count && writings->list[i].entry != entry)
		i++;
	if (i == writings->count)
		writings->list[writings->count++] = (struct written){entry, 0};
	writings->list[i].names++;
}

static int
look_up(struct archive *archive, const char *name, struct writings *writings, struct error *err)
{
	struct occurrence *occurrence = occurrence_new(0);
	int64_t at = INT64_MAX;
	int result = 0;

	occurrence_add(occurrence, TERM_AUTHOR, name, strlen(name), 0);
	for (int i = 0; i < MOST_PAPERS; i++) {
		result = occurrence_seek(archive, occurrence, at, &at, err);
		if (result || at == OCCURRENCE_END)
			break;
		count_one(writings, at--);
	}
	occurrence_free(occurrence);
	return result;
}

static int
most_names_first(const void *a, const void *b)
{
	const struct written *x = a;
	const struct written *y = b;

	if (x->names != y->names)
		return y->names - x->names;
	return x->entry > y->entry ? -1 : x->entry < y->entry;
}

int
similar_authors_find(struct archive *archive, const struct similar_authors *authors,
		     struct similar_candidates *candidates, struct error *err)
{
	struct writings writings = {.count = 0};
	size_t asked = authors->names.count < MOST_ASKED ? authors->names.count : MOST_ASKED;

	for (size_t i = 0; i < asked; i++) {
		if (look_up(archive, authors->names.items[i], &writings, err))
			return -1;
	}
	if (writings.count)
		qsort(writings.list, writings.count, sizeof(*writings.list), most_names_first);
	for (size_t i = 0; i < writings.count && i < SIMILAR_BY_AUTHORS; i++)
		similar_candidates_add(candidates, writings.list[i].entry);
	return 0;
}

double
similar_authors_share(const struct similar_authors *authors, const char *lines)
{
	struct similar_authors others;
	size_t shorter;
	size_t same = 0;

	similar_authors_read(&others, lines);
	shorter =
	    others.names.count < authors->names.count ? others.names.count : authors->names.count;
	for (size_t i = 0; i < others.names.count; i++) {
		bool found = false;

		for (size_t k = 0; k < authors->names.count && !found; k++)
			found = !strcmp(others.names.items[i], authors->names.items[k]);
		same += found;
	}
	similar_authors_release(&others);
	return same < shorter ? (double)same / (double)shorter : shorter > 0;
}
