// SPDX-License-Identifier: GPL-3.0-or-later
#include "work/fetch-path.h"

#include "shoroku/work/import.h"

static void
tell_stored(void *context, const char *name, const struct digest *digest, const char *reader,
	    enum store_outcome outcome)
{
	const struct fetch_place *place = context;
	struct fetch_news news = {
	    .source = place->source.name,
	    .date = digest->date,
	    .state = outcome == STORE_POORER ? DAY_CHANGED : DAY_COMPLETE,
	    .papers = digest->entry_count,
	    .revised = outcome == STORE_REVISED,
	};

	(void)name;
	(void)reader;
	news.answer = fetch_store_answer_of(outcome);
	fetch_store_tell(place->fetch, &news);
}

static void
tell_refused(void *context, const char *name, const struct error *err)
{
	const struct fetch_place *place = context;
	struct fetch_news news = {
	    .source = place->source.name, .state = DAY_FAILED, .reason = err->text};

	(void)name; // the sentence has it
	news.date = DATE_NONE;
	news.answer = DAY_UNREADABLE;
	fetch_store_tell(place->fetch, &news);
}

static void
tell_records(void *context, const char *name, const struct records_totals *totals, size_t refused)
{
	const struct fetch_place *place = context;
	struct fetch_news news = {.source = place->source.name, .state = DAY_COMPLETE};

	(void)name;
	(void)refused; // was told
	news.date = DATE_NONE;
	news.answer = totals->added + totals->changed ? DAY_TEXT : DAY_SAME;
	news.papers = totals->added + totals->changed;
	fetch_store_tell(place->fetch, &news);
}

static void
show_progress(void *context, size_t done, size_t total, const char *name)
{
	struct fetch_place *place = context;

	(void)name;
	place->done = done;
	place->total = total;
	fetch_run_progress(place);
}

static bool
is_cancelled(void *context)
{
	const struct fetch_place *place = context;
	const struct fetch_options *options = place->fetch->options;

	return options->cancelled && options->cancelled(options->context);
}

int
fetch_path(struct fetch_place *place, struct error *err)
{
	struct import_options options = {
	    .source = place->source.name,
	    .format = place->source.format,
	    .date = DATE_NONE,
	    .labels = place->fetch->options->labels,
	    .progress = show_progress,
	    .stored = tell_stored,
	    .refused = tell_refused,
	    .records = tell_records,
	    .cancelled = is_cancelled,
	    .context = place,
	};
	struct import_totals totals;

	return import_paths(place->fetch->archive, &place->source.path, 1, &options, &totals, err);
}
