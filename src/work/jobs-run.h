// SPDX-License-Identifier: GPL-3.0-or-later
// The inside of a job that runs, on the jobs thread.
#ifndef WORK_JOBS_RUN_H
#define WORK_JOBS_RUN_H

#include "shoroku/archive/archive.h"
#include "shoroku/work/fetch.h"
#include "shoroku/work/jobs.h"
#include "shoroku/work/worker.h"

struct jobs_request {
	uint64_t job;
	enum jobs_kind kind;
	char *source; // JOBS_FETCH: NULL: all configured ones
	char *url;    // JOBS_DOWNLOAD, and so the next two
	enum http_trust trust;
	char *path;
	char *subject;
	size_t days; // JOBS_JUDGE: that there were when it began; 0: not begun
};

struct jobs_run {
	struct worker *worker;
	struct jobs *jobs;
	const struct app *app;
	struct fetch_control *control;
	struct jobs_request *request;
	int64_t told;	   // when progress was; 0: not yet
	size_t planned;	   // requests of a fetch
	char summary[256]; // of a job that ended well
};

// For the options of what runs; `context` is the struct jobs_run.
bool jobs_run_is_cancelled(void *context);

struct jobs_event jobs_run_event(const struct jobs_run *run, enum jobs_phase phase,
				 const char *subject);
void jobs_run_post(const struct jobs_run *run, const struct jobs_event *event);
void jobs_run_progress(struct jobs_run *run, const struct jobs_event *event);

// --- jobs-archive.c

// What a job that stores things needs. The archive is closed between jobs: whoever imports meanwhile
// finds nobody in the way.
struct jobs_archive {
	struct archive *archive;
	struct http_options http;
	struct arena arena;
};

int jobs_archive_open(struct jobs_archive *opened, const struct app *app, struct error *err)
    ERROR_CHECKED;
void jobs_archive_close(struct jobs_archive *opened);

// --- jobs-fetch.c

int jobs_fetch_run(struct jobs_run *run, struct error *err) ERROR_CHECKED;

// --- jobs-judge.c

// *more: it is to be run again.
int jobs_judge_run(struct jobs_run *run, bool *more, struct error *err) ERROR_CHECKED;

// --- jobs-enrich.c

int jobs_enrich_run(struct jobs_run *run, struct error *err) ERROR_CHECKED;

// Papers of the source, NULL: of all. Adds to *found.
int jobs_enrich_archive(struct jobs_run *run, struct archive *archive,
			const struct http_options *http, const char *source, size_t *found,
			struct error *err) ERROR_CHECKED;

#endif
