// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdlib.h>

#include "shoroku/archive/hits.h"
#include "shoroku/base/i18n.h"

#include "commands.h"
#include "export-print.h"
#include "list-records.h"
#include "list-text.h"
#include "query-text.h"

#define USUAL_LIMIT ((size_t)1000)
#define GREATEST_LIMIT 1000000

enum { SEARCH_FORMAT, SEARCH_LIMIT, SEARCH_COUNT, SEARCH_SORT };

const struct command_option command_search_options[4] = {
    [SEARCH_FORMAT] = {"format", FORMAT_NAMES, N_("how to print; text by default")},
    [SEARCH_LIMIT] = {"limit", "N", N_("at most N papers; 1000 by default")},
    [SEARCH_COUNT] = {"count", NULL, N_("print only how many papers there are")},
    [SEARCH_SORT] = {"sort", "date|relevance|title|author",
		     N_("the order; by date, the newest first, by default")},
};

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

static int
print_entries(const struct app *app, const struct query *query, const struct load_entries *entries,
	      const char *name, struct error *err)
{
	struct highlight highlight = {0};
	enum command_format format;

	if (command_export_print_is_own(name) && entries->count)
		return command_export_print_entries(name, entries, err);
	format = command_export_print_is_own(name) ? FORMAT_TEXT : command_common_format(name);
	if (format == FORMAT_TEXT) {
		command_list_text_entries(app, entries);
		return 0;
	}
	highlight_set(&highlight, query);
	command_list_records_entries(entries, format, &highlight);
	highlight_release(&highlight);
	return 0;
}

static int
print_hits(const struct app *app, struct archive *archive, struct arena *arena,
	   const struct query *query, const struct command_arguments *arguments, size_t limit,
	   struct error *err)
{
	struct load_entries entries;
	struct hits hits;

	if (hits_find(archive, arena, query, limit, &hits, err) ||
	    hits_load(archive, arena, &hits, &entries, err) ||
	    print_entries(app, query, &entries, arguments->values[SEARCH_FORMAT], err))
		return -1;
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
	size_t limit = USUAL_LIMIT;
	int result;

	arena_init(&arena);
	result =
	    command_common_limit(arguments->values[SEARCH_LIMIT], GREATEST_LIMIT, &limit, &err) ||
	    command_query_text(app, arguments, arguments->values[SEARCH_SORT], &arena, &query,
			       &err);
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
