// SPDX-License-Identifier: GPL-3.0-or-later
// One request on its way: its libcurl handle, what came so far, and the limits it is held to.
#ifndef NET_TRANSFER_H
#define NET_TRANSFER_H

#include <stdbool.h>
#include <stdint.h>

#include <curl/curl.h>

#include "shoroku/net/http.h"

#define TRANSFER_HEADER_BYTES ((size_t)64 << 10) // of all headers of an answer

struct schedule_host;

struct transfer {
	// The request, copied.
	char *url;
	char *etag;
	char *last_modified;
	enum http_trust trust;
	int spacing_ms;
	size_t max_bytes;
	int attempts;
	void *context;
	void (*done)(void *owner, void *context, struct http_response *response);
	void *owner;

	char *host;	      // of the URL
	struct error refusal; // ERROR_USAGE where the URL is none of http or https, else ERROR_NONE
	bool http;	      // the URL is http, which its redirects may be then, too
	struct schedule_host *turn;
	int connections; // to the host at once
	int attempt;	 // 1 for the first
	int64_t due;	 // not before
	bool running;
	CURL *easy;
	struct curl_slist *headers;
	char reason[CURL_ERROR_SIZE];

	// The answer.
	struct strbuf body;
	size_t header_bytes;
	char *answer_etag;
	char *answer_modified;
	char *answer_type;
	char *retry_after;
	bool too_long;	    // more than max_bytes
	bool too_much_head; // more than TRANSFER_HEADER_BYTES
	bool local;	    // refused to speak to a local address
};

// A URL that is none of http or https sets `refusal`.
struct transfer *transfer_new(const struct http_request *request);
void transfer_free(struct transfer *transfer);

// Makes the handle for another attempt and forgets the former answer. ERROR_NETWORK.
int transfer_prepare(struct transfer *transfer, const struct http_options *limits,
		     struct error *err) ERROR_CHECKED;
void transfer_drop_handle(struct transfer *transfer);

// Whether the same may succeed later, as libcurl and the server say.
bool transfer_may_succeed(const struct transfer *transfer, CURLcode code, long status);

// The sentence for what went wrong, with the host and what to do.
void explain_failure(const struct transfer *transfer, CURLcode code, struct error *err);

#endif
