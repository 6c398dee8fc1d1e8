// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/work/jobs.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "shoroku/base/clock.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/vec.h"
#include "shoroku/work/download.h"
#include "shoroku/work/web-settings.h"
#include "work/jobs-run.h"

#define PROGRESS_MS 100

struct jobs {
	struct worker *worker;
	const struct app *app;
	uint64_t last; // number given out; the owner's alone
	struct fetch_control *control;
	atomic_bool ending;
	pthread_mutex_t lock; // guards all below
	VEC(uint64_t) cancelled;
	struct http_client *downloading; // or NULL
	struct jobs_event progress;	 // the newest
	bool progress_waits;		 // an event that stands for it is not taken yet
};

static void *
start(struct worker *worker, void *argument)
{
	(void)worker;
	return argument;
}

static void
stop(void *jobs)
{
	(void)jobs; // jobs_join() has it
}

bool
jobs_run_is_cancelled(void *context)
{
	const struct jobs_run *run = context;
	struct jobs *jobs = run->jobs;
	bool found = atomic_load(&jobs->ending);

	pthread_mutex_lock(&jobs->lock);
	for (size_t i = 0; i < jobs->cancelled.count; i++)
		found |= jobs->cancelled.items[i] == run->request->job;
	pthread_mutex_unlock(&jobs->lock);
	return found;
}

struct jobs_event
jobs_run_event(const struct jobs_run *run, enum jobs_phase phase, const char *subject)
{
	struct jobs_event event = {
	    .job = run->request->job, .kind = run->request->kind, .phase = phase};

	event.date = DATE_NONE;
	snprintf(event.subject, sizeof(event.subject), "%s", subject ? subject : "");
	return event;
}

void
jobs_run_post(const struct jobs_run *run, const struct jobs_event *event)
{
	struct jobs_event *copy = memory_alloc(sizeof(*copy));

	*copy = *event;
	worker_post(run->worker, copy);
}

// The newest progress waits in one place; an event without more says that it is there. Nobody reads
// more than a few numbers a second, and each wakes the reader up.
void
jobs_run_progress(struct jobs_run *run, const struct jobs_event *event)
{
	struct jobs *jobs = run->jobs;
	int64_t now = clock_monotonic_ms();
	bool waits;

	pthread_mutex_lock(&jobs->lock);
	waits = jobs->progress_waits || (run->told && now - run->told < PROGRESS_MS);
	jobs->progress = *event;
	jobs->progress_waits |= !waits;
	pthread_mutex_unlock(&jobs->lock);
	run->told = waits ? run->told : now;
	if (!waits)
		jobs_run_post(run, event);
}

static void
post_end(struct jobs_run *run, const struct error *err)
{
	struct jobs_event event = jobs_run_event(run, JOBS_DONE, run->request->subject);

	if (jobs_run_is_cancelled(run)) {
		event.phase = JOBS_CANCELLED;
	} else if (err) {
		event.phase = JOBS_FAILED;
		snprintf(event.text, sizeof(event.text), "%s", err->text);
	} else {
		snprintf(event.text, sizeof(event.text), "%s", run->summary);
	}
	if (run->request->path)
		event.path = memory_strdup(run->request->path);
	jobs_run_post(run, &event);
}

// --- downloading

static void
use_client(void *context, struct http_client *client)
{
	struct jobs_run *run = context;

	pthread_mutex_lock(&run->jobs->lock);
	run->jobs->downloading = client;
	pthread_mutex_unlock(&run->jobs->lock);
}

static void
received(void *context, uint64_t bytes, uint64_t of)
{
	struct jobs_run *run = context;
	struct jobs_event event = jobs_run_event(run, JOBS_RUNNING, run->request->subject);

	event.done = (size_t)bytes;
	event.total = (size_t)of;
	jobs_run_progress(run, &event);
}

static int
download(struct jobs_run *run, struct error *err)
{
	struct http_options http = {0};
	struct arena arena;
	int result;

	received(run, 0, 0);
	arena_init(&arena);
	result = web_settings_read(run->app, &arena, &http, err);
	if (!result)
		result = download_run(
		    &(struct download_options){
			.url = run->request->url,
			.trust = run->request->trust,
			.path = run->request->path,
			.http = &http,
			.client = use_client,
			.progress = received,
			.cancelled = jobs_run_is_cancelled,
			.context = run,
		    },
		    err);
	arena_release(&arena);
	return result;
}

// --- requests

static void
free_request(struct jobs_request *request)
{
	free(request->source);
	free(request->url);
	free(request->path);
	free(request->subject);
	free(request);
}

static void
run_request(struct worker *worker, void *item, void *what)
{
	struct jobs *jobs = item;
	struct jobs_request *request = what;
	struct jobs_run run = {.worker = worker,
			       .jobs = jobs,
			       .app = jobs->app,
			       .control = jobs->control,
			       .request = request};
	struct error err = {0};
	bool more = false;
	int result = -1;

	if (!jobs_run_is_cancelled(&run)) {
		switch (request->kind) {
		case JOBS_FETCH:
			result = jobs_fetch_run(&run, &err);
			break;
		case JOBS_ENRICH:
			result = jobs_enrich_run(&run, &err);
			break;
		case JOBS_DOWNLOAD:
			result = download(&run, &err);
			break;
		case JOBS_JUDGE:
			result = jobs_judge_run(&run, &more, &err);
			break;
		}
	}
	if (more && !jobs_run_is_cancelled(&run)) {
		worker_send(worker, request);
		return;
	}
	post_end(&run, result ? &err : NULL);
	free_request(request);
}

static void
free_event(void *event)
{
	jobs_event_free(event);
}

struct jobs *
jobs_start(const struct app *app, int wake_fd)
{
	static const struct worker_ops ops = {start, run_request, stop, free_event};
	struct jobs *jobs = memory_alloc(sizeof(*jobs));

	jobs->app = app;
	jobs->control = fetch_control_new();
	pthread_mutex_init(&jobs->lock, NULL);
	jobs->worker = worker_start(&ops, jobs, wake_fd);
	if (jobs->worker)
		return jobs;
	fetch_control_free(jobs->control);
	pthread_mutex_destroy(&jobs->lock);
	free(jobs);
	return NULL;
}

static uint64_t
send(struct jobs *jobs, const struct jobs_request *request)
{
	struct jobs_request *copy = memory_alloc(sizeof(*copy));

	*copy = *request;
	copy->job = ++jobs->last;
	worker_send(jobs->worker, copy);
	return jobs->last;
}

uint64_t
jobs_fetch(struct jobs *jobs, const char *source)
{
	return send(jobs, &(struct jobs_request){
			      .kind = JOBS_FETCH,
			      .source = source ? memory_strdup(source) : NULL,
			      .subject = memory_strdup(source ? source : ""),
			  });
}

uint64_t
jobs_enrich(struct jobs *jobs)
{
	return send(jobs, &(struct jobs_request){
			      .kind = JOBS_ENRICH,
			      .subject = memory_strdup(""),
			  });
}

uint64_t
jobs_judge(struct jobs *jobs)
{
	return send(jobs, &(struct jobs_request){
			      .kind = JOBS_JUDGE,
			      .subject = memory_strdup(""),
			  });
}

uint64_t
jobs_download(struct jobs *jobs, const char *url, enum http_trust trust, const char *path,
	      const char *subject)
{
	return send(jobs, &(struct jobs_request){
			      .kind = JOBS_DOWNLOAD,
			      .url = memory_strdup(url),
			      .trust = trust,
			      .path = memory_strdup(path),
			      .subject = memory_strdup(subject),
			  });
}

// Ends the waiting for the network, so that the job looks whether it is to go on.
static void
wake(struct jobs *jobs)
{
	fetch_wake(jobs->control);
	pthread_mutex_lock(&jobs->lock);
	if (jobs->downloading)
		http_client_wake(jobs->downloading);
	pthread_mutex_unlock(&jobs->lock);
}

void
jobs_cancel(struct jobs *jobs, uint64_t job)
{
	pthread_mutex_lock(&jobs->lock);
	*vec_push(&jobs->cancelled) = job;
	pthread_mutex_unlock(&jobs->lock);
	wake(jobs);
}

struct jobs_event *
jobs_take(struct jobs *jobs)
{
	struct jobs_event *event = worker_take(jobs->worker);

	if (event && event->phase == JOBS_RUNNING) {
		pthread_mutex_lock(&jobs->lock);
		*event = jobs->progress;
		jobs->progress_waits = false;
		pthread_mutex_unlock(&jobs->lock);
	}
	return event;
}

void
jobs_event_free(struct jobs_event *event)
{
	if (!event)
		return;
	free(event->path);
	free(event);
}

void
jobs_join(struct jobs *jobs)
{
	if (!jobs)
		return;
	atomic_store(&jobs->ending, true);
	wake(jobs);
	worker_join(jobs->worker);
	fetch_control_free(jobs->control);
	vec_release(&jobs->cancelled);
	pthread_mutex_destroy(&jobs->lock);
	free(jobs);
}
