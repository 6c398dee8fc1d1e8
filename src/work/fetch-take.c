// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/work/source-url.h"
#include "work/fetch-read.h"

#define EMPTY_HASH "empty" // stands for what a page without a digest says

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

// An answer without a digest, about the job's day or page.
static void
note_alone(struct fetch_job *job, const struct http_response *response,
	   const struct fetch_read *read)
{
	struct import_waiting input = fetch_store_input(job);
	struct fetched_answer *answer =
	    fetch_store_answer(job, &input, 0, job->date, read->answer, response,
			       read->error.kind == ERROR_NONE ? NULL : read->error.text);

	if (read->answer == DAY_EMPTY)
		answer->hash = EMPTY_HASH;
	drop_pages(job);
	fetch_store_keep(job, &input);
}

static bool
has_more(const struct fetch_job *job, const struct import_waiting *input)
{
	return input->parsed.digest_count &&
	       source_url_has_more(&job->place->source, job->date,
				   job->place->fetch->options->today,
				   input->parsed.digests[0].entry_count);
}

// The page of a day; where a day has several, they are kept together when the last is there.
static void
take_day(struct fetch_job *job, struct http_response *response)
{
	struct import_waiting input = fetch_store_input(job);
	struct fetch_read read = fetch_read_page(job, &input, response);

	if (read.answer == DAY_UNREADABLE ||
	    (read.answer == DAY_EMPTY && !job->page && !input.parsed.digest_count)) {
		note_alone(job, response, &read);
		fetch_store_drop(&input);
		return;
	}
	if (!job->page)
		fetch_store_answer(job, &input, 0, job->date, read.answer, response, NULL);
	if (input.parsed.digest_count)
		job->papers += input.parsed.digests[0].entry_count;
	if (has_more(job, &input)) {
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
	struct import_waiting input = fetch_store_input(job);
	struct fetch_read read = fetch_read_page(job, &input, response);
	size_t count = input.parsed.digest_count;
	bool today = false;

	if (read.answer == DAY_UNREADABLE || (read.answer == DAY_EMPTY && !count)) {
		note_alone(job, response, &read);
		fetch_store_drop(&input);
		return;
	}
	for (size_t i = 0; i < count; i++) {
		date_day date = input.parsed.digests[i].date;

		today = today || date == job->date;
		fetch_store_answer(job, &input, i, date, read.answer, response, NULL);
	}
	if (!today)
		fetch_store_answer(job, &input, count, job->date, DAY_EMPTY, response, NULL);
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
		fetch_page_take(job, response);
		break;
	case FETCH_INDEX:
		fetch_page_take_index(job, response);
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
