// SPDX-License-Identifier: GPL-3.0-or-later
#include <string.h>

#include "shoroku/archive/fetched.h"
#include "shoroku/archive/load.h"
#include "shoroku/base/i18n.h"
#include "shoroku/commands/common.h"

#include "commands.h"
#include "export-print.h"
#include "list-records.h"
#include "list-text.h"

enum { LIST_DAYS, LIST_FORMAT };

const struct command_option command_list_options[2] = {
    [LIST_DAYS] = {"days", NULL, N_("list days with their counts instead of papers")},
    [LIST_FORMAT] = {"format", FORMAT_NAMES, N_("how to print; text by default")},
};

// DATE, else everything for days and the newest day for papers.
static int
find_range(const struct app *app, struct archive *archive,
	   const struct command_arguments *arguments, struct date_range *range, struct error *err)
{
	date_day newest;

	if (arguments->count)
		return date_parse(arguments->words[0], app->today, range, err);
	*range = (struct date_range){DATE_MIN, DATE_MAX};
	if (arguments->values[LIST_DAYS])
		return 0;
	if (load_newest_day(archive, &newest, err))
		return -1;
	if (newest == DATE_NONE)
		return error_set(err, ERROR_NOT_FOUND,
				 _("the archive is empty; 'shoroku import FILE' fills it"));
	*range = (struct date_range){newest, newest};
	return 0;
}

static int
nothing_found(const struct command_arguments *arguments, struct error *err)
{
	if (arguments->count)
		return error_set(err, ERROR_NOT_FOUND, _("no digest for %s"), arguments->words[0]);
	return error_set(err, ERROR_NOT_FOUND,
			 _("the archive is empty; 'shoroku import FILE' fills it"));
}

// The days with a digest and those that were only asked for, newest first.
static int
load_all_days(struct archive *archive, struct arena *arena, struct date_range range,
	      struct load_days *all, struct error *err)
{
	struct load_days days;
	struct load_days empty;
	size_t next = 0;

	if (load_days(archive, arena, range, &days, err) ||
	    fetched_empty_days(archive, arena, range, &empty, err))
		return -1;
	all->count = 0;
	all->items = arena_alloc(arena, (days.count + empty.count + 1) * sizeof(*all->items));
	for (size_t i = 0; i < days.count; i++) {
		while (next < empty.count && empty.items[next].date > days.items[i].date)
			all->items[all->count++] = empty.items[next++];
		all->items[all->count++] = days.items[i];
	}
	while (next < empty.count)
		all->items[all->count++] = empty.items[next++];
	return 0;
}

static int
list_days(struct archive *archive, struct arena *arena, struct date_range range,
	  const struct command_arguments *arguments, struct error *err)
{
	const char *name = arguments->values[LIST_FORMAT];
	enum command_format format;
	struct load_days days;

	if (command_export_print_is_own(name))
		return error_set(err, ERROR_USAGE, _("days are printed as %s, not as %s"),
				 "text, tsv, json, jsonl", name);
	format = command_common_format(name);
	if (load_all_days(archive, arena, range, &days, err))
		return -1;
	if (format == FORMAT_TEXT)
		command_list_text_days(&days);
	else
		command_list_records_days(&days, format);
	return days.count ? 0 : nothing_found(arguments, err);
}

static int
list_papers(const struct app *app, struct archive *archive, struct arena *arena,
	    struct date_range range, const struct command_arguments *arguments, struct error *err)
{
	const char *name = arguments->values[LIST_FORMAT];
	bool own = command_export_print_is_own(name);
	enum command_format format = own ? FORMAT_TEXT : command_common_format(name);
	bool with_sections = own || format == FORMAT_JSON || format == FORMAT_JSONL;
	struct load_entries entries;

	if (load_entries(archive, arena, range, with_sections, &entries, err))
		return -1;
	if (own && entries.count)
		return command_export_print_entries(name, &entries, err);
	if (format == FORMAT_TEXT)
		command_list_text_entries(app, &entries);
	else
		command_list_records_entries(&entries, format, NULL);
	return entries.count ? 0 : nothing_found(arguments, err);
}

int
command_list_run(const struct app *app, const struct command_arguments *arguments)
{
	struct arena arena;
	struct date_range range;
	struct error err;
	struct archive *archive = command_common_open(app, ARCHIVE_READ, &err);
	int result;

	if (!archive)
		return command_common_fail(&err);
	arena_init(&arena);
	result = find_range(app, archive, arguments, &range, &err);
	if (!result && arguments->values[LIST_DAYS])
		result = list_days(archive, &arena, range, arguments, &err);
	else if (!result)
		result = list_papers(app, archive, &arena, range, arguments, &err);
	arena_release(&arena);
	archive_close(archive);
	return result ? command_common_fail(&err) : 0;
}
