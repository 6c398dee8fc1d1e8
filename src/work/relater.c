// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/work/relater.h"

#include <stdatomic.h>
#include <stdlib.h>

#include "shoroku/archive/elsewhere.h"
#include "shoroku/archive/load.h"
#include "shoroku/archive/search.h"
#include "shoroku/archive/warned.h"
#include "shoroku/base/memory.h"
#include "shoroku/work/worker.h"

struct relater {
	struct worker *worker;
	char *data_dir;
	double warn_below;
	atomic_uint_fast64_t newest;		 // number of the last question
	_Atomic(struct archive *) interruptible; // the thread's handle, once it is open
};

struct request {
	uint64_t number;
	int64_t entry;
	bool is_match;
	size_t most;
};

// Owned by the thread.
struct state {
	struct relater *relater;
	struct archive *archive;
};

static void *
start(struct worker *worker, void *argument)
{
	struct state *state = memory_alloc(sizeof(*state));

	(void)worker;
	state->relater = argument;
	return state;
}

static int
open_archive(struct state *state, struct error *err)
{
	struct relater *relater = state->relater;

	if (state->archive)
		return 0;
	state->archive = archive_open(relater->data_dir, ARCHIVE_READ, err);
	if (!state->archive)
		return -1;
	warned_set_threshold(state->archive, relater->warn_below);
	atomic_store(&relater->interruptible, state->archive);
	return 0;
}

static bool
is_stale(const struct state *state, uint64_t number)
{
	return atomic_load(&state->relater->newest) != number;
}

// --- answers

static int
find_match(struct state *state, struct relater_event *event)
{
	struct load_entry paper;

	if (load_entry(state->archive, &event->arena, event->entry, &paper, &event->error))
		return -1;
	return warned_better(state->archive, &paper.entry, &event->match, &event->error);
}

static struct relater_marks
marks_of(const struct load_entry *row)
{
	return (struct relater_marks){
	    .read = row->marks.read,
	    .favourite = row->marks.favourite,
	    .noted = row->marks.note != NULL,
	    .warned = row->entry.warning_count > 0,
	};
}

// One that is gone meanwhile is left out: then *count stays.
static int
add_paper(struct archive *archive, struct arena *arena, int64_t entry, struct relater_paper *list,
	  size_t *count, struct error *err)
{
	struct relater_paper *paper = &list[*count];
	struct load_entry row;

	if (load_row(archive, arena, entry, &row, err))
		return err->kind == ERROR_NOT_FOUND ? 0 : -1;
	paper->entry = entry;
	paper->date = row.entry.date;
	paper->source = row.entry.source;
	paper->lang = row.entry.lang;
	paper->title = row.entry.paper.title;
	paper->marks = marks_of(&row);
	++*count;
	return 0;
}

static int
find_elsewhere(struct archive *archive, struct relater_event *event)
{
	int64_t *entries;
	size_t count;

	if (elsewhere_find(archive, &event->arena, event->entry, RELATER_ELSEWHERE, &entries,
			   &count, &event->error))
		return -1;
	event->elsewhere = arena_alloc(&event->arena, (count + 1) * sizeof(*event->elsewhere));
	for (size_t i = 0; i < count; i++) {
		if (add_paper(archive, &event->arena, entries[i], event->elsewhere,
			      &event->elsewhere_count, &event->error))
			return -1;
	}
	return 0;
}

static int
find_near(struct state *state, size_t most, struct relater_event *event)
{
	struct similar *list;
	size_t count;

	if (find_elsewhere(state->archive, event) ||
	    similar_find(state->archive, &event->arena, event->entry, most, &list, &count,
			 &event->error))
		return -1;
	event->papers = arena_alloc(&event->arena, (count + 1) * sizeof(*event->papers));
	for (size_t i = 0; i < count && list[i].score >= RELATER_LEAST * list[0].score; i++) {
		event->papers[event->count].similar = list[i];
		if (add_paper(state->archive, &event->arena, list[i].entry, event->papers,
			      &event->count, &event->error))
			return -1;
	}
	return 0;
}

static struct relater_event *
answer(struct state *state, const struct request *request)
{
	struct relater_event *event = memory_alloc(sizeof(*event));

	event->number = request->number;
	event->entry = request->entry;
	event->is_match = request->is_match;
	arena_init(&event->arena);
	event->failed = open_archive(state, &event->error) != 0;
	if (event->failed)
		return event;
	// A question that comes from here on interrupts again, one that came before is seen.
	search_allow(state->archive);
	if (is_stale(state, request->number))
		return event;
	event->failed = (request->is_match ? find_match(state, event)
					   : find_near(state, request->most, event)) != 0;
	return event;
}

static void
run(struct worker *worker, void *item, void *asked)
{
	struct request *request = asked;
	struct state *state = item;
	struct relater_event *event = NULL;

	if (!is_stale(state, request->number))
		event = answer(state, request);
	if (event && !is_stale(state, request->number))
		worker_post(worker, event);
	else
		relater_event_free(event);
	free(request);
}

static void
stop(void *item)
{
	struct state *state = item;

	atomic_store(&state->relater->interruptible, NULL);
	archive_close(state->archive);
	free(state);
}

static void
free_event(void *event)
{
	relater_event_free(event);
}

static const struct worker_ops relater_ops = {
    .start = start,
    .run = run,
    .stop = stop,
    .free_event = free_event,
};

// --- the owner's side

struct relater *
relater_start(const char *data_dir, double warn_below, int wake_fd)
{
	struct relater *relater = memory_alloc(sizeof(*relater));

	relater->data_dir = memory_strdup(data_dir);
	relater->warn_below = warn_below;
	relater->worker = worker_start(&relater_ops, relater, wake_fd);
	if (relater->worker)
		return relater;
	free(relater->data_dir);
	free(relater);
	return NULL;
}

// Only its own thread closes the handle, after relater_join() was called, so it is there.
static void
interrupt(struct relater *relater)
{
	struct archive *archive = atomic_load(&relater->interruptible);

	if (archive)
		search_interrupt(archive);
}

static uint64_t
send(struct relater *relater, struct request question)
{
	struct request *request = memory_alloc(sizeof(*request));
	uint64_t number = atomic_fetch_add(&relater->newest, 1) + 1;

	*request = question;
	request->number = number;
	interrupt(relater);
	worker_send(relater->worker, request);
	return number;
}

uint64_t
relater_find(struct relater *relater, int64_t entry, size_t most)
{
	return send(relater, (struct request){.entry = entry, .most = most});
}

uint64_t
relater_match(struct relater *relater, int64_t entry)
{
	return send(relater, (struct request){.entry = entry, .is_match = true});
}

struct relater_event *
relater_take(struct relater *relater)
{
	struct relater_event *event;

	while ((event = worker_take(relater->worker))) {
		if (event->number == atomic_load(&relater->newest))
			return event;
		relater_event_free(event);
	}
	return NULL;
}

void
relater_event_free(struct relater_event *event)
{
	if (!event)
		return;
	arena_release(&event->arena);
	free(event);
}

int
relater_read_marks(struct archive *archive, struct relater_paper *paper, struct error *err)
{
	struct load_entry row;
	struct arena arena;
	int result;

	arena_init(&arena);
	result = load_row(archive, &arena, paper->entry, &row, err);
	if (!result)
		paper->marks = marks_of(&row);
	arena_release(&arena);
	return result;
}

void
relater_join(struct relater *relater)
{
	if (!relater)
		return;
	atomic_fetch_add(&relater->newest, 1); // what is asked is not wanted any more
	interrupt(relater);
	worker_join(relater->worker);
	free(relater->data_dir);
	free(relater);
}
