// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/archive/selection.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "shoroku/archive/hits.h"
#include "shoroku/archive/load.h"
#include "shoroku/base/date.h"
#include "shoroku/base/i18n.h"
#include "shoroku/query/field.h"

#define DIGITS "0123456789"
#define HASH_DIGITS 32 // of a key made of a title, see model/key.h

static bool
is_title_key(const char *word)
{
	return !strncmp(word, "title:", 6) && strlen(word + 6) == HASH_DIGITS &&
	       strspn(word + 6, DIGITS "abcdef") == HASH_DIGITS;
}

bool
selection_is_name(const char *word)
{
	const char *hash = strrchr(word, '#');

	if (!strncmp(word, "arxiv:", 6) || !strncmp(word, "doi:", 4) || is_title_key(word))
		return true;
	if (hash && hash > word && hash[1] && !hash[1 + strspn(hash + 1, DIGITS)])
		return true;
	return *word && !word[strspn(word, DIGITS)];
}

// "title:", "-is:", and what an input method types for the colon.
static bool
has_field(const char *word)
{
	static const char *const colons[] = {":", "："};

	word += strspn(word, "-(");
	for (size_t i = 0; i < sizeof(colons) / sizeof(colons[0]); i++) {
		const char *colon = strstr(word, colons[i]);

		if (colon && field_find(word, (size_t)(colon - word)))
			return true;
	}
	return false;
}

bool
selection_is_query(const char *word)
{
	return !selection_is_name(word) && (has_field(word) || strpbrk(word, "\"()|"));
}

static bool
is_date(const char *word)
{
	struct date_range range;
	struct error ignored;

	return !date_parse(word, DATE_MAX, &range, &ignored);
}

int
selection_tell(const char *const *words, size_t count, bool *is_query, size_t *bad,
	       struct error *err)
{
	*is_query = false;
	for (size_t i = 0; i < count; i++)
		*is_query |= selection_is_query(words[i]);
	for (size_t i = 0; i < count; i++) {
		bool name = selection_is_name(words[i]);

		*bad = i;
		// A number is a word of a query as well.
		if (*is_query && name && words[i][strspn(words[i], DIGITS)])
			return error_set(err, ERROR_USAGE,
					 _("“%s” names an entry, the other words are a query"),
					 words[i]);
		if (!*is_query && !name)
			return error_set(err, ERROR_USAGE,
					 _("“%s” names no entry; a query has a field, such as "
					   "%s:%s or is:unread"),
					 words[i], is_date(words[i]) ? "date" : "title", words[i]);
	}
	return 0;
}

static int
compare_keys(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

// A paper may stand in several digests.
static void
drop_repetitions(struct selection *selection)
{
	size_t kept = 0;

	if (selection->count)
		qsort(selection->keys, selection->count, sizeof(*selection->keys), compare_keys);
	for (size_t i = 0; i < selection->count; i++) {
		if (!kept || strcmp(selection->keys[kept - 1], selection->keys[i]) != 0)
			selection->keys[kept++] = selection->keys[i];
	}
	selection->count = kept;
}

static int
load_keys(struct archive *archive, struct arena *arena, const struct hits *hits,
	  struct selection *selection, struct error *err)
{
	selection->count = hits->count;
	selection->keys = arena_alloc(arena, (hits->count + 1) * sizeof(*selection->keys));
	for (size_t i = 0; i < hits->count; i++) {
		if (load_key(archive, arena, hits->ids[i], &selection->keys[i], err))
			return -1;
	}
	drop_repetitions(selection);
	return 0;
}

int
selection_find(struct archive *archive, struct arena *arena, const char *text, date_day today,
	       struct selection *selection, size_t *offset, struct error *err)
{
	struct query query;
	struct hits hits;

	*selection = (struct selection){0};
	if (query_parse(arena, text, today, false, &query, offset, err))
		return -1;
	*offset = 0;
	if (!query.root)
		return error_set(err, ERROR_USAGE,
				 _("the query says nothing: that is every paper"));
	if (hits_find(archive, arena, &query, SIZE_MAX, &hits, err) ||
	    load_keys(archive, arena, &hits, selection, err))
		return -1;
	return selection->count ? 0 : error_set(err, ERROR_NOT_FOUND, _("the query finds nothing"));
}

int
selection_check(const struct selection *selection, const char *how, struct error *err)
{
	if (selection->count <= SELECTION_USUAL_MOST)
		return 0;
	return error_set(err, ERROR_USAGE,
			 _("the query finds %zu papers; with %s all of them are marked"),
			 selection->count, how);
}
