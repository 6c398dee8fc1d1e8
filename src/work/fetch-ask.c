// SPDX-License-Identifier: GPL-3.0-or-later
#include <string.h>

#include "shoroku/feed/day-links.h"
#include "shoroku/work/source-url.h"
#include "work/fetch-run.h"

// Whether what was kept came from this address, so that it may be asked whether it has changed.
static bool
may_ask_conditionally(const struct fetch_job *job, const struct fetched *known)
{
	return known && known->record.has_text && known->url && !strcmp(known->url, job->url) &&
	       job->kind != FETCH_INDEX;
}

static void
ask(struct fetch_job *job)
{
	struct fetch *fetch = job->place->fetch;
	const struct fetched *known = fetch_plan_known(&job->place->known, job->date);
	struct http_request request = {
	    .url = job->url,
	    .trust = job->trust,
	    .spacing_ms = job->place->source.spacing_ms,
	    .max_bytes = PARSE_MAX_BYTES,
	    .context = job,
	};

	if (may_ask_conditionally(job, known)) {
		request.etag = known->etag;
		request.last_modified = known->last_modified;
	}
	fetch->totals->requests++;
	job->place->total++;
	http_client_add(fetch->client, &request, fetch_take, fetch);
}

void
fetch_ask_next_page(struct fetch_job *job)
{
	const struct source *source = &job->place->source;

	job->page++;
	job->url = source_url_of_day(&job->place->fetch->arena, source, job->date,
				     job->place->fetch->options->today, job->page);
	ask(job);
}

static void
ask_for(struct fetch_place *place, enum fetch_job_kind kind, date_day date, const char *url,
	enum http_trust trust)
{
	struct fetch_job *job = arena_alloc(&place->fetch->arena, sizeof(*job));

	job->place = place;
	job->kind = kind;
	job->date = date;
	job->url = url;
	job->trust = trust;
	ask(job);
}

static void
tell_plan(const struct fetch_place *place, const struct fetch_plan *plan)
{
	const struct fetch_options *options = place->fetch->options;

	if (options->planned && plan->requests)
		options->planned(options->context, plan);
}

static void
ask_page(struct fetch_place *place, enum fetch_job_kind kind)
{
	struct fetch_plan plan = {.source = place->source.name, .requests = 1};

	plan.first = plan.last = DATE_NONE;
	tell_plan(place, &plan);
	ask_for(place, kind, DATE_NONE, source_url_page(&place->fetch->arena, &place->source),
		HTTP_TYPED);
}

// Where the page's own host is meant it is the one the user typed.
static enum http_trust
trust_of(const struct source *source, const char *url)
{
	const char *host = strstr(source->url, "://");
	size_t length = host ? (size_t)(host - source->url) + 3 : 0;

	length += strcspn(source->url + length, "/?#");
	return !strncmp(source->url, url, length) && (!url[length] || strchr("/?#", url[length]))
		   ? HTTP_TYPED
		   : HTTP_FROM_PAGE;
}

static const char *
link_of(const struct day_links *links, date_day date)
{
	for (size_t i = 0; i < links->count; i++) {
		if (links->items[i].date == date)
			return links->items[i].url;
	}
	return NULL;
}

static void
ask_day(struct fetch_place *place, date_day date, const struct day_links *links)
{
	const struct source *source = &place->source;
	date_day today = place->fetch->options->today;
	bool feed = source->kind == SOURCE_ARXIV && date == today;
	const char *url = links ? link_of(links, date)
				: source_url_of_day(&place->fetch->arena, source, date, today, 0);

	if (url)
		ask_for(place, feed ? FETCH_FEED : FETCH_DAY, date,
			arena_strdup(&place->fetch->arena, url),
			links ? trust_of(source, url) : HTTP_TYPED);
}

static void
plan_days(const struct fetch_place *place, const struct day_links *links, struct fetch_days *days)
{
	const struct fetch_options *options = place->fetch->options;
	VEC(date_day) listed = {0};
	struct fetch_wish wish = {
	    .source = &place->source,
	    .known = &place->known,
	    .first = options->since,
	    .last = options->until,
	    .today = options->today,
	    .again = options->again,
	    .now = fetch_run_now(place->fetch),
	};

	if (options->days)
		wish.first = options->today - options->days + 1;
	for (size_t i = 0; links && i < links->count; i++)
		*vec_push(&listed) = links->items[i].date;
	if (links)
		wish.listed = listed.items;
	wish.listed_count = listed.count;
	fetch_plan_days(&wish, days);
	vec_release(&listed);
}

void
fetch_ask_days(struct fetch_place *place, const struct day_links *links)
{
	struct fetch_days days = {0};
	struct fetch_plan plan = {.source = place->source.name};

	plan_days(place, links, &days);
	plan.requests = days.list.count;
	if (plan.requests) {
		const char *url = links ? link_of(links, days.list.items[0]) : place->source.url;
		int spacing = fetch_plan_spacing(&place->source, url);

		plan.last = days.list.items[0];
		plan.first = days.list.items[plan.requests - 1];
		plan.at_least_ms = (int64_t)(plan.requests - 1) * spacing;
		tell_plan(place, &plan);
	}
	for (size_t i = 0; i < days.list.count; i++)
		ask_day(place, days.list.items[i], links);
	vec_release(&days.list);
}

void
fetch_ask_place(struct fetch_place *place)
{
	switch (place->source.kind) {
	case SOURCE_TEMPLATE:
	case SOURCE_ARXIV:
		fetch_ask_days(place, NULL);
		break;
	case SOURCE_PAGE:
		ask_page(place, FETCH_PAGE);
		break;
	case SOURCE_INDEX:
		ask_page(place, FETCH_INDEX);
		break;
	case SOURCE_PATH: // is imported, see fetch-path.c
		break;
	}
}
