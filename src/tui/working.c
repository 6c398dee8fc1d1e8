// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/working.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "tui/opening.h"
#include "tui/session.h"
#include "tui/wakeup.h"

// A job that fills in years tells of every day: so many of the latest are kept.
#define MOST_LINES ((size_t)2000)

void
working_init(struct working *working)
{
	*working = (struct working){.came = {DATE_NONE, DATE_NONE}};
}

static void
release_job(struct working_job *job)
{
	for (size_t i = 0; i < job->lines.count; i++)
		free(job->lines.items[i].text);
	vec_release(&job->lines);
	free(job->text);
	free(job->path);
}

void
working_release(struct session *session)
{
	struct working *working = &session->working;

	jobs_join(working->jobs);
	working->jobs = NULL;
	for (size_t i = 0; i < working->list.count; i++)
		release_job(&working->list.items[i]);
	vec_release(&working->list);
}

static bool
start(struct session *session)
{
	struct working *working = &session->working;

	if (!working->jobs)
		working->jobs = jobs_start(session->app, wakeup_write_fd());
	if (!working->jobs)
		session_say(session, _("cannot start a thread"));
	return working->jobs != NULL;
}

static struct working_job *
add(struct working *working, uint64_t id, enum jobs_kind kind, const char *subject)
{
	struct working_job *job = vec_push(&working->list);

	job->id = id;
	job->kind = kind;
	job->phase = JOBS_RUNNING;
	snprintf(job->subject, sizeof(job->subject), "%s", subject ? subject : "");
	return job;
}

static const struct working_job *
find_unfinished(const struct working *working, enum jobs_kind kind, const char *path)
{
	for (size_t i = 0; i < working->list.count; i++) {
		const struct working_job *job = &working->list.items[i];

		if (job->phase == JOBS_RUNNING && job->kind == kind &&
		    (!path || !strcmp(job->path, path)))
			return job;
	}
	return NULL;
}

void
working_fetch(struct session *session, const char *source)
{
	struct working *working = &session->working;

	if (find_unfinished(working, JOBS_FETCH, NULL))
		session_say(session, _("it is being fetched already; B shows how far"));
	else if (start(session))
		add(working, jobs_fetch(working->jobs, source), JOBS_FETCH, source);
}

void
working_enrich(struct session *session)
{
	struct working *working = &session->working;

	if (find_unfinished(working, JOBS_ENRICH, NULL))
		session_say(session, _("arXiv is being asked already; B shows how far"));
	else if (start(session))
		add(working, jobs_enrich(working->jobs), JOBS_ENRICH, NULL);
}

void
working_judge(struct session *session)
{
	if (start(session))
		add(&session->working, jobs_judge(session->working.jobs), JOBS_JUDGE, NULL);
}

void
working_download(struct session *session, const char *url, enum http_trust trust, const char *path,
		 const char *subject)
{
	struct working *working = &session->working;
	struct working_job *job;

	if (find_unfinished(working, JOBS_DOWNLOAD, path)) {
		session_say(session, _("it is on its way already; B shows how far"));
		return;
	}
	if (!start(session))
		return;
	job = add(working, jobs_download(working->jobs, url, trust, path, subject), JOBS_DOWNLOAD,
		  subject);
	job->path = memory_strdup(path);
}

void
working_stop(struct session *session, uint64_t id)
{
	struct working *working = &session->working;

	for (size_t i = 0; i < working->list.count; i++) {
		const struct working_job *job = &working->list.items[i];

		if (job->phase == JOBS_RUNNING && (!id || job->id == id))
			jobs_cancel(working->jobs, job->id);
	}
}

static struct working_job *
find(struct working *working, uint64_t id)
{
	for (size_t i = 0; i < working->list.count; i++) {
		if (working->list.items[i].id == id)
			return &working->list.items[i];
	}
	BUG("a job that was never begun");
}

static void
add_line(struct working_job *job, const struct jobs_event *event)
{
	struct working_line *line;
	struct strbuf text;

	if (job->lines.count == MOST_LINES) {
		free(job->lines.items[0].text);
		memmove(job->lines.items, job->lines.items + 1,
			(MOST_LINES - 1) * sizeof(*job->lines.items));
		job->lines.count--;
	}
	strbuf_init(&text);
	strbuf_addf(&text, "%s%s%s", event->subject, *event->subject ? ": " : "", event->text);
	line = vec_push(&job->lines);
	line->text = strbuf_detach(&text);
	line->bad = event->bad;
}

static void
note_day(struct working *working, date_day day)
{
	struct date_range *came = &working->came;

	if (day == DATE_NONE) {
		working->came_elsewhere = true;
	} else if (came->first == DATE_NONE) {
		*came = (struct date_range){day, day};
	} else {
		came->first = day < came->first ? day : came->first;
		came->last = day > came->last ? day : came->last;
	}
}

static void
finish(struct session *session, struct working_job *job, const struct jobs_event *event)
{
	job->phase = event->phase;
	job->text = memory_strdup(event->text);
	session->working.came_elsewhere |= job->kind != JOBS_DOWNLOAD;
	if (job->kind == JOBS_JUDGE)
		return; // nobody asked for it
	if (session->message.text[0] && session->message.is_error)
		return; // what went wrong before stays until a key
	if (event->phase == JOBS_CANCELLED)
		session_say(session, job->kind == JOBS_FETCH
					 ? _("stopped; what came is kept, R goes on")
					 : _("stopped"));
	else if (*event->text)
		session_say(session, "%s", event->text);
	session->message.is_error = event->phase == JOBS_FAILED;
	if (event->phase == JOBS_DONE && job->kind == JOBS_DOWNLOAD)
		opening_downloaded(session, job->path);
}

static void
take(struct session *session, const struct jobs_event *event)
{
	struct working_job *job = find(&session->working, event->job);

	switch (event->phase) {
	case JOBS_RUNNING:
		job->begun = true;
		job->done = event->done;
		job->total = event->total;
		snprintf(job->subject, sizeof(job->subject), "%s", event->subject);
		break;
	case JOBS_NEWS:
		add_line(job, event);
		note_day(&session->working, event->date);
		break;
	case JOBS_DONE:
	case JOBS_FAILED:
	case JOBS_CANCELLED:
		finish(session, job, event);
		break;
	}
}

bool
working_collect(struct session *session)
{
	struct jobs *jobs = session->working.jobs;
	struct jobs_event *event;
	bool any = false;

	while (jobs && (event = jobs_take(jobs))) {
		take(session, event);
		jobs_event_free(event);
		any = true;
	}
	return any;
}

const struct working_job *
working_current(const struct working *working)
{
	for (size_t i = 0; i < working->list.count; i++) {
		if (working->list.items[i].phase == JOBS_RUNNING)
			return &working->list.items[i];
	}
	return NULL;
}

bool
working_is_busy(const struct session *session)
{
	return working_current(&session->working) != NULL;
}

void
working_name(const struct working_job *job, struct strbuf *out)
{
	static const char *const names[] = {
	    [JOBS_FETCH] = N_("fetch"),
	    [JOBS_ENRICH] = N_("enrich"),
	    [JOBS_DOWNLOAD] = N_("PDF"),
	    [JOBS_JUDGE] = N_("check sections"),
	};

	strbuf_add_string(out, _(names[job->kind]));
	if (*job->subject)
		strbuf_addf(out, " %s", job->subject);
}

static void
add_bar(const struct working_job *job, int cells, bool ascii, struct strbuf *out)
{
	size_t done = job->done < job->total ? job->done : job->total;
	int filled = (int)((double)done * cells / (double)job->total);

	for (int i = 0; i < cells; i++) {
		if (ascii)
			strbuf_add_byte(out, i < filled ? '#' : '-');
		else
			strbuf_add_string(out, i < filled ? "━" : "─");
	}
	strbuf_add_byte(out, ' ');
}

void
working_progress(const struct working_job *job, int cells, bool ascii, struct strbuf *out)
{
	if (!job->begun && job->kind != JOBS_DOWNLOAD) {
		strbuf_add_string(out, _("waiting"));
		return;
	}
	if (cells && job->total)
		add_bar(job, cells, ascii, out);
	if (job->kind == JOBS_DOWNLOAD && job->total)
		strbuf_addf(out, "%.1f/%.1f MB", (double)job->done / 1e6, (double)job->total / 1e6);
	else if (job->kind == JOBS_DOWNLOAD)
		strbuf_addf(out, "%.1f MB", (double)job->done / 1e6);
	else
		strbuf_addf(out, "%zu/%zu", job->done, job->total);
}
