// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch-text.h"

#include "shoroku/base/clock.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/commands/common.h"

// A plan that takes no longer than this is not worth a line.
#define PLAN_AT_LEAST_MS 5000
#define BAR_CELLS 16

void
command_fetch_text_start(struct fetch_text *text, const struct app *app)
{
	*text = (struct fetch_text){.app = app};
	command_progress_start(&text->progress, app);
}

// "40 s", "7 min", "2.5 h".
static void
add_time(struct strbuf *out, int64_t ms)
{
	int64_t seconds = (ms + 999) / 1000;

	if (seconds < 100)
		strbuf_addf(out, _("%d s"), (int)seconds);
	else if (seconds < 100 * 60)
		strbuf_addf(out, _("%d min"), (int)((seconds + 59) / 60));
	else
		strbuf_addf(out, _("%.1f h"), (double)seconds / 3600);
}

void
command_fetch_text_planned(void *context, const struct fetch_plan *plan)
{
	struct fetch_text *text = context;
	char first[DATE_TEXT_SIZE];
	char last[DATE_TEXT_SIZE];
	unsigned long days = plan->requests;
	struct strbuf time;

	if (text->app->quiet || plan->first == DATE_NONE || plan->at_least_ms < PLAN_AT_LEAST_MS)
		return;
	command_progress_hide(&text->progress);
	date_format(plan->first, first);
	date_format(plan->last, last);
	strbuf_init(&time);
	add_time(&time, plan->at_least_ms);
	command_common_printf(stdout,
			      ngettext("%s: %lu day from %s to %s takes at least %s\n",
				       "%s: %lu days from %s to %s take at least %s\n", days),
			      plan->source, days, first, last, time.data);
	fflush(stdout);
	strbuf_release(&time);
}

static void
add_bar(struct strbuf *out, size_t done, size_t total)
{
	size_t filled = total ? done * BAR_CELLS / total : 0;

	strbuf_add_byte(out, '[');
	for (size_t i = 0; i < BAR_CELLS; i++)
		strbuf_add_byte(out, i < filled ? '#' : '.');
	strbuf_addf(out, "] %zu/%zu", done, total);
}

void
command_fetch_text_progress(void *context, const struct fetch_progress *progress)
{
	struct fetch_text *text = context;
	struct strbuf line;

	if (!command_progress_is_wanted(&text->progress))
		return;
	strbuf_init(&line);
	strbuf_addf(&line, "%s ", progress->source);
	add_bar(&line, progress->done, progress->total);
	if (progress->all_total > progress->total) {
		strbuf_addf(&line, "  %s ", _("all"));
		add_bar(&line, progress->all_done, progress->all_total);
	}
	if (progress->elapsed_ms > 0)
		strbuf_addf(&line, _("  %.1f/s"),
			    (double)progress->all_done * 1000 / (double)progress->elapsed_ms);
	if (progress->left_ms >= 0) {
		strbuf_add_string(&line, "  ");
		add_time(&line, progress->left_ms);
	}
	strbuf_add_string(&line, _("  ^C stops"));
	command_progress_line(&text->progress, line.data);
	strbuf_release(&line);
}

static void
add_texts(struct strbuf *line, const struct fetch_news *news)
{
	unsigned long papers = news->papers;

	if (news->revised)
		strbuf_addf(
		    line,
		    ngettext("%lu paper, a new revision", "%lu papers, a new revision", papers),
		    papers);
	else
		strbuf_addf(line, ngettext("%lu paper", "%lu papers", papers), papers);
}

// Returns whether there is anything to say about it.
static bool
add_news(struct strbuf *line, const struct fetch_news *news)
{
	switch (news->answer) {
	case DAY_TEXT:
		add_texts(line, news);
		return news->papers > 0;
	case DAY_SAME:
		return false;
	case DAY_POORER:
		strbuf_add_string(line,
				  _("poorer than what is there: kept as a revision, not shown"));
		return true;
	case DAY_EMPTY:
		strbuf_add_string(line, news->state == DAY_CHANGED
					    ? _("empty now, what is there stays")
					    : _("no papers"));
		return true;
	case DAY_MISSING:
		break;
	case DAY_UNREADABLE:
	case DAY_UNREACHABLE:
		strbuf_add_string(line, news->reason ? news->reason : "");
		return true;
	}
	strbuf_add_string(line, news->state == DAY_NOT_PUBLISHED ? _("not yet published")
				: news->state == DAY_ABSENT
				    ? _("absent")
				    : _("no longer there, what is here stays"));
	return true;
}

static bool
is_failure(const struct fetch_news *news)
{
	return news->answer == DAY_UNREADABLE || news->answer == DAY_UNREACHABLE;
}

void
command_fetch_text_told(void *context, const struct fetch_news *news)
{
	struct fetch_text *text = context;
	FILE *to = is_failure(news) ? stderr : stdout;
	char date[DATE_TEXT_SIZE];
	struct strbuf line;

	strbuf_init(&line);
	if (is_failure(news))
		strbuf_add_string(&line, "shoroku: ");
	if (news->date != DATE_NONE) {
		date_format(news->date, date);
		strbuf_addf(&line, "%s ", date);
	}
	strbuf_addf(&line, "%s: ", news->source);
	if (add_news(&line, news) && (is_failure(news) || !text->app->quiet)) {
		command_progress_hide(&text->progress);
		if (is_failure(news))
			fflush(stdout);
		command_common_printf(to, "%s\n", line.data);
	}
	strbuf_release(&line);
}

static void
say_totals(const struct fetch_totals *totals, int64_t elapsed)
{
	double megabytes = (double)totals->bytes / 1e6;
	struct strbuf line;
	struct strbuf time;

	strbuf_init(&line);
	command_common_add_count(&line, totals->texts, _("new or revised"));
	command_common_add_count(&line, totals->same, _("unchanged"));
	command_common_add_count(&line, totals->poorer, _("poorer"));
	command_common_add_count(&line, totals->missing, _("not there"));
	command_common_add_count(&line, totals->failed, _("failed"));
	if (!line.length)
		strbuf_add_string(&line, totals->not_done ? _("none") : _("nothing to ask for"));
	if (clock_is_fixed()) {
		command_common_printf(stdout, _("days: %s; papers: %zu; %.1f MB\n"), line.data,
				      totals->papers, megabytes);
	} else {
		strbuf_init(&time);
		add_time(&time, elapsed);
		command_common_printf(stdout, _("days: %s; papers: %zu; %.1f MB in %s\n"),
				      line.data, totals->papers, megabytes, time.data);
		strbuf_release(&time);
	}
	strbuf_release(&line);
}

void
command_fetch_text_end(struct fetch_text *text, const struct fetch_totals *totals)
{
	unsigned long left = totals ? totals->not_done : 0;

	command_progress_hide(&text->progress);
	if (!totals)
		return;
	if (!text->app->quiet)
		say_totals(totals, clock_monotonic_ms() - text->progress.started);
	if (!left)
		return;
	fflush(stdout);
	command_common_printf(
	    stderr,
	    ngettext("shoroku: stopped; %lu request is left for the next time\n",
		     "shoroku: stopped; %lu requests are left for the next time\n", left),
	    left);
}
