// SPDX-License-Identifier: GPL-3.0-or-later
// The jobs thread: what takes long goes on there, one job after the other, while the reader lives. It
// owns a writing connection of archive.db and the network. Everything said of a job comes by value.
#ifndef SHOROKU_WORK_JOBS_H
#define SHOROKU_WORK_JOBS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shoroku/base/date.h"
#include "shoroku/base/error.h"
#include "shoroku/net/http.h"
#include "shoroku/work/app.h"

struct jobs;

enum jobs_kind { JOBS_FETCH, JOBS_ENRICH, JOBS_DOWNLOAD, JOBS_JUDGE };

enum jobs_phase {
	JOBS_RUNNING, // progress, of which only the newest is waiting to be taken
	JOBS_NEWS,    // something came or failed, the job goes on
	JOBS_DONE,
	JOBS_FAILED, // `text` says why; of a fetch of which some failed, too
	JOBS_CANCELLED,
};

struct jobs_event {
	uint64_t job;
	enum jobs_kind kind;
	enum jobs_phase phase;
	size_t done;	  // answers, papers, days; of a download bytes
	size_t total;	  // likewise; 0: not known
	char subject[96]; // the source that is asked, the paper whose file comes
	date_day date;	  // of news: of the day that came or failed; DATE_NONE: of none
	bool bad;	  // news of a failure
	char text[512];	  // one sentence, of news and at the end
	char *path;	  // at the end of a download: the file
};

// `app` outlives it. `wake_fd` as for worker_start(). NULL where no thread could be made.
struct jobs *jobs_start(const struct app *app, int wake_fd);

// Queue a job and return its number. `source` NULL: all configured ones.
uint64_t jobs_fetch(struct jobs *jobs, const char *source);
uint64_t jobs_enrich(struct jobs *jobs); // all papers that lack an abstract
// The days that were not judged yet (archive/judging.h), some at a time: other jobs go between.
uint64_t jobs_judge(struct jobs *jobs);
// `subject` is how the job is called.
uint64_t jobs_download(struct jobs *jobs, const char *url, enum http_trust trust, const char *path,
		       const char *subject);

// Ends the job whether it runs or waits; what came whole is kept. There is an event for it.
void jobs_cancel(struct jobs *jobs, uint64_t job);

// The oldest event not taken yet, or NULL; the caller frees it.
struct jobs_event *jobs_take(struct jobs *jobs);
void jobs_event_free(struct jobs_event *event); // NULL is fine

// Cancels everything, waits for what is being stored and ends the thread. NULL is fine.
void jobs_join(struct jobs *jobs);

#endif
