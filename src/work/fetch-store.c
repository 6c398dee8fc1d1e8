// SPDX-License-Identifier: GPL-3.0-or-later
#include <string.h>

#include "shoroku/base/clock.h"
#include "shoroku/base/memory.h"
#include "work/fetch-run.h"

// Of a run that is killed the next has to ask for so much again.
#define STORE_AFTER_MS 1000
#define STORE_AFTER_INPUTS 128

struct import_waiting
fetch_store_input(struct fetch_job *job)
{
	struct import_waiting input = {.name = job->url, .origin = job->url, .context = job};

	arena_init(&input.arena);
	strbuf_init(&input.bytes);
	return input;
}

void
fetch_store_drop(struct import_waiting *input)
{
	strbuf_release(&input->bytes);
	arena_release(&input->arena);
}

static const struct fetched *
known_or_new(const struct fetch_job *job, struct arena *arena, date_day date)
{
	const struct fetched *known = fetch_plan_known(&job->place->known, date);
	struct fetched *fresh;

	if (known)
		return known;
	fresh = arena_alloc(arena, sizeof(*fresh));
	fresh->date = date;
	return fresh;
}

static void
make_room(struct import_waiting *input, size_t index)
{
	struct fetched_answer *old = input->answers;

	if (index < input->answer_count)
		return;
	input->answers = arena_alloc(&input->arena, (index + 1) * sizeof(*input->answers));
	if (input->answer_count)
		memcpy(input->answers, old, input->answer_count * sizeof(*old));
	input->answer_count = index + 1;
}

struct fetched_answer *
fetch_store_answer(const struct fetch_job *job, struct import_waiting *input, size_t index,
		   date_day date, enum day_answer answer, const struct http_response *response,
		   const char *reason)
{
	struct fetch *fetch = job->place->fetch;
	struct arena *arena = &input->arena;

	make_room(input, index);
	input->answers[index] = (struct fetched_answer){
	    .source = job->place->source.name,
	    .date = date,
	    .today = fetch->options->today,
	    .now = fetch_run_now(fetch),
	    .before = known_or_new(job, arena, date),
	    .url = job->url,
	    .etag = arena_strdup(arena, response->etag),
	    .last_modified = arena_strdup(arena, response->last_modified),
	    .reason = arena_strdup(arena, reason),
	    .answer = answer,
	};
	return &input->answers[index];
}

void
fetch_store_keep(struct fetch_job *job, struct import_waiting *input)
{
	import_batch_add(&job->place->fetch->batch, input);
}

static void
count(struct fetch_totals *totals, const struct fetch_news *news)
{
	switch (news->answer) {
	case DAY_TEXT:
		totals->texts++;
		totals->papers += news->papers;
		break;
	case DAY_SAME:
		totals->same++;
		break;
	case DAY_POORER:
		totals->poorer++;
		break;
	case DAY_EMPTY:
		*(news->state == DAY_CHANGED ? &totals->poorer : &totals->missing) += 1;
		break;
	case DAY_MISSING:
		totals->missing++;
		break;
	case DAY_UNREADABLE:
	case DAY_UNREACHABLE:
		totals->failed++;
		if (totals->first_failure.kind == ERROR_NONE)
			error_set(&totals->first_failure,
				  news->answer == DAY_UNREADABLE ? ERROR_DATA : ERROR_NETWORK, "%s",
				  news->reason ? news->reason : "");
		break;
	}
}

void
fetch_store_tell(struct fetch *fetch, const struct fetch_news *news)
{
	count(fetch->totals, news);
	if (fetch->options->told)
		fetch->options->told(fetch->options->context, news);
}

enum day_answer
fetch_store_answer_of(enum store_outcome outcome)
{
	switch (outcome) {
	case STORE_ADDED:
	case STORE_REVISED:
		return DAY_TEXT;
	case STORE_UNCHANGED:
		return DAY_SAME;
	case STORE_POORER:
		break;
	}
	return DAY_POORER;
}

// What is noted of a page as a whole is news only where its days are none.
static bool
is_news(const struct import_waiting *input, const struct store_item *item)
{
	const struct fetched_answer *answer = item->fetched;

	return item->digest || answer->date != DATE_NONE ||
	       (!input->parsed.digest_count && answer->answer != DAY_TEXT);
}

static void
tell(void *context, const struct import_waiting *input, const struct store_item *item)
{
	struct fetch *fetch = context;
	const struct fetch_job *job = input->context;
	struct fetch_news news = {.source = job->place->source.name, .state = DAY_COMPLETE};

	if (!is_news(input, item) || (!item->fetched && job->kind == FETCH_DAY))
		return;
	if (item->fetched) {
		news.date = item->fetched->date;
		news.answer = item->fetched->answer;
		news.state = day_state_shown(&item->fetched->after);
		news.reason = item->fetched->reason;
	} else {
		news.date = item->digest->date;
		news.answer = fetch_store_answer_of(item->outcome);
	}
	if (item->digest)
		news.papers = job->kind == FETCH_DAY ? job->papers : item->digest->entry_count;
	news.revised = news.answer == DAY_TEXT && item->outcome == STORE_REVISED;
	if (news.answer == DAY_TEXT && item->outcome == STORE_UNCHANGED)
		news.papers = 0;
	fetch_store_tell(fetch, &news);
}

static bool
is_time(const struct fetch *fetch)
{
	const struct import_batch *batch = &fetch->batch;

	return batch->inputs.count >= STORE_AFTER_INPUTS || import_batch_is_full(batch) ||
	       (batch->inputs.count && clock_monotonic_ms() - fetch->stored >= STORE_AFTER_MS);
}

int
fetch_store_flush(struct fetch *fetch, bool all, struct error *err)
{
	int result;

	if (!all && !is_time(fetch))
		return 0;
	result = import_batch_store(&fetch->batch, fetch->archive, tell, fetch, err);
	fetch->stored = clock_monotonic_ms();
	return result;
}
