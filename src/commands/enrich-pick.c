// SPDX-License-Identifier: GPL-3.0-or-later
#include "enrich-pick.h"

#include <string.h>

#include "shoroku/archive/hits.h"
#include "shoroku/archive/load.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/base/vec.h"
#include "shoroku/model/key.h"
#include "shoroku/query/query.h"

#define LEAST_ID 9 // digits: fewer are a word or a date

typedef VEC(int64_t) entry_list;

static bool
is_entry(const char *word)
{
	return key_looks_like(word) || strchr(word, '#') ||
	       (strlen(word) >= LEAST_ID && strspn(word, "0123456789") == strlen(word));
}

static bool
is_date(const struct app *app, const char *word, struct date_range *range)
{
	struct error ignored;

	return !date_parse(word, app->today, range, &ignored);
}

static int
add_dates(struct archive *archive, struct arena *arena, struct date_range range, entry_list *list,
	  struct error *err)
{
	struct load_entries found;

	if (load_entries(archive, arena, range, false, &found, err))
		return -1;
	for (size_t i = 0; i < found.count; i++)
		*vec_push(list) = found.items[i].entry.id;
	return 0;
}

static int
add_words(const struct app *app, struct archive *archive, struct arena *arena,
	  const char *const *words, size_t count, entry_list *list, struct error *err)
{
	for (size_t i = 0; i < count; i++) {
		struct date_range range;
		int64_t entry;

		if (is_entry(words[i])) {
			if (load_resolve(archive, words[i], app->today, &entry, err))
				return -1;
			*vec_push(list) = entry;
		} else if (is_date(app, words[i], &range) &&
			   add_dates(archive, arena, range, list, err)) {
			return -1;
		}
	}
	return 0;
}

static int
add_hits(const struct app *app, struct archive *archive, struct arena *arena,
	 const char *const *words, size_t count, entry_list *list, struct error *err)
{
	struct strbuf text;
	struct query query;
	struct error mistake;
	struct hits hits = {0};
	size_t offset;
	int result;

	strbuf_init(&text);
	for (size_t i = 0; i < count; i++)
		strbuf_addf(&text, "%s%s", i ? " " : "", words[i]);
	result = query_parse(arena, text.data, app->today, false, &query, &offset, &mistake);
	if (result)
		error_set(err, ERROR_USAGE, _("%s, at byte %zu of: %s"), mistake.text, offset + 1,
			  text.data);
	strbuf_release(&text);
	if (!result)
		result = hits_find(archive, arena, &query, SIZE_MAX, &hits, err);
	for (size_t i = 0; i < hits.count; i++)
		*vec_push(list) = hits.ids[i];
	return result;
}

int
command_enrich_pick(const struct app *app, struct archive *archive, struct arena *arena,
		    const char *const *words, size_t word_count, const int64_t **entries,
		    size_t *count, struct error *err)
{
	entry_list list = {0};
	struct date_range range;
	bool query = false;
	int64_t *copy;
	int result;

	for (size_t i = 0; i < word_count; i++)
		query |= !is_entry(words[i]) && !is_date(app, words[i], &range);
	result = query ? add_hits(app, archive, arena, words, word_count, &list, err)
		       : add_words(app, archive, arena, words, word_count, &list, err);
	if (!result && !list.count)
		result = error_set(err, ERROR_NOT_FOUND, _("nothing was found"));
	copy = arena_alloc(arena, (list.count + 1) * sizeof(*copy));
	if (list.count)
		memcpy(copy, list.items, list.count * sizeof(*copy));
	*entries = copy;
	*count = list.count;
	vec_release(&list);
	return result;
}
