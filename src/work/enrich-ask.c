// SPDX-License-Identifier: GPL-3.0-or-later
#include "work/enrich-ask.h"

#include <string.h>

#include "shoroku/base/i18n.h"

#define STEP_MS 100

struct answer {
	struct strbuf body;
	long status;
	bool done;
	bool failed;
	struct error error;
};

static void
take(void *owner, void *context, struct http_response *response)
{
	struct answer *answer = context;

	(void)owner;
	answer->done = true;
	answer->failed = response->failed;
	answer->error = response->error;
	answer->status = response->status;
	strbuf_add(&answer->body, response->body.data, response->body.length);
}

static bool
is_cancelled(struct enrich *run)
{
	const struct enrich_options *options = run->options;

	if (options->cancelled && options->cancelled(options->context))
		run->stopped = true;
	return run->stopped;
}

static void
wait_for(struct enrich *run, const char *url, struct answer *answer)
{
	struct http_request request = {
	    .url = url,
	    .trust = HTTP_TYPED,
	    .spacing_ms = -1,
	    .max_bytes = PARSE_MAX_BYTES,
	    .context = answer,
	};

	run->totals->requests++;
	http_client_add(run->client, &request, take, run);
	while (!answer->done) {
		if (is_cancelled(run))
			http_client_cancel(run->client);
		else
			http_client_step(run->client, STEP_MS);
	}
}

// What is no answer of the API must not pass for one that knows nothing.
static int
read_answer(const struct enrich *run, struct arena *arena, const struct answer *answer,
	    struct enrich_said *said)
{
	struct parse_result parsed;
	// With a date given it stays one digest.
	struct parse_input input = {
	    .name = "arXiv",
	    .bytes = answer->body.data,
	    .length = answer->body.length,
	    .date = 0,
	};

	if (parse_digests(arena, &input, &parsed, run->err))
		return -1;
	if (strcmp(parsed.reader.name, "arxiv-atom") != 0)
		return error_set(run->err, ERROR_DATA,
				 _("%s gave something that is no answer of arXiv's API"),
				 run->api_url);
	if (parsed.digest_count) {
		said->entries = parsed.digests[0].entries;
		said->count = parsed.digests[0].entry_count;
	}
	return 0;
}

int
enrich_ask(struct enrich *run, struct arena *arena, const char *url, struct enrich_said *said)
{
	struct answer answer = {0};
	int result = -1;

	*said = (struct enrich_said){0};
	strbuf_init(&answer.body);
	if (!is_cancelled(run))
		wait_for(run, url, &answer);
	if (run->stopped)
		result = 0;
	else if (answer.failed)
		*run->err = answer.error;
	else if (answer.status != 200)
		error_set(run->err, ERROR_NETWORK, _("%s answered with status %ld"), run->api_url,
			  answer.status);
	else
		result = read_answer(run, arena, &answer, said);
	strbuf_release(&answer.body);
	return result;
}
