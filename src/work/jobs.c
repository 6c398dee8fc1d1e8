// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/work/jobs.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "shoroku/archive/archive.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/log.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/vec.h"
#include "shoroku/work/download.h"
#include "shoroku/work/fetch.h"
#include "shoroku/work/user-labels.h"
#include "shoroku/work/worker.h"

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

struct request {
	uint64_t job;
	enum jobs_kind kind;
	char *source;
	char *url;
	char *path;
	char *subject;
};

// Owned by the thread.
struct state {
	struct jobs *jobs;
	struct archive *archive; // opened by the first job that needs it
};

// One job that runs.
struct run {
	struct worker *worker;
	struct jobs *jobs;
	const struct request *request;
};

static void *
start(struct worker *worker, void *argument)
{
	struct state *state = memory_alloc(sizeof(*state));

	(void)worker;
	state->jobs = argument;
	return state;
}

static void
stop(void *item)
{
	struct state *state = item;

	archive_close(state->archive);
	free(state);
}

static bool
is_cancelled(void *context)
{
	const struct run *run = context;
	struct jobs *jobs = run->jobs;
	bool found = atomic_load(&jobs->ending);

	pthread_mutex_lock(&jobs->lock);
	for (size_t i = 0; i < jobs->cancelled.count; i++)
		found |= jobs->cancelled.items[i] == run->request->job;
	pthread_mutex_unlock(&jobs->lock);
	return found;
}

static struct jobs_event
event_of(const struct run *run, enum jobs_phase phase, const char *subject)
{
	struct jobs_event event = {
	    .job = run->request->job, .kind = run->request->kind, .phase = phase};

	snprintf(event.subject, sizeof(event.subject), "%s", subject ? subject : "");
	return event;
}

static void
post(const struct run *run, const struct jobs_event *event)
{
	struct jobs_event *copy = memory_alloc(sizeof(*copy));

	*copy = *event;
	worker_post(run->worker, copy);
}

// The newest progress waits in one place; an event without more says that it is there.
static void
post_progress(const struct run *run, const struct jobs_event *event)
{
	struct jobs *jobs = run->jobs;
	bool waits;

	pthread_mutex_lock(&jobs->lock);
	waits = jobs->progress_waits;
	jobs->progress = *event;
	jobs->progress_waits = true;
	pthread_mutex_unlock(&jobs->lock);
	if (!waits)
		post(run, event);
}

static void
post_end(struct run *run, const struct error *err)
{
	struct jobs_event event = event_of(run, JOBS_DONE, run->request->subject);

	if (is_cancelled(run)) {
		event.phase = JOBS_CANCELLED;
	} else if (err) {
		event.phase = JOBS_FAILED;
		snprintf(event.text, sizeof(event.text), "%s", err->text);
	} else if (run->request->path) {
		event.path = memory_strdup(run->request->path);
	}
	post(run, &event);
}

// --- fetching

static void
progressed(void *context, const struct fetch_progress *progress)
{
	struct run *run = context;
	struct jobs_event event = event_of(run, JOBS_RUNNING, progress->source);

	event.done = progress->all_done;
	event.total = progress->all_total;
	post_progress(run, &event);
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
	struct run *run = context;
	struct jobs_event event = event_of(run, JOBS_NEWS, news->source);
	char date[DATE_TEXT_SIZE] = "";
	struct strbuf text;

	strbuf_init(&text);
	if (news->date != DATE_NONE)
		date_format(news->date, date);
	if (describe(&text, news)) {
		event.bad = news->answer == DAY_UNREADABLE || news->answer == DAY_UNREACHABLE;
		snprintf(event.text, sizeof(event.text), "%s%s%s", date, *date ? " " : "",
			 text.data);
		post(run, &event);
	}
	strbuf_release(&text);
}

static void
log_mistake(void *context, const char *sentence)
{
	(void)context;
	log_message(LOG_ERROR, "%s", sentence);
}

static int
open_archive(struct state *state, struct error *err)
{
	const char *directory = state->jobs->app->data_dir;

	if (!state->archive && !archive_prepare(directory, err))
		state->archive = archive_open(directory, ARCHIVE_IMPORT, err);
	return state->archive ? 0 : -1;
}

static int
fetch(struct state *state, struct run *run, struct error *err)
{
	const struct app *app = state->jobs->app;
	const char *const name = run->request->source;
	struct sources sources;
	struct labels *labels;
	struct fetch_totals totals = {0};
	int result;

	if (open_archive(state, err))
		return -1;
	sources_init(&sources);
	sources_read(app, &sources, log_mistake, NULL);
	labels = user_labels_read(app, log_mistake, NULL);
	result = fetch_run(state->archive,
			   &(struct fetch_options){
			       .sources = &sources,
			       .names = &name,
			       .name_count = name ? 1 : 0,
			       .since = DATE_NONE,
			       .until = DATE_NONE,
			       .today = app->today,
			       .labels = labels,
			       .control = state->jobs->control,
			       .progress = progressed,
			       .told = told,
			       .cancelled = is_cancelled,
			       .context = run,
			   },
			   &totals, err);
	labels_free(labels);
	sources_release(&sources);
	if (!result && totals.failed) {
		*err = totals.first_failure;
		return -1;
	}
	return result;
}

// --- downloading

static void
use_client(void *context, struct http_client *client)
{
	struct run *run = context;

	pthread_mutex_lock(&run->jobs->lock);
	run->jobs->downloading = client;
	pthread_mutex_unlock(&run->jobs->lock);
}

static int
download(struct run *run, struct error *err)
{
	struct jobs_event event = event_of(run, JOBS_RUNNING, run->request->subject);

	post_progress(run, &event);
	return download_run(run->request->url, run->request->path,
			    &(struct download_options){
				.client = use_client,
				.cancelled = is_cancelled,
				.context = run,
			    },
			    err);
}

// --- requests

static void
free_request(struct request *request)
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
	struct state *state = item;
	struct request *request = what;
	struct run run = {worker, state->jobs, request};
	struct error err = {0};
	int result = -1;

	if (!is_cancelled(&run)) {
		switch (request->kind) {
		case JOBS_FETCH:
			result = fetch(state, &run, &err);
			break;
		case JOBS_DOWNLOAD:
			result = download(&run, &err);
			break;
		}
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
send(struct jobs *jobs, const struct request *request)
{
	struct request *copy = memory_alloc(sizeof(*copy));

	*copy = *request;
	copy->job = ++jobs->last;
	worker_send(jobs->worker, copy);
	return jobs->last;
}

uint64_t
jobs_fetch(struct jobs *jobs, const char *source)
{
	return send(jobs, &(struct request){
			      .kind = JOBS_FETCH,
			      .source = source ? memory_strdup(source) : NULL,
			      .subject = memory_strdup(source ? source : ""),
			  });
}

uint64_t
jobs_download(struct jobs *jobs, const char *url, const char *path, const char *subject)
{
	return send(jobs, &(struct request){
			      .kind = JOBS_DOWNLOAD,
			      .url = memory_strdup(url),
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
