// SPDX-License-Identifier: GPL-3.0-or-later
// The inside of a run of fetch_run(), shared by its files.
#ifndef WORK_FETCH_RUN_H
#define WORK_FETCH_RUN_H

#include "shoroku/archive/fetched.h"
#include "shoroku/base/vec.h"
#include "shoroku/work/fetch.h"
#include "work/fetch-plan.h"
#include "work/import-batch.h"

// A source that is asked. In the run's arena.
struct fetch_place {
	struct fetch *fetch;
	struct source source;
	struct fetched_list known;
	size_t done;
	size_t total;
};

enum fetch_job_kind {
	FETCH_DAY,   // a page of a day
	FETCH_FEED,  // today's page, which says which days it has
	FETCH_PAGE,  // the source's only page, likewise
	FETCH_INDEX, // tells of days to ask for
};

// A request and what it is for. In the run's arena.
struct fetch_job {
	struct fetch_place *place;
	enum fetch_job_kind kind;
	date_day date; // DATE_NONE: of FETCH_PAGE and FETCH_INDEX
	const char *url;
	enum http_trust trust;
	size_t page;				  // of several of a day
	VEC(struct import_waiting) earlier_pages; // that came and wait for the last
	size_t papers;				  // in all pages of the day
};

struct fetch {
	struct archive *archive;
	const struct fetch_options *options;
	struct fetch_totals *totals;
	struct arena arena;
	VEC(struct fetch_place *) places;
	struct http_client *client;
	struct import_batch batch;
	int64_t started;      // monotonic
	int64_t stored;	      // likewise: when the batch was stored last
	struct error stopped; // what stops everything; ERROR_NONE: nothing yet
};

int64_t fetch_run_now(const struct fetch *fetch);
void fetch_run_progress(const struct fetch_place *place);

// --- fetch-ask.c

// The first requests for a source.
void fetch_ask_place(struct fetch_place *place);

// Asks for days; `links` are those of the page that lists them, NULL: the source tells their URLs.
struct day_links;
void fetch_ask_days(struct fetch_place *place, const struct day_links *links);

// The next page of the job's day.
void fetch_ask_next_page(struct fetch_job *job);

// --- fetch-take.c, fetch-page.c

// What came for a job.
void fetch_take(void *owner, void *job, struct http_response *response);

// The same for FETCH_PAGE and FETCH_INDEX, whose status is good.
void fetch_page_take(struct fetch_job *job, struct http_response *response);
void fetch_page_take_index(struct fetch_job *job, struct http_response *response);

// --- fetch-store.c

// An input for what came for the job, to be kept or dropped.
struct import_waiting fetch_store_input(struct fetch_job *job);
void fetch_store_drop(struct import_waiting *input);

// Adds an answer about the job's source: about a day (DATE_NONE: the page), with the digest of that index,
// or alone where the index is beyond them.
struct fetched_answer *fetch_store_answer(const struct fetch_job *job, struct import_waiting *input,
					  size_t index, date_day date, enum day_answer answer,
					  const struct http_response *response, const char *reason);

// Takes the input over; it is stored with others.
void fetch_store_keep(struct fetch_job *job, struct import_waiting *input);

// What storing a digest that was not noted came to.
enum day_answer fetch_store_answer_of(enum store_outcome outcome);

// Counts and tells what came without the batch.
void fetch_store_tell(struct fetch *fetch, const struct fetch_news *news);

// Stores what waits: `all` of it, or where enough has come or waited long enough.
int fetch_store_flush(struct fetch *fetch, bool all, struct error *err) ERROR_CHECKED;

#endif
