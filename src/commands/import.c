// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/archive/archive.h"
#include "shoroku/archive/check.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/commands/common.h"
#include "shoroku/work/import.h"
#include "shoroku/work/user-labels.h"

#include "commands.h"
#include "import-plan.h"
#include "progress.h"

enum { IMPORT_SOURCE, IMPORT_FORMAT, IMPORT_DATE, IMPORT_DRY_RUN };

const struct command_option command_import_options[4] = {
    [IMPORT_SOURCE] = {"source", "NAME", N_("file the digests under this source")},
    [IMPORT_FORMAT] = {"format", "NAME",
		       N_("read in this format, whatever the content looks like")},
    [IMPORT_DATE] = {"date", "DATE", N_("the day of the digests, whatever they say")},
    [IMPORT_DRY_RUN] = {"dry-run", NULL, N_("show what would be stored, and store nothing")},
};

struct import_run {
	struct archive *marking;
	const struct app *app;
	struct progress progress;
	size_t inputs;
	size_t planned; // digests of a dry run
	struct error first_refusal;
};

static void
show_progress(void *context, size_t done, size_t total, const char *name)
{
	struct import_run *run = context;

	(void)name;
	run->inputs = total;
	command_progress_show(&run->progress, done, total);
}

static void
format_outcome(struct strbuf *out, const struct digest *digest, const char *reader,
	       enum store_outcome outcome)
{
	unsigned long papers = digest->entry_count;

	switch (outcome) {
	case STORE_ADDED:
		strbuf_addf(out, ngettext("%lu paper added (%s)", "%lu papers added (%s)", papers),
			    papers, reader);
		break;
	case STORE_UNCHANGED:
		strbuf_add_string(out, _("unchanged"));
		break;
	case STORE_REVISED:
		strbuf_addf(out,
			    ngettext("%lu paper, a new revision (%s)",
				     "%lu papers, a new revision (%s)", papers),
			    papers, reader);
		break;
	case STORE_POORER:
		strbuf_add_string(out,
				  _("poorer than what is there: kept as a revision, not shown"));
		break;
	}
}

static void
say_stored(void *context, const char *name, const struct digest *digest, const char *reader,
	   enum store_outcome outcome)
{
	struct import_run *run = context;
	char date[DATE_TEXT_SIZE];
	struct strbuf text;

	(void)name;
	command_progress_hide(&run->progress);
	if (run->app->quiet)
		return;
	date_format(digest->date, date);
	strbuf_init(&text);
	format_outcome(&text, digest, reader, outcome);
	command_common_printf(stdout, "%s %s: %s\n", date, digest->source, text.data);
	strbuf_release(&text);
}

static void
say_refused(void *context, const char *name, const struct error *err)
{
	struct import_run *run = context;

	(void)name; // the sentence has it
	command_progress_hide(&run->progress);
	if (run->first_refusal.kind == ERROR_NONE)
		run->first_refusal = *err;
	(void)command_common_fail(err);
}

static void
say_totals(const struct import_run *run, const struct import_totals *totals)
{
	struct strbuf text;

	size_t digests = totals->added + totals->unchanged + totals->revised + totals->poorer;

	if (run->app->quiet || run->inputs + totals->refused < 2 || !digests)
		return;
	strbuf_init(&text);
	command_common_add_count(&text, totals->added, _("added"));
	command_common_add_count(&text, totals->unchanged, _("unchanged"));
	command_common_add_count(&text, totals->revised, _("revised"));
	command_common_add_count(&text, totals->poorer, _("poorer"));
	command_common_add_count(&text, totals->refused, _("refused"));
	command_common_printf(stdout, _("digests: %s; papers: %zu\n"), text.data, totals->papers);
	strbuf_release(&text);
}

static void
say_records(void *context, const char *name, const struct records_totals *totals, size_t refused)
{
	struct import_run *run = context;
	struct strbuf text;

	command_progress_hide(&run->progress);
	run->inputs++;
	if (run->app->quiet)
		return;
	strbuf_init(&text);
	command_common_add_count(&text, totals->added, _("added"));
	command_common_add_count(&text, totals->changed, _("changed"));
	command_common_add_count(&text, totals->unchanged, _("unchanged"));
	command_common_add_count(&text, refused, _("refused"));
	command_common_printf(stdout, _("%s: records: %s\n"), name, text.length ? text.data : "0");
	strbuf_release(&text);
}

// One day, as list takes it.
static int
read_date(const struct app *app, const char *text, date_day *date, struct error *err)
{
	struct date_range range;

	if (!text)
		return 0;
	if (date_parse(text, app->today, &range, err))
		return -1;
	if (range.first != range.last)
		return error_set(err, ERROR_USAGE, _("'%s' is no single day"), text);
	*date = range.first;
	return 0;
}

static void
say_planned(void *context, const char *name, const struct digest *digest, const char *reader)
{
	struct import_run *run = context;

	command_progress_hide(&run->progress);
	run->planned++;
	command_import_plan_print(name, digest, reader);
}

static int
run_import(struct import_run *run, struct archive *archive,
	   const struct command_arguments *arguments)
{
	struct import_options options = {
	    .marking = run->marking,
	    .source = arguments->values[IMPORT_SOURCE],
	    .format = arguments->values[IMPORT_FORMAT],
	    .planned = say_planned,
	    .progress = show_progress,
	    .stored = say_stored,
	    .refused = say_refused,
	    .records = say_records,
	    .context = run,
	};
	struct labels *labels;
	struct import_totals totals;
	struct error err;
	bool stopped;

	options.date = DATE_NONE;
	if (read_date(run->app, arguments->values[IMPORT_DATE], &options.date, &err))
		return command_common_fail(&err);
	options.labels = labels = user_labels_read(run->app, command_common_complain, NULL);
	stopped =
	    import_paths(archive, arguments->words, arguments->count, &options, &totals, &err) != 0;

	labels_free(labels);
	command_progress_hide(&run->progress);
	say_totals(run, &totals);
	if (stopped)
		return command_common_fail(&err);
	if (!totals.refused)
		return 0;
	if (run->planned + totals.added + totals.unchanged + totals.revised + totals.poorer +
	    totals.records.added + totals.records.changed + totals.records.unchanged)
		return 1;
	return error_exit_code(run->first_refusal.kind);
}

int
command_import_run(const struct app *app, const struct command_arguments *arguments)
{
	struct import_run run = {.app = app};
	struct archive *archive;
	struct error err;
	int code;

	command_progress_start(&run.progress, app);
	if (arguments->values[IMPORT_DRY_RUN])
		return run_import(&run, NULL, arguments);
	if (archive_prepare(app->data_dir, &err))
		return command_common_fail(&err);
	archive = archive_open(app->data_dir, ARCHIVE_IMPORT, &err);
	if (!archive)
		return command_common_fail(&err);
	if (check_rebuild_if_other(archive, &err)) {
		archive_close(archive);
		return command_common_fail(&err);
	}
	run.marking = archive_open(app->data_dir, ARCHIVE_MARK, &err);
	code = run.marking ? run_import(&run, archive, arguments) : command_common_fail(&err);
	archive_close(run.marking);
	archive_close(archive);
	return code;
}
