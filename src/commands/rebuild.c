// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/archive/check.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/commands/common.h"
#include "shoroku/work/reparse.h"
#include "shoroku/work/user-labels.h"

#include "commands.h"
#include "progress.h"
#include "provenance.h"

enum { REBUILD_PARSE };

const struct command_option command_rebuild_options[1] = {
    [REBUILD_PARSE] = {"parse", NULL, N_("read the kept inputs again first")},
};

struct rebuild_run {
	const struct app *app;
	struct progress progress;
	struct error first_failure;
};

static void
show_progress(void *context, size_t done, size_t total)
{
	struct rebuild_run *run = context;

	command_progress_show(&run->progress, done, total);
}

static void
say_changed(void *context, const struct raw *raw, const struct raw_change *change)
{
	struct rebuild_run *run = context;
	char date[DATE_TEXT_SIZE];
	struct strbuf text;

	command_progress_hide(&run->progress);
	if (run->app->quiet)
		return;
	date_format(raw->date, date);
	strbuf_init(&text);
	command_provenance_count(&text, &change->differences);
	if (change->outcome == RAW_POORER)
		strbuf_addf(&text, _("; %s reads poorer now, what is there stays"), raw->name);
	command_common_printf(stdout, "%s %s: %s\n", date, raw->source, text.data);
	strbuf_release(&text);
}

static void
say_failed(void *context, const struct raw *raw, const struct error *err)
{
	struct rebuild_run *run = context;

	(void)raw; // the sentence has its name
	command_progress_hide(&run->progress);
	if (run->first_failure.kind == ERROR_NONE)
		run->first_failure = *err;
	(void)command_common_fail(err);
}

static void
say_totals(const struct rebuild_run *run, const struct reparse_totals *totals)
{
	if (run->app->quiet)
		return;
	command_common_printf(
	    stdout, _("inputs: %zu; changed: %zu, unchanged: %zu, poorer: %zu, failed: %zu\n"),
	    totals->changed + totals->unchanged + totals->poorer + totals->failed, totals->changed,
	    totals->unchanged, totals->poorer, totals->failed);
}

// Returns the exit code for what could not be read again, 0 where all could; −1 is for `err`.
static int
parse_again(struct rebuild_run *run, struct archive *archive, struct error *err)
{
	struct labels *labels = user_labels_read(run->app, command_common_complain, NULL);
	struct reparse_options options = {
	    .labels = labels,
	    .progress = show_progress,
	    .changed = say_changed,
	    .failed = say_failed,
	    .context = run,
	};
	struct reparse_totals totals;
	int result = reparse_all(archive, &options, &totals, err);

	labels_free(labels);
	command_progress_hide(&run->progress);
	if (result)
		return -1;
	say_totals(run, &totals);
	if (!totals.failed)
		return 0;
	return totals.changed + totals.unchanged + totals.poorer
		   ? 1
		   : error_exit_code(run->first_failure.kind);
}

int
command_rebuild_run(const struct app *app, const struct command_arguments *arguments)
{
	struct rebuild_run run = {.app = app};
	struct error err;
	struct archive *archive = command_common_open(app, ARCHIVE_IMPORT, &err);
	int code = 0;

	if (!archive)
		return command_common_fail(&err);
	command_progress_start(&run.progress, app);
	if (arguments->values[REBUILD_PARSE])
		code = parse_again(&run, archive, &err);
	if (code < 0 || check_rebuild(archive, &err))
		code = command_common_fail(&err);
	else if (!app->quiet)
		command_common_printf(stdout, "%s\n", _("the search index is made anew"));
	archive_close(archive);
	return code;
}
