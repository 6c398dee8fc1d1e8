// SPDX-License-Identifier: GPL-3.0-or-later
#include <string.h>

#include "shoroku/archive/load.h"
#include "shoroku/base/i18n.h"
#include "shoroku/commands/common.h"
#include "shoroku/export/record.h"
#include "shoroku/export/tsv.h"

#include "commands.h"
#include "list-text.h"

enum { LIST_DAYS, LIST_FORMAT };

const struct command_option command_list_options[2] = {
    [LIST_DAYS] = {"days", NULL, N_("list days with their counts instead of papers")},
    [LIST_FORMAT] = {"format", "text|tsv|json|jsonl", N_("how to print; text by default")},
};

// Prints `record` as one member of an array, or as a line.
static void
print_record(struct strbuf *record, enum command_format format, size_t index)
{
	if (format == FORMAT_JSON)
		command_common_printf(stdout, index ? ",\n" : "[\n");
	command_common_print(stdout, record->data, record->length);
	if (format == FORMAT_JSONL)
		command_common_printf(stdout, "\n");
	strbuf_clear(record);
}

static void
print_array_end(enum command_format format, size_t count)
{
	if (format == FORMAT_JSON)
		command_common_printf(stdout, count ? "\n]\n" : "[]\n");
}

static void
print_entries(const struct load_entries *entries, enum command_format format)
{
	struct strbuf line;

	strbuf_init(&line);
	if (format == FORMAT_TSV) {
		tsv_append_header(&line);
		print_record(&line, format, 0);
	}
	for (size_t i = 0; i < entries->count; i++) {
		const struct load_entry *item = &entries->items[i];

		if (format == FORMAT_TSV)
			tsv_append_entry(&line, &item->entry, &item->marks);
		else
			record_append(&line, &item->entry, &item->marks);
		print_record(&line, format, i);
	}
	print_array_end(format, entries->count);
	strbuf_release(&line);
}

static void
print_days(const struct load_days *days, enum command_format format)
{
	struct strbuf line;

	strbuf_init(&line);
	if (format == FORMAT_TSV) {
		tsv_append_day_header(&line);
		print_record(&line, format, 0);
	}
	for (size_t i = 0; i < days->count; i++) {
		const struct load_day *day = &days->items[i];
		struct record_day record = {
		    .date = day->date,
		    .source = day->source,
		    .state = day->state,
		    .papers = day->papers,
		    .unread = day->unread,
		    .favourites = day->favourites,
		    .revision = day->revision,
		};

		if (format == FORMAT_TSV)
			tsv_append_day(&line, &record);
		else
			record_append_day(&line, &record);
		print_record(&line, format, i);
	}
	print_array_end(format, days->count);
	strbuf_release(&line);
}

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

static int
list_days(struct archive *archive, struct arena *arena, struct date_range range,
	  const struct command_arguments *arguments, struct error *err)
{
	enum command_format format = command_common_format(arguments->values[LIST_FORMAT]);
	struct load_days days;

	if (load_days(archive, arena, range, &days, err))
		return -1;
	if (format == FORMAT_TEXT)
		command_list_text_days(&days);
	else
		print_days(&days, format);
	return days.count ? 0 : nothing_found(arguments, err);
}

static int
list_papers(const struct app *app, struct archive *archive, struct arena *arena,
	    struct date_range range, const struct command_arguments *arguments, struct error *err)
{
	enum command_format format = command_common_format(arguments->values[LIST_FORMAT]);
	bool with_sections = format == FORMAT_JSON || format == FORMAT_JSONL;
	struct load_entries entries;

	if (load_entries(archive, arena, range, with_sections, &entries, err))
		return -1;
	if (format == FORMAT_TEXT)
		command_list_text_entries(app, &entries);
	else
		print_entries(&entries, format);
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
