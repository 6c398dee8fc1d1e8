// SPDX-License-Identifier: GPL-3.0-or-later
// Fetching as a job.
#include <stdio.h>
#include <string.h>

#include "shoroku/base/clock.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/log.h"
#include "shoroku/work/user-labels.h"
#include "work/jobs-run.h"

static void
planned(void *context, const struct fetch_plan *plan)
{
	struct jobs_run *run = context;
	struct jobs_event event = jobs_run_event(run, JOBS_RUNNING, plan->source);

	run->planned += plan->requests;
	event.total = run->planned;
	jobs_run_progress(run, &event);
}

static void
progressed(void *context, const struct fetch_progress *progress)
{
	struct jobs_run *run = context;
	struct jobs_event event = jobs_run_event(run, JOBS_RUNNING, progress->source);

	event.done = progress->all_done;
	event.total = progress->all_total;
	jobs_run_progress(run, &event);
}

static void
describe_texts(struct strbuf *out, const struct fetch_news *news)
{
	strbuf_addf(out, ngettext("%zu paper", "%zu papers", news->papers), news->papers);
	if (news->revised)
		strbuf_add_string(out, _(", a new revision"));
}

// What is worth a line in the list of jobs; false where nothing is.
static bool
describe(struct strbuf *out, const struct fetch_news *news)
{
	switch (news->answer) {
	case DAY_SAME:
		return false;
	case DAY_TEXT:
		describe_texts(out, news);
		break;
	case DAY_POORER:
		strbuf_add_string(out, _("poorer than what is there, kept as a revision"));
		break;
	case DAY_EMPTY:
		strbuf_add_string(out, _("no papers"));
		break;
	case DAY_MISSING:
		strbuf_add_string(out, news->state == DAY_NOT_PUBLISHED ? _("not yet published")
									: _("not there"));
		break;
	case DAY_UNREADABLE:
	case DAY_UNREACHABLE:
		strbuf_add_string(out, news->reason ? news->reason : "");
		break;
	}
	return true;
}

static void
told(void *context, const struct fetch_news *news)
{
	struct jobs_run *run = context;
	struct jobs_event event = jobs_run_event(run, JOBS_NEWS, news->source);
	char date[DATE_TEXT_SIZE] = "";
	struct strbuf text;

	strbuf_init(&text);
	event.date = news->date;
	if (news->date != DATE_NONE)
		date_format(news->date, date);
	if (describe(&text, news)) {
		event.bad = news->answer == DAY_UNREADABLE || news->answer == DAY_UNREACHABLE;
		snprintf(event.text, sizeof(event.text), "%s%s%s", date, *date ? " " : "",
			 text.data);
		jobs_run_post(run, &event);
	}
	strbuf_release(&text);
}

static void
log_mistake(void *context, const char *sentence)
{
	(void)context;
	log_message(LOG_ERROR, "%s", sentence);
}

// What came, in one sentence; of which some may have failed.
static int
sum_up(const struct fetch_totals *totals, char *summary, size_t size, struct error *err)
{
	struct strbuf text;

	strbuf_init(&text);
	if (totals->texts)
		strbuf_addf(&text,
			    ngettext("%zu day with %zu papers came",
				     "%zu days with %zu papers came", totals->texts),
			    totals->texts, totals->papers);
	else
		strbuf_add_string(&text, _("nothing new came"));
	snprintf(summary, size, "%s", text.data);
	if (totals->failed)
		error_set(err, totals->first_failure.kind, _("%s; %zu failed: %s"), text.data,
			  totals->failed, totals->first_failure.text);
	strbuf_release(&text);
	return totals->failed ? -1 : 0;
}

// Those of the sources that were fetched and want it.
static int
enrich(struct jobs_run *run, struct archive *archive, const struct http_options *http,
       const struct sources *sources, struct error *err)
{
	const char *name = run->request->source;
	size_t found = 0;

	for (size_t i = 0; i < sources->count; i++) {
		const struct source *source = &sources->items[i];

		if (source->enrich && (!name || !strcmp(name, source->name)) &&
		    !jobs_run_is_cancelled(run) &&
		    jobs_enrich_archive(run, archive, http, source->name, &found, err))
			return -1;
	}
	return 0;
}

static int
fetch(struct jobs_run *run, struct archive *archive, const struct http_options *http,
      struct error *err)
{
	const char *const name = run->request->source;
	struct fetch_totals totals = {0};
	struct sources sources;
	struct labels *labels;
	int result;

	sources_init(&sources);
	sources_read(run->app, &sources, log_mistake, NULL);
	labels = user_labels_read(run->app, log_mistake, NULL);
	result = fetch_run(archive,
			   &(struct fetch_options){
			       .sources = &sources,
			       .names = &name,
			       .name_count = name ? 1 : 0,
			       .since = DATE_NONE,
			       .until = DATE_NONE,
			       .today = clock_today(), // the reader may be open for days
			       .labels = labels,
			       .http = http,
			       .control = run->control,
			       .planned = planned,
			       .progress = progressed,
			       .told = told,
			       .cancelled = jobs_run_is_cancelled,
			       .context = run,
			   },
			   &totals, err);
	labels_free(labels);
	if (!result)
		result = sum_up(&totals, run->summary, sizeof(run->summary), err) |
			 enrich(run, archive, http, &sources, err);
	sources_release(&sources);
	return result;
}

int
jobs_fetch_run(struct jobs_run *run, struct error *err)
{
	struct jobs_archive opened;
	int result;

	if (jobs_archive_open(&opened, run->app, err))
		return -1;
	result = fetch(run, opened.archive, &opened.http, err);
	jobs_archive_close(&opened);
	return result;
}
