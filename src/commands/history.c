// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/archive/history.h"

#include <stdlib.h>
#include <string.h>

#include "shoroku/base/clock.h"
#include "shoroku/base/i18n.h"
#include "shoroku/commands/common.h"
#include "shoroku/export/step.h"
#include "shoroku/work/history-text.h"

#include "mark.h"

enum { HISTORY_LIMIT, HISTORY_FORMAT };

#define USUAL_LIMIT 50

const struct command_option command_history_options[2] = {
    [HISTORY_LIMIT] = {"limit", "N", N_("at most so many steps, the latest; 50 by default")},
    [HISTORY_FORMAT] = {"format", "text|tsv|json|jsonl", N_("how to print; text by default")},
};

static int
read_number(const char *text, long long least, const char *what, long long *number,
	    struct error *err)
{
	char *end;

	*number = strtoll(text, &end, 10);
	if (end == text || *end || *number < least || *number > INT32_MAX)
		return error_set(err, ERROR_USAGE, _("%s takes a number, not “%s”"), what, text);
	return 0;
}

static void
print_text(const struct history_step *item)
{
	const char *note = history_text_note(item);
	char time[CLOCK_TEXT_SIZE];
	struct strbuf line;

	clock_format_local(item->made_at, time);
	strbuf_init(&line);
	strbuf_addf(&line, "%6lld  %s  ", (long long)item->step, time);
	history_text_append(&line, item);
	if (note)
		strbuf_addf(&line, " (%s)", note);
	strbuf_add_byte(&line, '\n');
	command_common_print(stdout, line.data, line.length);
	strbuf_release(&line);
}

static void
append_record(struct strbuf *out, struct arena *arena, const struct history_step *item, bool tsv)
{
	struct step_change *changes =
	    arena_alloc(arena, (item->change_count + 1) * sizeof(*changes));
	char time[CLOCK_TEXT_SIZE];
	struct step step = {
	    .number = item->step,
	    .made_at = time,
	    .origin = item->origin,
	    .state = item->state,
	    .papers = item->papers,
	    .key = item->key,
	    .title = item->title,
	    .changes = changes,
	    .change_count = item->change_count,
	};

	clock_format_utc(item->made_at, time);
	for (size_t i = 0; i < item->change_count; i++)
		changes[i] = (struct step_change){item->changes[i].field, item->changes[i].value,
						  item->changes[i].count};
	if (tsv)
		step_append_tsv(out, &step);
	else
		step_append_json(out, &step);
}

static void
print_records(const struct history *history, struct arena *arena, enum command_format format)
{
	struct strbuf out;

	strbuf_init(&out);
	if (format == FORMAT_TSV)
		step_append_tsv_header(&out);
	for (size_t i = 0; i < history->count; i++) {
		if (format == FORMAT_JSON)
			strbuf_add_string(&out, i ? ",\n" : "[\n");
		append_record(&out, arena, &history->items[i], format == FORMAT_TSV);
		if (format == FORMAT_JSONL)
			strbuf_add_byte(&out, '\n');
	}
	if (format == FORMAT_JSON)
		strbuf_add_string(&out, history->count ? "\n]\n" : "[]\n");
	command_common_print(stdout, out.data, out.length);
	strbuf_release(&out);
}

static int
list(const struct app *app, const struct command_arguments *arguments, struct error *err)
{
	enum command_format format = command_common_format(arguments->values[HISTORY_FORMAT]);
	const char *limit = arguments->values[HISTORY_LIMIT];
	struct archive *archive;
	struct history history;
	struct arena arena;
	long long most = USUAL_LIMIT;
	int result;

	if (limit && read_number(limit, 1, "--limit", &most, err))
		return -1;
	archive = command_common_open(app, ARCHIVE_READ, err);
	if (!archive)
		return -1;
	arena_init(&arena);
	result = history_load(archive, &arena, INT64_MAX, (size_t)most, &history, err);
	for (size_t i = 0; !result && format == FORMAT_TEXT && i < history.count; i++)
		print_text(&history.items[i]);
	if (!result && format != FORMAT_TEXT)
		print_records(&history, &arena, format);
	arena_release(&arena);
	archive_close(archive);
	return result;
}

static int
restore(const struct app *app, const char *text, struct error *err)
{
	struct journal_report report;
	struct archive *archive;
	struct arena arena;
	long long step;
	int result;

	if (read_number(text, 0, "restore", &step, err))
		return -1;
	archive = command_mark_open(app, err);
	if (!archive)
		return -1;
	arena_init(&arena);
	result = history_restore(archive, &arena, step, &report, err);
	arena_release(&arena);
	archive_close(archive);
	if (!result && !app->quiet) {
		command_common_printf(stdout,
				      ngettext("%d change taken back\n", "%d changes taken back\n",
					       (unsigned)report.changed),
				      report.changed);
		command_mark_say_left(report.left);
	}
	return result;
}

int
command_history_run(const struct app *app, const struct command_arguments *arguments)
{
	struct error err;
	int result;

	if (!arguments->count)
		result = list(app, arguments, &err);
	else if (!strcmp(arguments->words[0], "restore") && arguments->count == 2)
		result = restore(app, arguments->words[1], &err);
	else
		result = error_set(&err, ERROR_USAGE, _("usage: shoroku %s%s%s"), "history", " ",
				   command_table_find("history")->usage);
	return result ? command_common_fail(&err) : 0;
}
