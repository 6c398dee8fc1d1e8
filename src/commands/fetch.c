// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/work/fetch.h"

#include <signal.h>
#include <stdlib.h>
#include <time.h>

#include "shoroku/archive/check.h"
#include "shoroku/base/i18n.h"
#include "shoroku/commands/common.h"
#include "shoroku/work/user-labels.h"
#include "shoroku/work/web-settings.h"

#include "commands.h"
#include "fetch-text.h"

enum { FETCH_SINCE, FETCH_UNTIL, FETCH_DAYS, FETCH_AGAIN };

const struct command_option command_fetch_options[4] = {
    [FETCH_SINCE] = {"since", "DATE", N_("fill in the past from this day on")},
    [FETCH_UNTIL] = {"until", "DATE", N_("ask for no day after this one")},
    [FETCH_DAYS] = {"days", "N", N_("the last N days, today included")},
    [FETCH_AGAIN] = {"again", NULL, N_("ask for days that are complete, too")},
};

#define MOST_DAYS 36525

// Signals that end the run are left waiting and asked for, so that what came is stored first.
static void
stopping_signals(sigset_t *set)
{
	sigemptyset(set);
	sigaddset(set, SIGINT);
	sigaddset(set, SIGTERM);
	sigaddset(set, SIGHUP);
}

static bool
is_stopped(void *context)
{
	struct fetch_text *text = context;
	sigset_t set;
	struct timespec at_once = {0};

	stopping_signals(&set);
	if (sigtimedwait(&set, NULL, &at_once) > 0)
		text->stopped = true;
	return text->stopped;
}

static int
read_day(const struct app *app, const char *text, bool last, date_day *day, struct error *err)
{
	struct date_range range;

	*day = DATE_NONE;
	if (!text)
		return 0;
	if (date_parse(text, app->today, &range, err))
		return -1;
	*day = last ? range.last : range.first;
	return 0;
}

static int
read_days(const char *text, int *days, struct error *err)
{
	char *end = NULL;
	long count = text ? strtol(text, &end, 10) : 0;

	if (text && (!*text || *end || count < 1 || count > MOST_DAYS))
		return error_set(err, ERROR_USAGE, _("--days takes a number from 1 to %d"),
				 MOST_DAYS);
	*days = (int)count;
	return 0;
}

static int
read_options(const struct app *app, const struct command_arguments *arguments,
	     struct fetch_options *options, struct error *err)
{
	const char *const *values = arguments->values;

	if (values[FETCH_SINCE] && values[FETCH_DAYS])
		return error_set(err, ERROR_USAGE, _("--since and --days say the same; give one"));
	if (read_day(app, values[FETCH_SINCE], false, &options->since, err) ||
	    read_day(app, values[FETCH_UNTIL], true, &options->until, err) ||
	    read_days(values[FETCH_DAYS], &options->days, err))
		return -1;
	if (options->since != DATE_NONE && options->until != DATE_NONE &&
	    options->since > options->until)
		return error_set(err, ERROR_USAGE, _("--since is after --until"));
	if (options->since != DATE_NONE && options->since > app->today)
		return error_set(err, ERROR_USAGE, _("--since is after today"));
	options->again = values[FETCH_AGAIN] != NULL;
	return 0;
}

static int
exit_code(const struct fetch_totals *totals, size_t mistakes)
{
	size_t done = totals->texts + totals->same + totals->poorer + totals->missing;

	if (totals->failed && !done)
		return error_exit_code(totals->first_failure.kind);
	return totals->failed || totals->not_done || mistakes ? 1 : 0;
}

static int
run_fetch(const struct app *app, struct archive *archive, const struct command_arguments *arguments)
{
	struct fetch_text text;
	struct sources sources;
	struct arena arena;
	struct http_options http = {0};
	struct fetch_totals totals;
	struct error err;
	size_t mistakes;
	int result;
	struct fetch_options options = {
	    .sources = &sources,
	    .names = arguments->words,
	    .name_count = arguments->count,
	    .today = app->today,
	    .http = &http,
	    .planned = command_fetch_text_planned,
	    .progress = command_fetch_text_progress,
	    .told = command_fetch_text_told,
	    .cancelled = is_stopped,
	    .context = &text,
	};
	struct labels *labels;

	arena_init(&arena);
	if (read_options(app, arguments, &options, &err) ||
	    web_settings_read(app, &arena, &http, &err)) {
		arena_release(&arena);
		return command_common_fail(&err);
	}
	sources_init(&sources);
	mistakes = sources_read(app, &sources, command_common_complain, NULL);
	options.labels = labels = user_labels_read(app, command_common_complain, NULL);
	command_fetch_text_start(&text, app);
	result = fetch_run(archive, &options, &totals, &err);
	command_fetch_text_end(&text, result ? NULL : &totals);
	labels_free(labels);
	sources_release(&sources);
	arena_release(&arena);
	return result ? command_common_fail(&err) : exit_code(&totals, mistakes);
}

int
command_fetch_run(const struct app *app, const struct command_arguments *arguments)
{
	struct archive *archive = NULL;
	struct error err;
	sigset_t set;
	sigset_t before;
	int code;

	if (archive_prepare(app->data_dir, &err) ||
	    !(archive = archive_open(app->data_dir, ARCHIVE_IMPORT, &err)) ||
	    check_rebuild_if_other(archive, &err)) {
		archive_close(archive);
		return command_common_fail(&err);
	}
	stopping_signals(&set);
	sigprocmask(SIG_BLOCK, &set, &before);
	code = run_fetch(app, archive, arguments);
	archive_close(archive);
	sigprocmask(SIG_SETMASK, &before, NULL);
	return code;
}
