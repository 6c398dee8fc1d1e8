// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/work/fetch.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "shoroku/base/clock.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/strbuf.h"
#include "work/fetch-path.h"
#include "work/fetch-run.h"

// So often `cancelled` is asked where nothing happens.
#define STEP_MS 200

struct fetch_control {
	pthread_mutex_t lock;
	struct http_client *client; // of the run that goes on, or NULL
};

struct fetch_control *
fetch_control_new(void)
{
	struct fetch_control *control = memory_alloc(sizeof(*control));

	pthread_mutex_init(&control->lock, NULL);
	return control;
}

void
fetch_control_free(struct fetch_control *control)
{
	if (!control)
		return;
	pthread_mutex_destroy(&control->lock);
	free(control);
}

static void
set_client(struct fetch_control *control, struct http_client *client)
{
	if (!control)
		return;
	pthread_mutex_lock(&control->lock);
	control->client = client;
	pthread_mutex_unlock(&control->lock);
}

void
fetch_wake(struct fetch_control *control)
{
	pthread_mutex_lock(&control->lock);
	if (control->client)
		http_client_wake(control->client);
	pthread_mutex_unlock(&control->lock);
}

int64_t
fetch_run_now(const struct fetch *fetch)
{
	const struct fetch_options *options = fetch->options;

	return options->now ? options->now(options->context) : clock_now_ms();
}

static int64_t
time_left(const struct fetch_progress *progress)
{
	if (!progress->all_done || progress->all_done > progress->all_total)
		return -1;
	return progress->elapsed_ms * (int64_t)(progress->all_total - progress->all_done) /
	       (int64_t)progress->all_done;
}

void
fetch_run_progress(const struct fetch_place *place)
{
	const struct fetch *fetch = place->fetch;
	struct fetch_progress progress = {
	    .source = place->source.name,
	    .done = place->done,
	    .total = place->total,
	    .papers = fetch->totals->papers,
	    .bytes = fetch->totals->bytes,
	    .elapsed_ms = clock_monotonic_ms() - fetch->started,
	};

	if (!fetch->options->progress)
		return;
	for (size_t i = 0; i < fetch->places.count; i++) {
		progress.all_done += fetch->places.items[i]->done;
		progress.all_total += fetch->places.items[i]->total;
	}
	progress.left_ms = time_left(&progress);
	fetch->options->progress(fetch->options->context, &progress);
}

static bool
is_cancelled(const struct fetch *fetch)
{
	const struct fetch_options *options = fetch->options;

	return options->cancelled && options->cancelled(options->context);
}

static bool
has_place(const struct fetch *fetch, const char *name)
{
	for (size_t i = 0; i < fetch->places.count; i++) {
		if (!strcmp(fetch->places.items[i]->source.name, name))
			return true;
	}
	return false;
}

static int
add_place(struct fetch *fetch, const char *name, struct error *err)
{
	struct fetch_place *place = arena_alloc(&fetch->arena, sizeof(*place));

	place->fetch = fetch;
	if (sources_find(fetch->options->sources, name, &fetch->arena, &place->source, err) ||
	    fetched_load(fetch->archive, &fetch->arena, place->source.name, &place->known, err))
		return -1;
	if (!has_place(fetch, place->source.name))
		*vec_push(&fetch->places) = place;
	return 0;
}

static int
fail_without_sources(struct error *err)
{
	struct strbuf names;
	size_t count;
	const struct source_preset *presets = source_presets(&count);

	strbuf_init(&names);
	for (size_t i = 0; i < count; i++)
		strbuf_addf(&names, "%s%s", i ? ", " : "", presets[i].name);
	error_set(err, ERROR_NOT_FOUND,
		  _("no source is configured; 'shoroku sources add NAME' takes one of %s, or an "
		    "address behind a name of your own"),
		  names.data);
	strbuf_release(&names);
	return -1;
}

static int
add_places(struct fetch *fetch, struct error *err)
{
	const struct fetch_options *options = fetch->options;
	size_t configured = options->name_count ? 0 : options->sources->count;

	for (size_t i = 0; i < options->name_count; i++) {
		if (add_place(fetch, options->names[i], err))
			return -1;
	}
	for (size_t i = 0; i < configured; i++) {
		if (add_place(fetch, options->sources->items[i].name, err))
			return -1;
	}
	fetch->totals->sources = fetch->places.count;
	return fetch->places.count ? 0 : fail_without_sources(err);
}

// What was stored of what came stays, whatever ends it.
static int
work(struct fetch *fetch, struct error *err)
{
	bool cancelled = false;

	while (http_client_step(fetch->client, STEP_MS)) {
		if (fetch->stopped.kind == ERROR_NONE)
			(void)!fetch_store_flush(fetch, false, &fetch->stopped);
		if (cancelled || (fetch->stopped.kind == ERROR_NONE && !is_cancelled(fetch)))
			continue;
		http_client_cancel(fetch->client);
		cancelled = true;
	}
	if (fetch->stopped.kind != ERROR_NONE) {
		*err = fetch->stopped;
		return -1;
	}
	return fetch_store_flush(fetch, true, err);
}

static int
ask_all(struct fetch *fetch, struct error *err)
{
	int result = 0;

	for (size_t i = 0; i < fetch->places.count; i++)
		fetch_ask_place(fetch->places.items[i]);
	for (size_t i = 0; !result && i < fetch->places.count; i++) {
		if (fetch->places.items[i]->source.kind == SOURCE_PATH && !is_cancelled(fetch))
			result = fetch_path(fetch->places.items[i], err);
	}
	return result ? -1 : work(fetch, err);
}

int
fetch_run(struct archive *archive, const struct fetch_options *options, struct fetch_totals *totals,
	  struct error *err)
{
	struct fetch fetch = {.archive = archive, .options = options, .totals = totals};
	int result;

	*totals = (struct fetch_totals){0};
	arena_init(&fetch.arena);
	fetch.started = fetch.stored = clock_monotonic_ms();
	result = add_places(&fetch, err);
	if (!result)
		result = (fetch.client = http_client_new(options->http, err)) ? 0 : -1;
	if (!result) {
		set_client(options->control, fetch.client);
		result = ask_all(&fetch, err);
		set_client(options->control, NULL);
	}
	http_client_free(fetch.client);
	import_batch_release(&fetch.batch);
	vec_release(&fetch.places);
	arena_release(&fetch.arena);
	return result;
}
