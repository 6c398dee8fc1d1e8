// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdio.h>

#include "shoroku/archive/judging.h"
#include "shoroku/base/i18n.h"
#include "work/jobs-run.h"

static void
tell(struct jobs_run *run, size_t left)
{
	struct jobs_request *request = run->request;
	struct jobs_event event = jobs_run_event(run, JOBS_RUNNING, NULL);

	// More may have come than there were.
	if (request->days < left)
		request->days = left;
	event.done = request->days - left;
	event.total = request->days;
	jobs_run_progress(run, &event);
}

int
jobs_judge_run(struct jobs_run *run, bool *more, struct error *err)
{
	struct jobs_archive opened;
	size_t left;
	int result;

	if (jobs_archive_open(&opened, run->app, err))
		return -1;
	result = judging_left(opened.archive, &left, err);
	if (!result)
		tell(run, left);
	if (!result && left)
		result = judging_go_on(opened.archive, &left, err);
	jobs_archive_close(&opened);
	*more = !result && left;
	if (!result)
		snprintf(run->summary, sizeof(run->summary),
			 ngettext("the sections of %zu day were checked",
				  "the sections of %zu days were checked", run->request->days),
			 run->request->days);
	return result;
}
