// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdio.h>
#include <string.h>

#include "net/transfer.h"
#include "shoroku/base/i18n.h"

#define REASON_SIZE 200

// What libcurl says may repeat what a server or its certificate says: only printable ASCII is passed on.
static void
tame(char reason[REASON_SIZE], const char *text)
{
	size_t length = 0;

	for (; *text && length < REASON_SIZE - 1; text++)
		reason[length++] = (char)(*text >= ' ' && *text <= '~' ? *text : '?');
	reason[length] = '\0';
}

static void
explain_limit(const struct transfer *transfer, struct error *err)
{
	const char *host = transfer->host;
	bool small = transfer->max_bytes < (size_t)1 << 20;

	if (transfer->local)
		error_set(
		    err, ERROR_NETWORK,
		    _("%s: leads to this machine or its network and is not followed there; type "
		      "that address yourself if it is meant"),
		    host);
	else if (transfer->too_much_head)
		error_set(err, ERROR_NETWORK,
			  _("%s: more than %zu KiB of headers came, given up; check the address"),
			  host, TRANSFER_HEADER_BYTES >> 10);
	else
		error_set(err, ERROR_NETWORK,
			  _("%s: more than %zu %s came, given up; check the address"), host,
			  transfer->max_bytes >> (small ? 10 : 20), small ? "KiB" : "MiB");
}

// −1 where there is no better sentence.
static int
explain_trust(const char *host, CURLcode code, const char *reason, struct error *err)
{
	switch ((int)code) {
	case CURLE_PEER_FAILED_VERIFICATION:
	case CURLE_SSL_CONNECT_ERROR:
	case CURLE_SSL_CACERT_BADFILE:
	case CURLE_SSL_ISSUER_ERROR:
		error_set(err, ERROR_NETWORK,
			  _("%s: cannot be trusted (%s); name an authority of your own by ca-file"),
			  host, reason);
		return 0;
	case CURLE_TOO_MANY_REDIRECTS:
		error_set(err, ERROR_NETWORK,
			  _("%s: redirected more than %d times; check the address"), host,
			  HTTP_MAX_REDIRECTS);
		return 0;
	case CURLE_UNSUPPORTED_PROTOCOL:
		error_set(
		    err, ERROR_NETWORK,
		    _("%s: redirected to something that is not fetched (%s); check the address"),
		    host, reason);
		return 0;
	}
	return -1;
}

static void
explain_connection(const char *host, CURLcode code, const char *reason, struct error *err)
{
	switch ((int)code) {
	case CURLE_COULDNT_RESOLVE_HOST:
		error_set(err, ERROR_NETWORK,
			  _("%s: there is no such host, or no network; check the address"), host);
		return;
	case CURLE_COULDNT_RESOLVE_PROXY:
		error_set(err, ERROR_NETWORK,
			  _("%s: the proxy was not found (%s); check its setting"), host, reason);
		return;
	case CURLE_COULDNT_CONNECT:
		error_set(err, ERROR_NETWORK, _("%s: no connection (%s); try again later"), host,
			  reason);
		return;
	case CURLE_OPERATION_TIMEDOUT:
		error_set(err, ERROR_NETWORK, _("%s: too slow, given up (%s); try again later"),
			  host, reason);
		return;
	case CURLE_PARTIAL_FILE:
	case CURLE_GOT_NOTHING:
	case CURLE_RECV_ERROR:
	case CURLE_SEND_ERROR:
		error_set(err, ERROR_NETWORK, _("%s: the answer broke off (%s); try again later"),
			  host, reason);
		return;
	}
	error_set(err, ERROR_NETWORK, _("%s: the answer is of no use (%s); try again later"), host,
		  reason);
}

void
explain_failure(const struct transfer *transfer, CURLcode code, struct error *err)
{
	char reason[REASON_SIZE];

	tame(reason, *transfer->reason ? transfer->reason : curl_easy_strerror(code));
	if (transfer->local || transfer->too_long || transfer->too_much_head)
		explain_limit(transfer, err);
	else if (explain_trust(transfer->host, code, reason, err))
		explain_connection(transfer->host, code, reason, err);
}
