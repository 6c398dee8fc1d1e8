// SPDX-License-Identifier: GPL-3.0-or-later
// What a person types for an entry: an id, a key, DATE#N or DATE/SOURCE#N.
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "archive/handle.h"
#include "archive/journal-private.h"
#include "shoroku/archive/load.h"
#include "shoroku/base/i18n.h"
#include "shoroku/model/key.h"

static int
not_found(struct error *err, const char *name)
{
	return error_set(err, ERROR_NOT_FOUND, _("there is no entry “%s” in the archive"), name);
}

static int
by_key(struct archive *archive, const char *name, int64_t *id, struct error *err)
{
	struct arena arena;
	struct statement st;
	const char *key;
	int result;

	arena_init(&arena);
	result = journal_private_resolve(archive, &arena, name, &key, err);
	*id = 0;
	if (!result) {
		st = statement_begin(archive, STATEMENT_ENTRY_OF_KEY);
		statement_bind_text(&st, ":key", key);
		if (statement_step(&st))
			*id = statement_int(&st, 0);
		result = statement_end(&st, err);
	}
	arena_release(&arena);
	if (!result && !*id)
		return not_found(err, name);
	return result;
}

static int
nth_of_source(struct archive *archive, const char *name, date_day day, const char *source, long n,
	      int64_t *id, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_ENTRY_OF_SOURCE);

	*id = 0;
	statement_bind_int(&st, ":day", day);
	statement_bind_text(&st, ":source", source);
	statement_bind_int(&st, ":position", n);
	if (statement_step(&st))
		*id = statement_int(&st, 0);
	if (statement_end(&st, err))
		return -1;
	return *id ? 0 : not_found(err, name);
}

static int
nth_of_day(struct archive *archive, const char *name, date_day day, long n, int64_t *id,
	   struct error *err)
{
	struct load_entries entries;
	struct arena arena;
	int result;

	arena_init(&arena);
	result = load_entries(archive, &arena, (struct date_range){day, day}, false, &entries, err);
	if (!result && (size_t)n <= entries.count)
		*id = entries.items[n - 1].entry.id;
	else if (!result)
		result = not_found(err, name);
	arena_release(&arena);
	return result;
}

// DATE[/SOURCE]#N with the `#` at `hash`. The date itself may hold slashes, so a source is what
// follows the last one and does not begin with a digit.
static int
by_place(struct archive *archive, const char *name, const char *hash, date_day today, int64_t *id,
	 struct error *err)
{
	struct date_range range;
	struct arena arena;
	char *end;
	char *date;
	char *slash;
	long n = strtol(hash + 1, &end, 10);
	int result;

	if (end == hash + 1 || *end || n < 1 || n > INT32_MAX)
		return error_set(err, ERROR_USAGE, _("“%s”: after # goes a number from 1 on"),
				 name);
	arena_init(&arena);
	date = arena_strndup(&arena, name, (size_t)(hash - name));
	slash = strrchr(date, '/');
	if (slash && strchr("0123456789", slash[1]))
		slash = NULL;
	if (slash)
		*slash = '\0';
	result = date_parse(date, today, &range, err);
	if (!result && range.first != range.last)
		result = error_set(err, ERROR_USAGE, _("“%s”: # goes after a single day"), name);
	else if (!result && slash)
		result = nth_of_source(archive, name, range.first, slash + 1, n, id, err);
	else if (!result)
		result = nth_of_day(archive, name, range.first, n, id, err);
	arena_release(&arena);
	return result;
}

int
load_resolve(struct archive *archive, const char *name, date_day today, int64_t *id,
	     struct error *err)
{
	struct load_entry entry;
	struct arena arena;
	const char *hash = strrchr(name, '#');
	char *end;
	int result;

	if (key_looks_like(name))
		return by_key(archive, name, id, err);
	if (hash)
		return by_place(archive, name, hash, today, id, err);
	errno = 0;
	*id = strtoll(name, &end, 10);
	if (errno || end == name || *end)
		return error_set(err, ERROR_USAGE,
				 _("“%s” names no entry; write an id, a key such as "
				   "arxiv:2509.18058, or DATE#N"),
				 name);
	arena_init(&arena);
	result = load_entry(archive, &arena, *id, &entry, err);
	arena_release(&arena);
	return result;
}
