// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdlib.h>

#include "shoroku/archive/hits.h"
#include "shoroku/base/i18n.h"

#include "commands.h"
#include "list-records.h"
#include "list-text.h"

#define USUAL_LIMIT ((size_t)1000)
#define GREATEST_LIMIT 1000000

enum { SEARCH_FORMAT, SEARCH_LIMIT, SEARCH_COUNT, SEARCH_SORT };

const struct command_option command_search_options[4] = {
    [SEARCH_FORMAT] = {"format", "text|tsv|json|jsonl", N_("how to print; text by default")},
    [SEARCH_LIMIT] = {"limit", "N", N_("at most N papers; 1000 by default")},
    [SEARCH_COUNT] = {"count", NULL, N_("print only how many papers there are")},
    [SEARCH_SORT] = {"sort", "date|relevance|title|author",
		     N_("the order; by date, the newest first, by default")},
};

static int
read_limit(const char *text, size_t *limit, struct error *err)
{
	char *end;
	long number;

	*limit = USUAL_LIMIT;
	if (!text)
		return 0;
	number = strtol(text, &end, 10);
	if (end == text || *end || number < 1 || number > GREATEST_LIMIT)
		return error_set(err, ERROR_USAGE, _("--limit takes a number from 1 to %d"),
				 GREATEST_LIMIT);
	*limit = (size_t)number;
	return 0;
}

// The words of the command line as one query, a mistake in it shown below it.
static int
read_query(const struct app *app, const struct command_arguments *arguments, struct arena *arena,
	   struct query *query, struct error *err)
{
	struct strbuf text;
	struct error mistake;
	size_t offset;
	int result;

	strbuf_init(&text);
	for (size_t i = 0; i < arguments->count; i++)
		strbuf_addf(&text, "%s%s", i ? " " : "", arguments->words[i]);
	if (arguments->values[SEARCH_SORT])
		strbuf_addf(&text, " sort:%s", arguments->values[SEARCH_SORT]);
	result = query_parse(arena, text.data, app->today, false, query, &offset, &mistake);
	if (result)
		error_set(err, ERROR_USAGE, _("%s, at byte %zu of: %s"), mistake.text, offset + 1,
			  text.data);
	strbuf_release(&text);
	return result;
}

static int
print_count(struct archive *archive, const struct query *query, struct error *err)
{
	struct search *search = search_open(archive, query, err);
	size_t most = query->limit ? query->limit : SIZE_MAX;
	size_t count;
	int result = search ? search_count(search, most, &count, err) : -1;

	search_close(search);
	if (result)
		return -1;
	command_common_printf(stdout, "%zu\n", count);
	return count ? 0 : error_set(err, ERROR_NOT_FOUND, _("nothing was found"));
}

static void
print_records(const struct query *query, const struct load_entries *entries,
	      enum command_format format)
{
	struct highlight highlight = {0};

	highlight_set(&highlight, query);
	command_list_records_entries(entries, format, &highlight);
	highlight_release(&highlight);
}

static int
print_hits(const struct app *app, struct archive *archive, struct arena *arena,
	   const struct query *query, const struct command_arguments *arguments, size_t limit,
	   struct error *err)
{
	enum command_format format = command_common_format(arguments->values[SEARCH_FORMAT]);
	struct load_entries entries;
	struct hits hits;

	if (hits_find(archive, arena, query, limit, &hits, err) ||
	    hits_load(archive, arena, &hits, &entries, err))
		return -1;
	if (format == FORMAT_TEXT)
		command_list_text_entries(app, &entries);
	else
		print_records(query, &entries, format);
	if (hits.more && !app->quiet)
		command_common_printf(stderr, _("shoroku: there are more; see --limit\n"));
	if (hits.partial && !app->quiet)
		command_common_printf(stderr, _("shoroku: sorted among the newest %d hits\n"),
				      HITS_SORTED);
	return entries.count ? 0 : error_set(err, ERROR_NOT_FOUND, _("nothing was found"));
}

int
command_search_run(const struct app *app, const struct command_arguments *arguments)
{
	struct archive *archive = NULL;
	struct arena arena;
	struct query query;
	struct error err;
	size_t limit;
	int result;

	arena_init(&arena);
	result = read_limit(arguments->values[SEARCH_LIMIT], &limit, &err) ||
		 read_query(app, arguments, &arena, &query, &err);
	if (!result && !(archive = command_common_open(app, ARCHIVE_READ, &err)))
		result = -1;
	if (!result && arguments->values[SEARCH_COUNT])
		result = print_count(archive, &query, &err);
	else if (!result)
		result = print_hits(app, archive, &arena, &query, arguments, limit, &err);
	arena_release(&arena);
	archive_close(archive);
	return result ? command_common_fail(&err) : 0;
}
