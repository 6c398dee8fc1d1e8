// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/work/source-try.h"

#include <stdlib.h>
#include <string.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/feed/day-links.h"
#include "shoroku/work/import.h"
#include "shoroku/work/source-answer.h"
#include "shoroku/work/source-url.h"

#define DAYS_BACK 2

struct trial {
	const struct source *source;
	const struct source_try *options;
	struct http_client *client;
	struct arena arena;
	size_t digests; // planned so far
	struct error refusal;
};

// The answer to one request, kept beyond its callback.
struct answer {
	struct strbuf body;
	char *url;
	char *content_type;
	long status;
	bool failed;
	struct error error;
};

static char *
copy(const char *text)
{
	return text ? memory_strdup(text) : NULL;
}

static void
keep(void *owner, void *context, struct http_response *response)
{
	struct answer *answer = context;

	(void)owner;
	answer->status = response->status;
	answer->failed = response->failed;
	answer->error = response->error;
	answer->url = copy(response->url);
	answer->content_type = copy(response->content_type);
	strbuf_add(&answer->body, response->body.data, response->body.length);
}

static void
answer_release(struct answer *answer)
{
	strbuf_release(&answer->body);
	free(answer->url);
	free(answer->content_type);
}

// Returns -1 where no whole answer came.
static int
ask(struct trial *trial, const char *url, enum http_trust trust, struct answer *answer,
    struct error *err)
{
	struct http_request request = {
	    .url = url,
	    .trust = trust,
	    .spacing_ms = trial->source->spacing_ms,
	    .attempts = 1, // who tries wants to hear what the server says now
	    .context = answer,
	};

	*answer = (struct answer){0};
	strbuf_init(&answer->body);
	if (trial->options->asks)
		trial->options->asks(trial->options->context, url);
	http_client_add(trial->client, &request, keep, trial);
	while (http_client_step(trial->client, 1000))
		;
	if (!answer->failed)
		return 0;
	*err = answer->error;
	return -1;
}

static int
fail_status(const char *url, const struct answer *answer, struct error *err)
{
	enum error_kind kind =
	    answer->status == 404 || answer->status == 410 ? ERROR_NOT_FOUND : ERROR_NETWORK;

	return error_set(err, kind, _("%s: the server answered with status %ld"), url,
			 answer->status);
}

static int
plan(struct trial *trial, const char *url, const struct answer *answer, date_day asked,
     struct error *err)
{
	struct source_answer from = {
	    .url = answer->url ? answer->url : url,
	    .content_type = answer->content_type,
	    .bytes = answer->body.data,
	    .length = answer->body.length,
	    .asked = asked,
	};
	struct parse_result parsed;

	if (source_answer_read(&trial->arena, trial->source, &from, trial->options->labels, &parsed,
			       err))
		return -1;
	for (size_t i = 0; i < parsed.digest_count; i++)
		trial->options->planned(trial->options->context, from.url, &parsed.digests[i],
					parsed.reader.name);
	return 0;
}

// One page and what it holds. *missing: it is not there, which is the error too.
static int
try_page(struct trial *trial, const char *url, enum http_trust trust, date_day asked, bool *missing,
	 struct error *err)
{
	struct answer answer;
	int result = ask(trial, url, trust, &answer, err);

	*missing = !result && (answer.status == 404 || answer.status == 410);
	if (!result && answer.status != 200)
		result = fail_status(url, &answer, err);
	if (!result)
		result = plan(trial, url, &answer, asked, err);
	answer_release(&answer);
	return result;
}

static int
try_template(struct trial *trial, struct error *err)
{
	const struct source_try *options = trial->options;
	date_day first = options->date == DATE_NONE ? options->today : options->date;
	int back = options->date == DATE_NONE ? DAYS_BACK : 0;

	for (int i = 0;; i++) {
		date_day date = first - i;
		const char *url =
		    source_url_of_day(&trial->arena, trial->source, date, options->today, 0);
		bool missing;
		int result = try_page(trial, url, HTTP_TYPED, date, &missing, err);

		if (!missing || i == back)
			return result;
		if (options->missing)
			options->missing(options->context, url, date);
	}
}

static int
try_arxiv(struct trial *trial, struct error *err)
{
	const struct source_try *options = trial->options;
	date_day date = options->date == DATE_NONE ? options->today : options->date;
	const char *url = source_url_of_day(&trial->arena, trial->source, date, options->today, 0);
	bool missing;

	if (!url)
		return error_set(err, ERROR_NOT_FOUND, _("that day has not come yet"));
	return try_page(trial, url, HTTP_TYPED, date < options->today ? date : DATE_NONE, &missing,
			err);
}

// The pages of one day; a day that has not come is announced and not there.
static int
try_links(struct trial *trial, const struct day_links *links, struct error *err)
{
	const struct source_try *options = trial->options;
	date_day wanted = options->date;
	bool missing;
	size_t tried = 0;

	for (size_t i = 0; options->date == DATE_NONE && i < links->count; i++) {
		if (links->items[i].date <= options->today)
			wanted = links->items[i].date;
	}
	for (size_t i = 0; i < links->count; i++) {
		const char *url = links->items[i].url;

		if (links->items[i].date != wanted)
			continue;
		if (try_page(trial, url,
			     source_url_same_origin(url, trial->source->url) ? HTTP_TYPED
									     : HTTP_FROM_PAGE,
			     wanted, &missing, err))
			return -1;
		tried++;
	}
	if (tried)
		return 0;
	return error_set(err, ERROR_NOT_FOUND, _("the list of days of %s has no such day"),
			 trial->source->name);
}

static int
try_index(struct trial *trial, struct error *err)
{
	const char *url = source_url_page(&trial->arena, trial->source);
	struct day_links links = {0};
	struct answer answer;
	int result = ask(trial, url, HTTP_TYPED, &answer, err);

	if (!result && answer.status != 200)
		result = fail_status(url, &answer, err);
	if (!result)
		result = day_links_read(&trial->arena, url, answer.url ? answer.url : url,
					source_answer_charset(&trial->arena, answer.content_type),
					answer.body.data, answer.body.length, &links, err);
	answer_release(&answer);
	return result ? -1 : try_links(trial, &links, err);
}

static void
plan_file(void *context, const char *name, const struct digest *digest, const char *reader)
{
	struct trial *trial = context;

	if (trial->options->date != DATE_NONE && digest->date != trial->options->date)
		return;
	trial->digests++;
	trial->options->planned(trial->options->context, name, digest, reader);
}

static void
note_refusal(void *context, const char *name, const struct error *err)
{
	struct trial *trial = context;

	(void)name; // the sentence has it
	if (trial->refusal.kind == ERROR_NONE)
		trial->refusal = *err;
}

static int
try_path(struct trial *trial, struct error *err)
{
	struct import_options options = {
	    .source = trial->source->name,
	    .format = trial->source->format,
	    .date = DATE_NONE,
	    .labels = trial->options->labels,
	    .planned = plan_file,
	    .refused = note_refusal,
	    .context = trial,
	};
	struct import_totals totals;

	if (import_paths(NULL, &trial->source->path, 1, &options, &totals, err))
		return -1;
	if (trial->digests)
		return 0;
	if (trial->refusal.kind == ERROR_NONE)
		return error_set(err, ERROR_NOT_FOUND, _("%s holds no such digest"),
				 trial->source->path);
	*err = trial->refusal;
	return -1;
}

static int
try_web(struct trial *trial, struct error *err)
{
	static const struct http_options defaults;
	const struct http_options *http = trial->options->http;
	bool missing;
	int result = -1;

	trial->client = http_client_new(http ? http : &defaults, err);
	if (!trial->client)
		return -1;
	switch (trial->source->kind) {
	case SOURCE_TEMPLATE:
		result = try_template(trial, err);
		break;
	case SOURCE_ARXIV:
		result = try_arxiv(trial, err);
		break;
	case SOURCE_INDEX:
		result = try_index(trial, err);
		break;
	case SOURCE_PAGE:
		result = try_page(trial, source_url_page(&trial->arena, trial->source), HTTP_TYPED,
				  DATE_NONE, &missing, err);
		break;
	case SOURCE_PATH:
		BUG("a path has no address");
	}
	http_client_free(trial->client);
	return result;
}

int
source_try(const struct source *source, const struct source_try *options, struct error *err)
{
	struct trial trial = {.source = source, .options = options};
	int result;

	arena_init(&trial.arena);
	result = source->kind == SOURCE_PATH ? try_path(&trial, err) : try_web(&trial, err);
	arena_release(&trial.arena);
	return result;
}
