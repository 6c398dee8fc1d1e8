// SPDX-License-Identifier: GPL-3.0-or-later
// The jobs that go on in the background, from the reader's side (work/jobs.h).
#ifndef TUI_WORKING_H
#define TUI_WORKING_H

#include <stdbool.h>
#include <stddef.h>

#include "shoroku/base/strbuf.h"
#include "shoroku/base/vec.h"
#include "shoroku/work/jobs.h"

struct session;

struct working_line {
	char *text; // "summarxiv: 2025-09-24 3 papers"
	bool bad;
};

struct working_job {
	uint64_t id;
	enum jobs_kind kind;
	enum jobs_phase phase; // JOBS_RUNNING also while it waits for its turn
	bool begun;
	size_t done;
	size_t total;
	char subject[96];
	char *text; // the sentence at its end, or NULL
	char *path; // of a download
	VEC(struct working_line) lines;
};

struct working {
	struct jobs *jobs; // the thread, made for the first job
	VEC(struct working_job) list;
	struct date_range came; // days to be loaded again; `first` DATE_NONE: none
	bool came_elsewhere;	// something that has no day came, or a job ended: everything
};

void working_init(struct working *working);
void working_release(struct session *session); // ends the thread; what came whole is kept

// Fetches a source, NULL: all configured; says so. The same is not begun twice.
void working_fetch(struct session *session, const char *source);
void working_enrich(struct session *session); // all papers that lack an abstract
void working_judge(struct session *session);  // days that were not judged, in silence
void working_download(struct session *session, const char *url, enum http_trust trust,
		      const char *path, const char *subject);

// Stops one job, or all with 0.
void working_stop(struct session *session, uint64_t id);

// Takes what the thread told; true when something on the screen may have changed.
bool working_collect(struct session *session);

// A job that is not over yet, the one that runs first; NULL: none.
const struct working_job *working_current(const struct working *working);
bool working_is_busy(const struct session *session); // a need of actions

// What the job is, "fetch summarxiv"; how far it is, with a bar of `cells` cells (0: none).
void working_name(const struct working_job *job, struct strbuf *out);
void working_progress(const struct working_job *job, int cells, bool ascii, struct strbuf *out);

#endif
