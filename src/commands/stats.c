// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdlib.h>
#include <string.h>

#include "shoroku/archive/stats.h"
#include "shoroku/base/i18n.h"
#include "shoroku/commands/common.h"
#include "shoroku/export/tally.h"
#include "shoroku/text/bar.h"
#include "shoroku/text/width.h"

#include "commands.h"

enum { STATS_BY, STATS_LIMIT, STATS_FORMAT };
enum { ROWS_OF_TEXT = 30, BAR_CELLS = 32, NAME_CELLS = 32 };

const struct command_option command_stats_options[3] = {
    [STATS_BY] = {"by", "day|week|month|year|source|tag|author",
		  N_("what to count by; month by default")},
    [STATS_LIMIT] = {"limit", "N", N_("at most so many rows, the latest or the most frequent")},
    [STATS_FORMAT] = {"format", "text|tsv|json|jsonl", N_("how to print; text by default")},
};

static enum stats_group
find_group(const char *name)
{
	enum stats_group group = STATS_DAY;

	while (name && group < STATS_GROUPS && strcmp(name, stats_group_name(group)) != 0)
		group++;
	return name && group < STATS_GROUPS ? group : STATS_MONTH;
}

static bool
is_period(enum stats_group group)
{
	return group <= STATS_YEAR;
}

// Leaves the last periods, or the first of what is sorted by number.
static void
limit_rows(struct stats *stats, enum stats_group group, size_t limit)
{
	if (stats->count <= limit)
		return;
	if (is_period(group))
		stats->rows += stats->count - limit;
	stats->count = limit;
}

static void
print_summary(const struct stats *stats, enum stats_group group)
{
	if (!is_period(group))
		return;
	command_common_printf(stdout, ngettext("%zu paper, ", "%zu papers, ", stats->papers),
			      stats->papers);
	command_common_printf(stdout, _("%zu read"), stats->read);
	command_common_printf(stdout,
			      ngettext("; read on %d day in a row, ",
				       "; read on %d days in a row, ", (unsigned)stats->streak),
			      stats->streak);
	command_common_printf(stdout, _("at most %d\n\n"), stats->longest);
}

static size_t
name_cells(const struct stats *stats)
{
	size_t cells = 0;

	for (size_t i = 0; i < stats->count; i++) {
		const char *name = stats->rows[i].name;
		size_t width = width_text(name, strlen(name), WIDTH_NARROW);

		cells = width > cells ? width : cells;
	}
	return cells < NAME_CELLS ? cells : NAME_CELLS;
}

static void
print_row(const struct stats_row *row, size_t cells, size_t most, bool period)
{
	size_t width;
	size_t length = width_fit(row->name, strlen(row->name), cells, WIDTH_NARROW, &width);
	struct strbuf bar;

	strbuf_init(&bar);
	bar_append(&bar, row->papers, most, BAR_CELLS, false);
	command_common_print(stdout, row->name, length);
	command_common_printf(stdout, "%*s %6zu", (int)(cells - width), "", row->papers);
	if (period)
		command_common_printf(stdout, " %6zu", row->read);
	command_common_printf(stdout, bar.length ? "  %s\n" : "%s\n", bar.data);
	strbuf_release(&bar);
}

// Above a column of numbers, which is six cells wide.
static void
print_heading(const char *text)
{
	size_t width = width_text(text, strlen(text), WIDTH_NARROW);

	command_common_printf(stdout, " %*s%s", width < 6 ? (int)(6 - width) : 0, "", text);
}

static void
print_text(const struct stats *stats, enum stats_group group)
{
	size_t cells = name_cells(stats);
	size_t most = 0;

	for (size_t i = 0; i < stats->count; i++)
		most = stats->rows[i].papers > most ? stats->rows[i].papers : most;
	print_summary(stats, group);
	command_common_printf(stdout, "%*s", (int)cells, "");
	print_heading(_("papers"));
	if (is_period(group))
		print_heading(_("read"));
	command_common_printf(stdout, "\n");
	for (size_t i = 0; i < stats->count; i++)
		print_row(&stats->rows[i], cells, most, is_period(group));
}

static void
print_records(const struct stats *stats, enum stats_group group, enum command_format format)
{
	struct strbuf out;

	strbuf_init(&out);
	if (format == FORMAT_TSV)
		tally_append_tsv_header(&out, is_period(group));
	else if (format == FORMAT_JSON)
		strbuf_add_string(&out, "[\n");
	for (size_t i = 0; i < stats->count; i++) {
		const struct stats_row *row = &stats->rows[i];
		struct tally tally = {stats_group_name(group), row->name, row->papers, row->read,
				      is_period(group)};

		if (format == FORMAT_TSV)
			tally_append_tsv(&out, &tally);
		else
			tally_append_json(&out, &tally);
		strbuf_add_string(&out,
				  format == FORMAT_JSON && i + 1 < stats->count ? ",\n" : "\n");
	}
	if (format == FORMAT_JSON)
		strbuf_add_string(&out, "]\n");
	command_common_print(stdout, out.data, out.length);
	strbuf_release(&out);
}

static int
parse_limit(const char *text, size_t otherwise, size_t *limit, struct error *err)
{
	char *end;

	*limit = otherwise;
	if (!text)
		return 0;
	*limit = strtoul(text, &end, 10);
	if (*text < '0' || *text > '9' || *end || !*limit)
		return error_set(err, ERROR_USAGE, _("--limit takes a number from 1 on, not “%s”"),
				 text);
	return 0;
}

static int
print_stats(const struct app *app, struct archive *archive, struct arena *arena,
	    const struct command_arguments *arguments, struct error *err)
{
	enum stats_group group = find_group(arguments->values[STATS_BY]);
	enum command_format format = command_common_format(arguments->values[STATS_FORMAT]);
	struct date_range range = {DATE_MIN, DATE_MAX};
	struct stats stats;
	size_t limit;

	if (parse_limit(arguments->values[STATS_LIMIT],
			format == FORMAT_TEXT ? ROWS_OF_TEXT : SIZE_MAX, &limit, err) ||
	    (arguments->count && date_parse(arguments->words[0], app->today, &range, err)) ||
	    stats_count(archive, arena, group, range, app->today, &stats, err))
		return -1;
	if (!stats.count)
		return error_set(err, ERROR_NOT_FOUND, _("there is nothing to count"));
	limit_rows(&stats, group, limit);
	if (format == FORMAT_TEXT)
		print_text(&stats, group);
	else
		print_records(&stats, group, format);
	return 0;
}

int
command_stats_run(const struct app *app, const struct command_arguments *arguments)
{
	struct arena arena;
	struct error err;
	struct archive *archive = command_common_open(app, ARCHIVE_READ, &err);
	int result;

	if (!archive)
		return command_common_fail(&err);
	arena_init(&arena);
	result = print_stats(app, archive, &arena, arguments, &err);
	arena_release(&arena);
	archive_close(archive);
	return result ? command_common_fail(&err) : 0;
}
