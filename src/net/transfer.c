// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/transfer.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "net/confine.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"

#include "config.h"

#define LEAST_BYTES_A_SECOND 100L

static int
read_url(struct transfer *transfer, const char *url, struct error *err)
{
	unsigned flags = CURLU_NON_SUPPORT_SCHEME | CURLU_DEFAULT_SCHEME; // which is https
	CURLU *parsed = curl_url();
	char *scheme = NULL;
	char *host = NULL;
	int result = -1;

	if (!parsed)
		error_out_of_memory();
	if (curl_url_set(parsed, CURLUPART_URL, url, flags) ||
	    curl_url_get(parsed, CURLUPART_SCHEME, &scheme, 0) ||
	    curl_url_get(parsed, CURLUPART_HOST, &host, 0)) {
		error_set(err, ERROR_USAGE, _("“%s” is no URL"), url);
	} else if (strcasecmp(scheme, "https") != 0 && strcasecmp(scheme, "http") != 0) {
		error_set(err, ERROR_USAGE, _("%s: only https and http are fetched"), url);
	} else {
		transfer->http = !strcasecmp(scheme, "http");
		transfer->host = memory_strdup(host);
		result = 0;
	}
	curl_free(scheme);
	curl_free(host);
	curl_url_cleanup(parsed);
	return result;
}

static char *
copy(const char *text)
{
	return text ? memory_strdup(text) : NULL;
}

struct transfer *
transfer_new(const struct http_request *request)
{
	struct transfer *transfer = memory_alloc(sizeof(*transfer));

	*transfer = (struct transfer){
	    .url = memory_strdup(request->url),
	    .etag = copy(request->etag),
	    .last_modified = copy(request->last_modified),
	    .trust = request->trust,
	    .spacing_ms = request->spacing_ms,
	    .max_bytes = request->max_bytes ? request->max_bytes : HTTP_MAX_BYTES,
	    .attempts = request->attempts ? request->attempts : HTTP_ATTEMPTS,
	    .context = request->context,
	};
	strbuf_init(&transfer->body);
	if (read_url(transfer, request->url, &transfer->refusal))
		transfer->host = memory_strdup("");
	return transfer;
}

static void
forget_answer(struct transfer *transfer)
{
	strbuf_clear(&transfer->body);
	free(transfer->answer_etag);
	free(transfer->answer_modified);
	free(transfer->answer_type);
	free(transfer->retry_after);
	transfer->answer_etag = transfer->answer_modified = NULL;
	transfer->answer_type = transfer->retry_after = NULL;
}

void
transfer_drop_handle(struct transfer *transfer)
{
	curl_easy_cleanup(transfer->easy);
	curl_slist_free_all(transfer->headers);
	transfer->easy = NULL;
	transfer->headers = NULL;
}

void
transfer_free(struct transfer *transfer)
{
	if (!transfer)
		return;
	transfer_drop_handle(transfer);
	forget_answer(transfer);
	strbuf_release(&transfer->body);
	free(transfer->url);
	free(transfer->etag);
	free(transfer->last_modified);
	free(transfer->host);
	free(transfer);
}

// --- what libcurl calls

static size_t
take_body(char *bytes, size_t one, size_t count, void *item)
{
	struct transfer *transfer = item;

	(void)one;
	if (count > transfer->max_bytes - transfer->body.length) {
		transfer->too_long = true;
		return 0;
	}
	strbuf_add(&transfer->body, bytes, count);
	return count;
}

static void
keep_header(char **kept, const char *line, size_t length, const char *name)
{
	size_t skipped = strlen(name);

	if (length < skipped || strncasecmp(line, name, skipped) != 0)
		return;
	while (skipped < length && strchr(" \t", line[skipped]))
		skipped++;
	while (length > skipped && strchr(" \t\r\n", line[length - 1]))
		length--;
	free(*kept);
	*kept = length > skipped ? memory_strndup(line + skipped, length - skipped) : NULL;
}

static size_t
take_header(char *line, size_t one, size_t count, void *item)
{
	struct transfer *transfer = item;

	(void)one;
	if (count > TRANSFER_HEADER_BYTES - transfer->header_bytes) {
		transfer->too_much_head = true;
		return 0;
	}
	transfer->header_bytes += count;
	if (count > 5 && !strncasecmp(line, "HTTP/", 5)) // another answer, after a redirect
		forget_answer(transfer);
	keep_header(&transfer->answer_etag, line, count, "etag:");
	keep_header(&transfer->answer_modified, line, count, "last-modified:");
	keep_header(&transfer->answer_type, line, count, "content-type:");
	keep_header(&transfer->retry_after, line, count, "retry-after:");
	return count;
}

// --- an attempt

static void
add_header(struct transfer *transfer, const char *name, const char *value)
{
	struct curl_slist *longer;
	struct strbuf line;

	if (!value || strpbrk(value, "\r\n"))
		return;
	strbuf_init(&line);
	strbuf_addf(&line, "%s: %s", name, value);
	longer = curl_slist_append(transfer->headers, line.data);
	if (!longer)
		error_out_of_memory();
	transfer->headers = longer;
	strbuf_release(&line);
}

static void
set_limits(CURL *easy, const struct http_options *limits)
{
	long slow = limits->slow_ms < 1000 ? 1 : limits->slow_ms / 1000;

	curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, (long)limits->connect_ms);
	curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, (long)limits->total_ms);
	curl_easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT, LEAST_BYTES_A_SECOND);
	curl_easy_setopt(easy, CURLOPT_LOW_SPEED_TIME, slow);
	curl_easy_setopt(easy, CURLOPT_MAXREDIRS, (long)HTTP_MAX_REDIRECTS);
	curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 1L);
	curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, ""); // whatever libcurl unpacks
	curl_easy_setopt(easy, CURLOPT_USERAGENT, PACKAGE_NAME "/" PACKAGE_VERSION);
	if (limits->ca_file)
		curl_easy_setopt(easy, CURLOPT_CAINFO, limits->ca_file);
}

static void
set_callbacks(struct transfer *transfer)
{
	CURL *easy = transfer->easy;

	curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take_body);
	curl_easy_setopt(easy, CURLOPT_WRITEDATA, transfer);
	curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, take_header);
	curl_easy_setopt(easy, CURLOPT_HEADERDATA, transfer);
	curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, transfer->reason);
	curl_easy_setopt(easy, CURLOPT_PRIVATE, transfer);
}

int
transfer_prepare(struct transfer *transfer, const struct http_options *limits, struct error *err)
{
	const char *schemes = transfer->http ? "http,https" : "https";

	transfer_drop_handle(transfer);
	forget_answer(transfer);
	transfer->header_bytes = 0;
	transfer->too_long = transfer->too_much_head = transfer->local = false;
	transfer->reason[0] = '\0';
	transfer->easy = curl_easy_init();
	if (!transfer->easy)
		error_out_of_memory();
	if (curl_easy_setopt(transfer->easy, CURLOPT_PROTOCOLS_STR, schemes) ||
	    curl_easy_setopt(transfer->easy, CURLOPT_REDIR_PROTOCOLS_STR, schemes) ||
	    curl_easy_setopt(transfer->easy, CURLOPT_DEFAULT_PROTOCOL, "https") ||
	    curl_easy_setopt(transfer->easy, CURLOPT_URL, transfer->url))
		return error_set(err, ERROR_NETWORK, _("libcurl does not know %s"), schemes);
	set_limits(transfer->easy, limits);
	set_callbacks(transfer);
	confine(transfer);
	add_header(transfer, "If-None-Match", transfer->etag);
	add_header(transfer, "If-Modified-Since", transfer->last_modified);
	curl_easy_setopt(transfer->easy, CURLOPT_HTTPHEADER, transfer->headers);
	transfer->attempt++;
	return 0;
}

bool
transfer_may_succeed(const struct transfer *transfer, CURLcode code, long status)
{
	if (transfer->too_long || transfer->too_much_head || transfer->local)
		return false;
	switch ((int)code) {
	case CURLE_OK:
		return status == 429 || status == 500 || status == 502 || status == 503 ||
		       status == 504;
	case CURLE_COULDNT_RESOLVE_HOST:
	case CURLE_COULDNT_CONNECT:
	case CURLE_OPERATION_TIMEDOUT:
	case CURLE_PARTIAL_FILE:
	case CURLE_GOT_NOTHING:
	case CURLE_SEND_ERROR:
	case CURLE_RECV_ERROR:
	case CURLE_HTTP2:
	case CURLE_HTTP2_STREAM:
		return true;
	}
	return false;
}
