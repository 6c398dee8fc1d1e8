// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/work/enrich.h"

#include <signal.h>
#include <stdlib.h>
#include <time.h>

#include "shoroku/archive/check.h"
#include "shoroku/base/clock.h"
#include "shoroku/base/i18n.h"
#include "shoroku/commands/common.h"
#include "shoroku/work/web-settings.h"

#include "commands.h"
#include "enrich-pick.h"
#include "enrich-run.h"
#include "mark.h"
#include "progress.h"

enum { ENRICH_DRY_RUN, ENRICH_LIMIT, ENRICH_AGAIN, ENRICH_API };

const struct command_option command_enrich_options[4] = {
    [ENRICH_DRY_RUN] = {"dry-run", NULL, N_("ask and say what was found, and store nothing")},
    [ENRICH_LIMIT] = {"limit", "N", N_("ask about at most N papers")},
    [ENRICH_AGAIN] = {"again", NULL, N_("ask about what is known or was not found, too")},
    [ENRICH_API] = {"api", "URL", N_("ask there instead of arXiv's API")},
};

#define GREATEST_LIMIT 1000000

struct enrich_text {
	const struct app *app;
	struct progress progress;
	bool stopped;
};

// Signals that end the run are left waiting and asked for, so that an answer is stored first.
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
	struct enrich_text *text = context;
	struct timespec at_once = {0};
	sigset_t set;

	stopping_signals(&set);
	if (sigtimedwait(&set, NULL, &at_once) > 0)
		text->stopped = true;
	return text->stopped;
}

static void
show_progress(void *context, const struct enrich_progress *progress)
{
	struct enrich_text *text = context;

	command_progress_show(&text->progress, progress->done, progress->total);
}

static void
say_found(const struct enrich_news *news)
{
	const char *title = news->paper->title;
	const char *id = news->said->arxiv_id;

	if (news->score < 0)
		command_common_printf(stdout, _("arXiv:%s: %s\n"), id, title);
	else if (news->merged)
		// Translators: an id, a title, a number from 0 to 1000.
		command_common_printf(stdout,
				      _("arXiv:%s, which is here already: %s (%d of 1000)\n"), id,
				      title, news->score);
	else
		command_common_printf(stdout, _("arXiv:%s found for: %s (%d of 1000)\n"), id, title,
				      news->score);
}

static void
say_not_yet(const struct enrich_news *news)
{
	char asked[DATE_TEXT_SIZE];
	char again[DATE_TEXT_SIZE];
	date_day day = clock_day(news->asked_at);

	date_format(day, asked);
	date_format(day + ENRICH_AGAIN_DAYS, again);
	command_common_printf(stdout, _("not asked again before %s, was asked on %s: %s\n"), again,
			      asked, news->paper->title);
}

static void
say_unlike(const struct enrich_news *news)
{
	command_common_printf(stdout, _("left: %s\n    the nearest is arXiv:%s, %s (%d of 1000)\n"),
			      news->paper->title, news->said->arxiv_id, news->said->title,
			      news->score);
}

static void
say(void *context, const struct enrich_news *news)
{
	struct enrich_text *text = context;
	const char *title = news->paper->title;

	command_progress_hide(&text->progress);
	if (text->app->quiet)
		return;
	switch (news->outcome) {
	case ENRICH_FOUND:
		say_found(news);
		break;
	case ENRICH_UNKNOWN:
		command_common_printf(stdout, _("left: %s\n    arXiv knows nothing of it\n"),
				      title);
		break;
	case ENRICH_UNLIKE:
		say_unlike(news);
		break;
	case ENRICH_AMBIGUOUS:
		command_common_printf(
		    stdout, _("left: %s\n    several of arXiv's papers are like it\n"), title);
		break;
	case ENRICH_NO_AUTHORS:
		command_common_printf(
		    stdout, _("not asked: %s\n    it has no authors to tell it by\n"), title);
		break;
	case ENRICH_NO_TITLE:
		command_common_printf(
		    stdout, _("not asked: %s\n    arXiv knows titles in Latin letters only\n"),
		    title);
		break;
	case ENRICH_NOT_YET:
		say_not_yet(news);
		break;
	}
	fflush(stdout);
}

static void
say_totals(const struct enrich_text *text, const struct enrich_totals *totals)
{
	if (text->app->quiet)
		return;
	command_common_printf(stdout, _("papers: found %zu, left %zu, not asked %zu\n"),
			      totals->found, totals->left, totals->not_asked);
	if (totals->not_done)
		command_common_printf(stdout, _("stopped; %zu are not done\n"), totals->not_done);
}

static int
exit_code(const struct enrich_totals *totals, const struct error *failure)
{
	if (failure)
		return totals->found + totals->left ? 1 : error_exit_code(failure->kind);
	if (totals->not_done)
		return 1;
	return totals->left && !totals->found ? 1 : 0;
}

static int
run_enrich(struct enrich_text *text, struct archive *archive, struct archive *marking,
	   const struct command_arguments *arguments, struct arena *arena)
{
	struct enrich_options options = {
	    .again = arguments->values[ENRICH_AGAIN] != NULL,
	    .dry_run = arguments->values[ENRICH_DRY_RUN] != NULL,
	    .api_url = arguments->values[ENRICH_API],
	    .progress = show_progress,
	    .told = say,
	    .cancelled = is_stopped,
	    .context = text,
	};
	struct http_options http = {0};
	struct enrich_totals totals;
	struct error err;
	bool failed;

	options.http = &http;
	if (web_settings_read(text->app, arena, &http, &err) ||
	    command_common_limit(arguments->values[ENRICH_LIMIT], GREATEST_LIMIT, &options.limit,
				 &err) ||
	    (arguments->count &&
	     command_enrich_pick(text->app, archive, arena, arguments->words, arguments->count,
				 &options.entries, &options.count, &err)))
		return command_common_fail(&err);
	command_progress_start(&text->progress, text->app);
	failed = enrich_run(archive, marking, &options, &totals, &err) != 0;
	command_progress_hide(&text->progress);
	if (failed)
		(void)command_common_fail(&err);
	say_totals(text, &totals);
	return exit_code(&totals, failed ? &err : NULL);
}

int
command_enrich_source(const struct app *app, struct archive *archive, const struct source *source)
{
	struct http_options http = {0};
	struct enrich_text text = {.app = app};
	struct enrich_options options = {
	    .source = source->name,
	    .api_url = source->api_url,
	    .http = &http,
	    .progress = show_progress,
	    .told = say,
	    .cancelled = is_stopped,
	    .context = &text,
	};
	struct enrich_totals totals = {0};
	struct arena arena;
	struct error err;
	int result;

	arena_init(&arena);
	command_progress_start(&text.progress, app);
	result = web_settings_read(app, &arena, &http, &err);
	if (!result)
		result = enrich_run(archive, NULL, &options, &totals, &err);
	arena_release(&arena);
	command_progress_hide(&text.progress);
	if (result)
		(void)command_common_fail(&err);
	if (totals.papers)
		say_totals(&text, &totals);
	return result || totals.not_done ? 1 : 0;
}

// Whatever is stored is stored while the signals wait.
static int
with_signals_waiting(const struct app *app, struct archive *archive, struct archive *marking,
		     const struct command_arguments *arguments)
{
	struct enrich_text text = {.app = app};
	struct arena arena;
	sigset_t set;
	sigset_t before;
	int code;

	stopping_signals(&set);
	sigprocmask(SIG_BLOCK, &set, &before);
	arena_init(&arena);
	code = run_enrich(&text, archive, marking, arguments, &arena);
	arena_release(&arena);
	sigprocmask(SIG_SETMASK, &before, NULL);
	return code;
}

int
command_enrich_run(const struct app *app, const struct command_arguments *arguments)
{
	struct error err;
	struct archive *archive = command_common_open(app, ARCHIVE_IMPORT, &err);
	struct archive *marking = NULL;
	int code;

	if (!archive || check_rebuild_if_other(archive, &err) ||
	    !(marking = command_mark_open(app, &err)))
		code = command_common_fail(&err);
	else
		code = with_signals_waiting(app, archive, marking, arguments);
	archive_close(marking);
	archive_close(archive);
	return code;
}
