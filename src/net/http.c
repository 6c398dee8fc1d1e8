// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/net/http.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include <curl/curl.h>

#include "net/address.h"
#include "net/retry-after.h"
#include "net/schedule.h"
#include "net/transfer.h"
#include "shoroku/base/clock.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/vec.h"

enum { SPACING_MS = 1000, ARXIV_SPACING_MS = 3000, CONNECTIONS = 2, ARXIV_CONNECTIONS = 1 };
#define LONGEST_RETRY_AFTER_MS 600000 // a host that asks for more is told of, not waited for

struct http_client {
	CURLM *multi;
	struct http_options options;
	char *ca_file;
	struct schedule schedule;
	VEC(struct transfer *) transfers; // in the order they came
	uint32_t random;
};

static int64_t
now_ms(const struct http_client *client)
{
	return client->options.now ? client->options.now(client->options.clock_context)
				   : clock_monotonic_ms();
}

static int
or_usual(int value, int usual)
{
	return value ? value : usual;
}

struct http_client *
http_client_new(const struct http_options *options, struct error *err)
{
	struct http_client *client = memory_alloc(sizeof(*client));
	struct http_options *own = &client->options;

	if (options)
		*own = *options;
	own->backoff_ms = or_usual(own->backoff_ms, 1000);
	own->connect_ms = or_usual(own->connect_ms, 10000);
	own->total_ms = or_usual(own->total_ms, 60000);
	own->slow_ms = or_usual(own->slow_ms, 15000);
	if (own->ca_file)
		own->ca_file = client->ca_file = memory_strdup(own->ca_file);
	client->random = (uint32_t)clock_now_ms() * 2654435761u + 1;
	schedule_init(&client->schedule);
	if (!curl_global_init(CURL_GLOBAL_DEFAULT))
		client->multi = curl_multi_init();
	if (client->multi)
		return client;
	error_set(err, ERROR_NETWORK, _("libcurl could not be started"));
	http_client_free(client);
	return NULL;
}

static bool
is_arxiv(const char *host)
{
	size_t length = strlen(host);

	return !strcasecmp(host, "arxiv.org") ||
	       (length > 10 && !strcasecmp(host + length - 10, ".arxiv.org"));
}

static int
usual_spacing(const struct transfer *transfer)
{
	if (is_arxiv(transfer->host))
		return ARXIV_SPACING_MS;
	if (transfer->trust == HTTP_TYPED && address_host_is_loopback(transfer->host))
		return 0;
	return SPACING_MS;
}

static int
connections(const struct http_client *client, const struct transfer *transfer)
{
	if (is_arxiv(transfer->host))
		return ARXIV_CONNECTIONS;
	return or_usual(client->options.connections_per_host, CONNECTIONS);
}

void
http_client_add(struct http_client *client, const struct http_request *request,
		void (*done)(void *owner, void *context, struct http_response *response),
		void *owner)
{
	struct transfer *transfer = transfer_new(request);

	transfer->done = done;
	transfer->owner = owner;
	if (transfer->spacing_ms < 0)
		transfer->spacing_ms = usual_spacing(transfer);
	transfer->connections = connections(client, transfer);
	transfer->turn = schedule_host(&client->schedule, transfer->host);
	transfer->due = INT64_MIN;
	*vec_push(&client->transfers) = transfer;
}

// --- starting

static void
remove_transfer(struct http_client *client, const struct transfer *transfer)
{
	size_t kept = 0;

	for (size_t i = 0; i < client->transfers.count; i++) {
		if (client->transfers.items[i] != transfer)
			client->transfers.items[kept++] = client->transfers.items[i];
	}
	client->transfers.count = kept;
}

// Hands the answer over and forgets the transfer.
static void
deliver(struct http_client *client, struct transfer *transfer, struct http_response *response)
{
	remove_transfer(client, transfer);
	response->body = transfer->body;
	strbuf_init(&transfer->body);
	response->etag = transfer->answer_etag;
	response->last_modified = transfer->answer_modified;
	response->content_type = transfer->answer_type;
	if (!response->url)
		response->url = transfer->url;
	transfer->done(transfer->owner, transfer->context, response);
	strbuf_release(&response->body);
	transfer_free(transfer);
}

static void
stop(struct http_client *client, struct transfer *transfer)
{
	if (!transfer->running)
		return;
	curl_multi_remove_handle(client->multi, transfer->easy);
	transfer->running = false;
	schedule_finished(transfer->turn);
}

// Starts it, or fails and delivers that.
static bool
start(struct http_client *client, struct transfer *transfer)
{
	struct http_response response = {.failed = true};

	response.error = transfer->refusal;
	if (transfer->refusal.kind != ERROR_NONE ||
	    transfer_prepare(transfer, &client->options, &response.error)) {
		deliver(client, transfer, &response);
		return false;
	}
	if (curl_multi_add_handle(client->multi, transfer->easy) != CURLM_OK) {
		error_set(&response.error, ERROR_NETWORK, _("%s: libcurl took no more requests"),
			  transfer->host);
		deliver(client, transfer, &response);
		return false;
	}
	transfer->running = true;
	schedule_started(transfer->turn, now_ms(client), transfer->spacing_ms);
	return true;
}

// Starts what may start. Returns the time at which more may, INT64_MAX where only answers bring it.
static int64_t
start_due(struct http_client *client)
{
	int64_t next = INT64_MAX;
	size_t i = 0;

	while (i < client->transfers.count) {
		struct transfer *transfer = client->transfers.items[i];
		int64_t now = now_ms(client);
		int64_t when = transfer->due;

		if (!transfer->running && now >= transfer->due &&
		    schedule_may_start(transfer->turn, now, transfer->connections, &when)) {
			i += start(client, transfer);
			continue;
		}
		if (!transfer->running && when < next)
			next = when;
		i++;
	}
	return next;
}

// --- answers

static uint32_t
draw(struct http_client *client)
{
	client->random ^= client->random << 13;
	client->random ^= client->random >> 17;
	client->random ^= client->random << 5;
	return client->random;
}

// Whether there will be another attempt.
static bool
try_again(struct http_client *client, struct transfer *transfer, CURLcode code, long status)
{
	int64_t now = now_ms(client);
	int64_t asked = -1;
	int64_t pause;

	if (transfer->attempt >= transfer->attempts ||
	    !transfer_may_succeed(transfer, code, status))
		return false;
	if (transfer->retry_after)
		asked = retry_after_ms(transfer->retry_after, clock_now_ms());
	if (asked > LONGEST_RETRY_AFTER_MS)
		return false;
	if (asked < 0)
		pause =
		    schedule_backoff(transfer->attempt, client->options.backoff_ms, draw(client));
	else
		pause = asked;
	transfer->due = now + pause;
	// Not only this one came too soon, unless the server merely stumbled.
	if (asked >= 0 || status == 429)
		schedule_hold(transfer->turn, transfer->due);
	return true;
}

static void
finish(struct http_client *client, struct transfer *transfer, CURLcode code)
{
	struct http_response response = {0};
	char *url = NULL;
	char *kept = NULL;

	if (code == CURLE_OK) {
		curl_easy_getinfo(transfer->easy, CURLINFO_RESPONSE_CODE, &response.status);
		curl_easy_getinfo(transfer->easy, CURLINFO_EFFECTIVE_URL, &url);
	}
	if (url)
		response.url = kept = memory_strdup(url);
	stop(client, transfer);
	if (!try_again(client, transfer, code, response.status)) {
		response.failed = code != CURLE_OK;
		if (response.failed) {
			explain_failure(transfer, code, &response.error);
			strbuf_clear(&transfer->body);
		}
		deliver(client, transfer, &response);
	}
	free(kept);
}

static bool
take_answers(struct http_client *client)
{
	bool any = false;
	CURLMsg *message;
	int left;

	while ((message = curl_multi_info_read(client->multi, &left))) {
		char *private = NULL;
		CURLcode code = message->data.result;

		if (message->msg != CURLMSG_DONE)
			continue;
		curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &private);
		finish(client, (struct transfer *)(void *)private, code);
		any = true;
	}
	return any;
}

static int
waiting_time(const struct http_client *client, int64_t next, int timeout_ms)
{
	int64_t pause = next == INT64_MAX ? timeout_ms : next - now_ms(client);

	if (pause > timeout_ms)
		pause = timeout_ms;
	return pause < 0 ? 0 : (int)pause;
}

size_t
http_client_step(struct http_client *client, int timeout_ms)
{
	int64_t next = start_due(client);
	int running;

	curl_multi_perform(client->multi, &running);
	if (!take_answers(client) && client->transfers.count) {
		curl_multi_poll(client->multi, NULL, 0, waiting_time(client, next, timeout_ms),
				NULL);
		start_due(client);
		curl_multi_perform(client->multi, &running);
		take_answers(client);
	}
	return client->transfers.count;
}

void
http_client_received(const struct http_client *client, uint64_t *bytes, uint64_t *of)
{
	*bytes = *of = 0;
	for (size_t i = 0; i < client->transfers.count; i++) {
		const struct transfer *transfer = client->transfers.items[i];
		curl_off_t length = -1;

		*bytes += transfer->body.length;
		if (transfer->easy)
			curl_easy_getinfo(transfer->easy, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T,
					  &length);
		if (length > 0)
			*of += (uint64_t)length;
	}
}

void
http_client_wake(struct http_client *client)
{
	curl_multi_wakeup(client->multi);
}

void
http_client_cancel(struct http_client *client)
{
	size_t count = client->transfers.count; // done() may add others, which stay

	while (count-- && client->transfers.count) {
		struct transfer *transfer = client->transfers.items[0];
		struct http_response response = {.failed = true, .cancelled = true};

		stop(client, transfer);
		error_set(&response.error, ERROR_NETWORK, _("%s: cancelled"), transfer->host);
		deliver(client, transfer, &response);
	}
}

void
http_client_free(struct http_client *client)
{
	if (!client)
		return;
	for (size_t i = 0; i < client->transfers.count; i++) {
		stop(client, client->transfers.items[i]);
		transfer_free(client->transfers.items[i]);
	}
	vec_release(&client->transfers);
	curl_multi_cleanup(client->multi);
	schedule_release(&client->schedule);
	free(client->ca_file);
	free(client);
}
