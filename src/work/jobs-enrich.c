// SPDX-License-Identifier: GPL-3.0-or-later
// Enriching as a job, or as the end of a fetch whose source wants it.
#include <stdio.h>

#include "shoroku/base/i18n.h"
#include "shoroku/work/enrich.h"
#include "work/jobs-run.h"

static void
progressed(void *context, const struct enrich_progress *progress)
{
	struct jobs_run *run = context;
	struct jobs_event event = jobs_run_event(run, JOBS_RUNNING, "arXiv");

	event.done = progress->done;
	event.total = progress->total;
	jobs_run_progress(run, &event);
}

// What was found and what was looked for in vain is worth a line, what was not asked is not.
static const char *
describe(enum enrich_outcome outcome)
{
	switch (outcome) {
	case ENRICH_FOUND:
		return _("found");
	case ENRICH_UNKNOWN:
		return _("not known to arXiv");
	case ENRICH_UNLIKE:
		return _("nothing like enough");
	case ENRICH_AMBIGUOUS:
		return _("two are equally like it");
	case ENRICH_NO_AUTHORS:
	case ENRICH_NO_TITLE:
	case ENRICH_NOT_YET:
		break;
	}
	return NULL;
}

static void
told(void *context, const struct enrich_news *news)
{
	struct jobs_run *run = context;
	struct jobs_event event = jobs_run_event(run, JOBS_NEWS, "arXiv");
	const char *what = describe(news->outcome);

	if (!what)
		return;
	snprintf(event.text, sizeof(event.text), "%s: %.300s", what, news->paper->title);
	jobs_run_post(run, &event);
}

int
jobs_enrich_archive(struct jobs_run *run, struct archive *archive, const struct http_options *http,
		    const char *source, size_t *found, struct error *err)
{
	struct enrich_totals totals;
	int result = enrich_run(archive, NULL,
				&(struct enrich_options){
				    .source = source,
				    .http = http,
				    .progress = progressed,
				    .told = told,
				    .cancelled = jobs_run_is_cancelled,
				    .context = run,
				},
				&totals, err);

	*found += totals.found;
	return result;
}

int
jobs_enrich_run(struct jobs_run *run, struct error *err)
{
	struct jobs_archive opened;
	size_t found = 0;
	int result;

	if (jobs_archive_open(&opened, run->app, err))
		return -1;
	result = jobs_enrich_archive(run, opened.archive, &opened.http, NULL, &found, err);
	jobs_archive_close(&opened);
	if (!result)
		snprintf(run->summary, sizeof(run->summary),
			 ngettext("%zu paper found at arXiv", "%zu papers found at arXiv", found),
			 found);
	return result;
}
