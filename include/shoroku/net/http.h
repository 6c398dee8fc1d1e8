// SPDX-License-Identifier: GPL-3.0-or-later
// From a URL to bytes: politely to the hosts, with caps on everything a server may send, never without
// verifying TLS. One client belongs to one thread, but for http_client_wake().
#ifndef SHOROKU_NET_HTTP_H
#define SHOROKU_NET_HTTP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shoroku/base/error.h"
#include "shoroku/base/strbuf.h"

#define HTTP_MAX_BYTES ((size_t)8 << 20) // of a body, unless the request says otherwise
#define HTTP_MAX_REDIRECTS 5
#define HTTP_ATTEMPTS 4 // unless the request says otherwise

// Whose idea the URL was. A page's may not lead to loopback, private and other local addresses; nor may
// a redirect to another host, whoever the URL was from. Behind a proxy this cannot be checked.
enum http_trust { HTTP_TYPED, HTTP_FROM_PAGE };

struct http_request {
	const char *url; // http or https; redirects of https stay with https
	enum http_trust trust;
	const char *etag;	   // of what is there already, or NULL: asks conditionally
	const char *last_modified; // likewise
	int spacing_ms; // between two requests to the host; -1: 1 s, arXiv 3 s, typed loopback none
	size_t max_bytes; // of the body after decompression; 0: HTTP_MAX_BYTES
	int attempts;	  // at most, of what may be tried again; 0: HTTP_ATTEMPTS
	void *context;	  // handed to done()
};

// What came of a request. Everything lives until done() returns, but a body that it takes over by
// moving the strbuf out and leaving an initialised one.
struct http_response {
	long status; // 200, 304, 404 …; 0 where there was no whole answer
	struct strbuf body;
	const char *url;  // after redirects
	const char *etag; // NULL: not sent; so the others
	const char *last_modified;
	const char *content_type;
	bool failed;	    // no whole answer
	bool cancelled;	    // by http_client_cancel(); also failed
	struct error error; // where failed: one sentence that names the host, ERROR_NETWORK
};

struct http_options {
	const char *ca_file;	       // of certificates; NULL: the system's
	int connections_per_host;      // 0: 2, arXiv 1
	int backoff_ms;		       // before the second attempt, doubled each time; 0: 1,000
	int connect_ms;		       // limits in milliseconds; 0: 10,000
	int total_ms;		       // 0: 60,000
	int slow_ms;		       // of less than 100 bytes a second; 0: 15,000
	int64_t (*now)(void *context); // a clock that never goes back, in ms; NULL: the system's
	void *clock_context;
};

struct http_client;

// `options` NULL: all defaults. ERROR_NETWORK where libcurl is of no use.
struct http_client *http_client_new(const struct http_options *options, struct error *err)
    ERROR_CHECKED;

// Queues the request, which is copied. done() is called from http_client_step() or _cancel(), once, and
// may add others. What may succeed later (refused and broken connections, timeouts, 429 and 5xx) is
// tried again first, after a growing pause or as long as Retry-After says.
void http_client_add(struct http_client *client, const struct http_request *request,
		     void (*done)(void *owner, void *context, struct http_response *response),
		     void *owner);

// Does what there is to do, after waiting for it for at most `timeout_ms`. Returns how many requests
// are not done yet.
size_t http_client_step(struct http_client *client, int timeout_ms);

// Ends the waiting of a step, from any thread.
void http_client_wake(struct http_client *client);

// How many bytes of the answers that are on their way have come, and of how many, as far as servers say
// (0: not at all).
void http_client_received(const struct http_client *client, uint64_t *bytes, uint64_t *of);

// Gives all requests up: done() is called for each.
void http_client_cancel(struct http_client *client);

void http_client_free(struct http_client *client); // NULL is fine; done() is not called any more

#endif
