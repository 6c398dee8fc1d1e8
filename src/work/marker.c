// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/work/marker.h"

#include <stdlib.h>
#include <string.h>

#include "shoroku/archive/history.h"
#include "shoroku/archive/load.h"
#include "shoroku/archive/saved.h"
#include "shoroku/archive/selection.h"
#include "shoroku/archive/tags.h"
#include "shoroku/base/arena.h"
#include "shoroku/base/log.h"
#include "shoroku/base/memory.h"
#include "shoroku/work/worker.h"

// The public kinds, and those that have no event.
enum { REQUEST_KEEP_STATE = MARKER_SAVE + 1, REQUEST_REPAIR };

struct request {
	int kind;
	enum journal_origin origin;
	struct journal_change *changes; // in `arena`
	size_t count;
	int64_t *entries; // whose papers the changes are about; NULL: they name them
	size_t entry_count;
	const char *name; // of a state, a saved search, a tag; or a query
	const char *value;
	date_day today;
	bool many;
	int64_t step;
	struct arena arena;
};

struct marker {
	struct worker *worker;
	char *data_dir;
};

// Owned by the thread. The handle is opened when the first request comes, so that an idle reader
// never holds user.db open for writing.
struct state {
	const char *data_dir;
	struct archive *archive;
};

static void *
start(struct worker *worker, void *argument)
{
	struct state *state = memory_alloc(sizeof(*state));

	(void)worker;
	state->data_dir = argument;
	return state;
}

static int
open_archive(struct state *state, struct error *err)
{
	if (state->archive)
		return 0;
	state->archive = archive_open(state->data_dir, ARCHIVE_MARK, err);
	return state->archive ? 0 : -1;
}

// The changes of each of the papers, one step.
static int
apply_each(struct archive *archive, struct request *request, const char *const *keys, size_t count,
	   struct journal_report *report, struct error *err)
{
	size_t all = count * request->count;
	struct journal_change *changes = arena_alloc(&request->arena, (all + 1) * sizeof(*changes));

	for (size_t i = 0; i < all; i++) {
		changes[i] = request->changes[i % request->count];
		changes[i].key = keys[i / request->count];
	}
	return journal_apply(archive, &request->arena, changes, all, JOURNAL_USER, report, err);
}

static int
apply_entries(struct archive *archive, struct request *request, struct journal_report *report,
	      struct error *err)
{
	const char **keys =
	    arena_alloc(&request->arena, (request->entry_count + 1) * sizeof(*keys));
	size_t count = 0;

	for (size_t i = 0; i < request->entry_count; i++) {
		if (!load_key(archive, &request->arena, request->entries[i], &keys[count], err))
			count++;
		else if (err->kind != ERROR_NOT_FOUND)
			return -1;
	}
	return apply_each(archive, request, keys, count, report, err);
}

static int
apply_query(struct archive *archive, struct request *request, struct journal_report *report,
	    struct error *err)
{
	struct selection found;
	size_t offset;

	if (selection_find(archive, &request->arena, request->name, request->today, &found, &offset,
			   err) ||
	    (!request->many && selection_check(&found, "--many", err)))
		return -1;
	return apply_each(archive, request, found.keys, found.count, report, err);
}

static int
perform(struct state *state, struct request *request, struct journal_report *report,
	struct error *err)
{
	if (open_archive(state, err) || journal_repair(state->archive, err))
		return -1;
	switch (request->kind) {
	case MARKER_APPLY:
		if (request->entries)
			return apply_entries(state->archive, request, report, err);
		return journal_apply(state->archive, &request->arena, request->changes,
				     request->count, request->origin, report, err);
	case MARKER_QUERY:
		return apply_query(state->archive, request, report, err);
	case MARKER_RENAME:
		return tags_rename(state->archive, &request->arena, request->name, request->value,
				   report, err);
	case MARKER_RESTORE:
		return history_restore(state->archive, &request->arena, request->step, report, err);
	case MARKER_UNDO:
		return journal_undo(state->archive, &request->arena, report, err);
	case MARKER_REDO:
		return journal_redo(state->archive, &request->arena, report, err);
	case MARKER_SAVE:
		return saved_keep(state->archive, request->name, request->value, err);
	case REQUEST_REPAIR:
		return 0; // done above
	case REQUEST_KEEP_STATE:
		return journal_keep_state(state->archive, request->name, request->value, err);
	}
	BUG("request of kind %d", request->kind);
}

static char *
copy(const char *s)
{
	return s ? memory_strdup(s) : NULL;
}

static void
run(struct worker *worker, void *state, void *item)
{
	struct request *request = item;
	struct marker_event *event = memory_alloc(sizeof(*event));
	struct journal_report report = {0};

	event->failed = perform(state, request, &report, &event->error) != 0;
	if (event->failed)
		log_message(LOG_ERROR, "marks: %s", event->error.text);
	if (request->kind > MARKER_SAVE) {
		marker_event_free(event);
	} else {
		event->request = (enum marker_request)request->kind;
		event->origin = request->origin;
		event->changed = report.changed;
		event->papers = report.papers;
		event->left = report.left;
		event->field = copy(report.field);
		event->key = copy(report.key);
		event->value = copy(report.value);
		worker_post(worker, event);
	}
	arena_release(&request->arena);
	free(request);
}

static void
stop(void *item)
{
	struct state *state = item;

	archive_close(state->archive);
	free(state);
}

static void
free_event(void *event)
{
	marker_event_free(event);
}

static const struct worker_ops marker_ops = {
    .start = start,
    .run = run,
    .stop = stop,
    .free_event = free_event,
};

struct marker *
marker_start(const char *data_dir, int wake_fd)
{
	struct marker *marker = memory_alloc(sizeof(*marker));

	marker->data_dir = memory_strdup(data_dir);
	marker->worker = worker_start(&marker_ops, marker->data_dir, wake_fd);
	if (!marker->worker) {
		free(marker->data_dir);
		free(marker);
		return NULL;
	}
	return marker;
}

static struct request *
request_new(int kind)
{
	struct request *request = memory_alloc(sizeof(*request));

	request->kind = kind;
	arena_init(&request->arena);
	return request;
}

static void
add_changes(struct request *request, const struct journal_change *changes, size_t count)
{
	request->count = count;
	request->changes = arena_alloc(&request->arena, count * sizeof(*changes));
	for (size_t i = 0; i < count; i++) {
		request->changes[i] = (struct journal_change){
		    .key = arena_strdup(&request->arena, changes[i].key),
		    .field = arena_strdup(&request->arena, changes[i].field),
		    .value = arena_strdup(&request->arena, changes[i].value),
		};
	}
}

void
marker_apply(struct marker *marker, const struct journal_change *changes, size_t count,
	     enum journal_origin origin)
{
	struct request *request = request_new(MARKER_APPLY);

	request->origin = origin;
	add_changes(request, changes, count);
	worker_send(marker->worker, request);
}

void
marker_apply_entries(struct marker *marker, const int64_t *entries, size_t entry_count,
		     const struct journal_change *changes, size_t count)
{
	struct request *request = request_new(MARKER_APPLY);

	request->origin = JOURNAL_USER;
	request->entries = arena_alloc(&request->arena, (entry_count + 1) * sizeof(*entries));
	memcpy(request->entries, entries, entry_count * sizeof(*entries));
	request->entry_count = entry_count;
	add_changes(request, changes, count);
	worker_send(marker->worker, request);
}

void
marker_apply_query(struct marker *marker, const char *query, date_day today, bool many,
		   const struct journal_change *changes, size_t count)
{
	struct request *request = request_new(MARKER_QUERY);

	request->name = arena_strdup(&request->arena, query);
	request->today = today;
	request->many = many;
	add_changes(request, changes, count);
	worker_send(marker->worker, request);
}

void
marker_restore(struct marker *marker, int64_t step)
{
	struct request *request = request_new(MARKER_RESTORE);

	request->step = step;
	worker_send(marker->worker, request);
}

void
marker_undo(struct marker *marker)
{
	worker_send(marker->worker, request_new(MARKER_UNDO));
}

void
marker_redo(struct marker *marker)
{
	worker_send(marker->worker, request_new(MARKER_REDO));
}

void
marker_repair(struct marker *marker)
{
	worker_send(marker->worker, request_new(REQUEST_REPAIR));
}

static void
send_named(struct marker *marker, int kind, const char *name, const char *value)
{
	struct request *request = request_new(kind);

	request->name = arena_strdup(&request->arena, name);
	request->value = arena_strdup(&request->arena, value);
	worker_send(marker->worker, request);
}

void
marker_keep_state(struct marker *marker, const char *name, const char *value)
{
	send_named(marker, REQUEST_KEEP_STATE, name, value);
}

void
marker_rename(struct marker *marker, const char *from, const char *to)
{
	send_named(marker, MARKER_RENAME, from, to);
}

void
marker_save(struct marker *marker, const char *name, const char *query)
{
	send_named(marker, MARKER_SAVE, name, query);
}

struct marker_event *
marker_take(struct marker *marker)
{
	return worker_take(marker->worker);
}

void
marker_event_free(struct marker_event *event)
{
	if (!event)
		return;
	free(event->field);
	free(event->key);
	free(event->value);
	free(event);
}

void
marker_join(struct marker *marker)
{
	if (!marker)
		return;
	worker_join(marker->worker);
	free(marker->data_dir);
	free(marker);
}
