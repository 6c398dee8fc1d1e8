// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/work/searcher.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "shoroku/archive/hits.h"
#include "shoroku/archive/reading.h"
#include "shoroku/archive/warned.h"
#include "shoroku/base/memory.h"
#include "shoroku/query/query.h"
#include "shoroku/work/worker.h"

struct searcher {
	struct worker *worker;
	char *data_dir;
	atomic_int warn_below;			 // thousandths; negative: as usual
	atomic_uint_fast64_t newest;		 // number of the last question
	_Atomic(struct archive *) interruptible; // the thread's handle, once it is open
};

struct request {
	uint64_t number;
	char *query; // NULL: about the ids
	date_day today;
	unsigned wishes;
	bool is_roster;
	enum roster_order order;
	int64_t *ids;
	size_t count;
};

// Owned by the thread.
struct state {
	struct searcher *searcher;
	struct archive *archive;
};

static void *
start(struct worker *worker, void *argument)
{
	struct state *state = memory_alloc(sizeof(*state));

	(void)worker;
	state->searcher = argument;
	return state;
}

static int
open_archive(struct state *state, struct error *err)
{
	if (state->archive)
		return 0;
	state->archive = archive_open(state->searcher->data_dir, ARCHIVE_READ, err);
	atomic_store(&state->searcher->interruptible, state->archive);
	if (state->archive && atomic_load(&state->searcher->warn_below) >= 0)
		warned_set_threshold(state->archive,
				     atomic_load(&state->searcher->warn_below) / 1000.0);
	return state->archive ? 0 : -1;
}

static bool
is_stale(const struct state *state, const struct request *request)
{
	return atomic_load(&state->searcher->newest) != request->number;
}

static int
load_hits(struct state *state, const struct query *query, struct searcher_event *event)
{
	struct hits hits;
	int result;

	if (hits_find(state->archive, &event->arena, query, SEARCHER_HITS, &hits, &event->error) ||
	    reading_begin(state->archive, &event->error))
		return -1;
	result = hits_load(state->archive, &event->arena, &hits, &event->hits, &event->error);
	reading_end(state->archive);
	if (result)
		return -1;
	event->count = hits.count;
	event->complete = !hits.more;
	event->partial = hits.partial;
	return 0;
}

static int
count_hits(struct state *state, const struct query *query, struct searcher_event *event)
{
	struct search *search = search_open(state->archive, query, &event->error);
	size_t most =
	    query->limit && query->limit < SEARCHER_COUNT ? query->limit : SEARCHER_COUNT + 1;
	int result = search ? search_count(search, most, &event->count, &event->error) : -1;

	search_close(search);
	event->complete = result == 0;
	return result;
}

static struct searcher_event *
event_new(const struct request *request)
{
	struct searcher_event *event = memory_alloc(sizeof(*event));

	event->number = request->number;
	arena_init(&event->arena);
	return event;
}

// Posts the event, or drops it where another question came meanwhile.
static void
answer(struct worker *worker, struct state *state, const struct request *request,
       struct searcher_event *event)
{
	if (is_stale(state, request))
		searcher_event_free(event);
	else
		worker_post(worker, event);
}

// Each event has a query of its own, since its arena is the owner's once it is posted.
static int
parse(const struct request *request, struct searcher_event *event, struct query *query)
{
	return query_parse(&event->arena, request->query, request->today,
			   (request->wishes & SEARCHER_LIVE) != 0, query, &event->offset,
			   &event->error);
}

static void
answer_count(struct worker *worker, struct state *state, const struct request *request)
{
	struct searcher_event *event = event_new(request);
	struct query query;

	event->is_count = true;
	event->failed = parse(request, event, &query) || count_hits(state, &query, event);
	answer(worker, state, request, event);
}

static void
answer_facets(struct worker *worker, struct state *state, const struct request *request)
{
	struct searcher_event *event = event_new(request);
	struct query query;

	event->is_facets = true;
	event->failed =
	    parse(request, event, &query) ||
	    facets_count(state->archive, &event->arena, &query, &event->facets, &event->error);
	answer(worker, state, request, event);
}

// Opens the archive where that has not happened; false where there is nothing left to do, since it
// cannot be opened or another question came.
static bool
begin(struct worker *worker, struct state *state, const struct request *request)
{
	struct searcher_event *event = event_new(request);

	event->failed = open_archive(state, &event->error) != 0;
	if (event->failed) {
		answer(worker, state, request, event);
		return false;
	}
	searcher_event_free(event);
	search_allow(state->archive);
	return !is_stale(state, request);
}

// Returns whether the count is still wanted after the hits, and −1 where the query is wrong.
static int
answer_hits(struct worker *worker, struct state *state, const struct request *request)
{
	struct searcher_event *event = event_new(request);
	struct query query;
	int result;

	event->failed = parse(request, event, &query) || load_hits(state, &query, event);
	result = event->failed ? -1 : !event->complete;
	answer(worker, state, request, event);
	return result;
}

static int
find_roster(struct state *state, const struct request *request, struct searcher_event *event)
{
	struct query query;

	if (!request->query)
		return roster_of_ids(state->archive, request->ids, request->count, request->order,
				     &event->roster, &event->error);
	return parse(request, event, &query) ||
	       roster_of_query(state->archive, &query, request->order, &event->roster,
			       &event->error);
}

static void
answer_roster(struct worker *worker, struct state *state, const struct request *request)
{
	struct searcher_event *event = event_new(request);

	event->failed = find_roster(state, request, event) != 0;
	answer(worker, state, request, event);
}

static void
perform(struct worker *worker, struct state *state, const struct request *request)
{
	int count = 1;

	if (!begin(worker, state, request))
		return;
	if (request->is_roster) {
		answer_roster(worker, state, request);
		return;
	}
	if (!(request->wishes & SEARCHER_COUNT_ONLY))
		count = answer_hits(worker, state, request);
	if (count > 0)
		answer_count(worker, state, request);
	if (count >= 0 && request->wishes & SEARCHER_FACETS && !is_stale(state, request))
		answer_facets(worker, state, request);
}

static void
run(struct worker *worker, void *item, void *asked)
{
	struct request *request = asked;
	struct state *state = item;

	if (!is_stale(state, request))
		perform(worker, state, request);
	free(request->query);
	free(request->ids);
	free(request);
}

static void
stop(void *item)
{
	struct state *state = item;

	atomic_store(&state->searcher->interruptible, NULL);
	archive_close(state->archive);
	free(state);
}

static void
free_event(void *event)
{
	searcher_event_free(event);
}

static const struct worker_ops searcher_ops = {
    .start = start,
    .run = run,
    .stop = stop,
    .free_event = free_event,
};

struct searcher *
searcher_start(const char *data_dir, int wake_fd)
{
	struct searcher *searcher = memory_alloc(sizeof(*searcher));

	atomic_store(&searcher->warn_below, -1);

	searcher->data_dir = memory_strdup(data_dir);
	searcher->worker = worker_start(&searcher_ops, searcher, wake_fd);
	if (searcher->worker)
		return searcher;
	free(searcher->data_dir);
	free(searcher);
	return NULL;
}

// Only its own thread closes the handle, after searcher_join() was called, so it is there.
static void
interrupt(struct searcher *searcher)
{
	struct archive *archive = atomic_load(&searcher->interruptible);

	if (archive)
		search_interrupt(archive);
}

void
searcher_warn_below(struct searcher *searcher, double score)
{
	atomic_store(&searcher->warn_below, (int)(score * 1000 + 0.5));
}

static uint64_t
send(struct searcher *searcher, struct request question)
{
	struct request *request = memory_alloc(sizeof(*request));
	uint64_t number = atomic_fetch_add(&searcher->newest, 1) + 1;

	*request = question;
	request->number = number;
	interrupt(searcher);
	worker_send(searcher->worker, request);
	return number;
}

uint64_t
searcher_ask(struct searcher *searcher, const char *query, date_day today, unsigned wishes)
{
	return send(searcher, (struct request){
				  .query = memory_strdup(query), .today = today, .wishes = wishes});
}

uint64_t
searcher_gather(struct searcher *searcher, const char *query, date_day today,
		enum roster_order order)
{
	return send(searcher, (struct request){.query = memory_strdup(query),
					       .today = today,
					       .is_roster = true,
					       .order = order});
}

uint64_t
searcher_arrange(struct searcher *searcher, const int64_t *ids, size_t count,
		 enum roster_order order)
{
	struct request request = {.is_roster = true, .order = order, .count = count};

	request.ids = memory_alloc((count + 1) * sizeof(*ids));
	memcpy(request.ids, ids, count * sizeof(*ids));
	return send(searcher, request);
}

struct searcher_event *
searcher_take(struct searcher *searcher)
{
	struct searcher_event *event;

	while ((event = worker_take(searcher->worker))) {
		if (event->number == atomic_load(&searcher->newest))
			return event;
		searcher_event_free(event);
	}
	return NULL;
}

void
searcher_event_free(struct searcher_event *event)
{
	if (!event)
		return;
	roster_release(&event->roster);
	arena_release(&event->arena);
	free(event);
}

void
searcher_join(struct searcher *searcher)
{
	if (!searcher)
		return;
	atomic_fetch_add(&searcher->newest, 1); // what is asked is not wanted any more
	interrupt(searcher);
	worker_join(searcher->worker);
	free(searcher->data_dir);
	free(searcher);
}
