// SPDX-License-Identifier: GPL-3.0-or-later
#include <string.h>

#include "shoroku/work/source-url.h"
#include "work/fetch-read.h"
#include "work/fetch-run.h"

#define EMPTY_HASH "empty" // stands for what an empty page says

static void
drop_pages(struct fetch_job *job)
{
	for (size_t i = 0; i < job->earlier_pages.count; i++)
		fetch_store_drop(&job->earlier_pages.items[i]);
	vec_release(&job->earlier_pages);
}

static void
keep_pages(struct fetch_job *job, struct import_waiting *last)
{
	for (size_t i = 0; i < job->earlier_pages.count; i++)
		fetch_store_keep(job, &job->earlier_pages.items[i]);
	vec_release(&job->earlier_pages);
	fetch_store_keep(job, last);
}

// An answer without a digest, about the job's day.
static void
note_alone(struct fetch_job *job, const struct http_response *response,
	   const struct fetch_read *read)
{
	struct import_waiting input = fetch_store_input(job);
	struct fetched_answer *answer = fetch_store_answer(
	    job, &input, 0, job->date, read->answer, response,
	    read->error.kind == ERROR_NONE ? NULL : read->error.text);

	if (read->answer == DAY_EMPTY)
		answer->hash = EMPTY_HASH;
	drop_pages(job);
	fetch_store_keep(job, &input);
}

static void
take_day(struct fetch_job *job, struct http_response *response)
{
	const struct fetch *fetch = job->place->fetch;
	const struct source *source = &job->place->source;
	struct import_waiting input = fetch_store_input(job);
	struct fetch_read read = fetch_read_page(&input, source, fetch->options->labels, response,
						 job->url, job->date);
	size_t papers;

	if (read.answer == DAY_TEXT && !input.parsed.digest_count)
		read.answer = DAY_EMPTY;
	if (read.answer != DAY_TEXT) {
		note_alone(job, response, &read);
		fetch_store_drop(&input);
		return;
	}
	papers = input.parsed.digests[0].entry_count;
	if (!job->page)
		fetch_store_answer(job, &input, 0, job->date, DAY_TEXT, response, NULL);
	if (source_url_has_more(source, job->date, fetch->options->today, papers)) {
		*vec_push(&job->earlier_pages) = input;
		fetch_ask_next_page(job);
	} else {
		keep_pages(job, &input);
	}
}

// Today's feed: its digests are of the days they say. Where none is of today, today has none yet.
static void
take_feed(struct fetch_job *job, struct http_response *response)
{
	const struct fetch *fetch = job->place->fetch;
	struct import_waiting input = fetch_store_input(job);
	struct fetch_read read = fetch_read_page(&input, &job->place->source, fetch->options->labels,
						 response, job->url, DATE_NONE);
	bool today = false;

	if (read.answer != DAY_TEXT) {
		note_alone(job, response, &read);
		fetch_store_drop(&input);
		return;
	}
	for (size_t i = 0; i < input.parsed.digest_count; i++) {
		date_day date = input.parsed.digests[i].date;

		today = today || date == job->date;
		fetch_store_answer(job, &input, i, date, DAY_TEXT, response, NULL);
	}
	if (!today)
		fetch_store_answer(job, &input, input.parsed.digest_count, job->date, DAY_EMPTY,
				   response, NULL);
	fetch_store_keep(job, &input);
}

static void
take_text(struct fetch_job *job, struct http_response *response)
{
	switch (job->kind) {
	case FETCH_DAY:
		take_day(job, response);
		break;
	case FETCH_FEED:
		take_feed(job, response);
		break;
	case FETCH_PAGE:
		fetch_take_page(job, response);
		break;
	case FETCH_INDEX:
		fetch_take_index(job, response);
		break;
	}
}

void
fetch_take(void *owner, void *context, struct http_response *response)
{
	struct fetch *fetch = owner;
	struct fetch_job *job = context;
	struct fetch_read read;

	if (response->cancelled) {
		drop_pages(job);
		fetch->totals->not_done++;
		return;
	}
	fetch->totals->bytes += response->body.length;
	read = fetch_read_status(response, job->url);
	if (read.answer == DAY_TEXT)
		take_text(job, response);
	else
		note_alone(job, response, &read);
	job->place->done++;
	fetch_run_progress(job->place);
}
