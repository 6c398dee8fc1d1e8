// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/confine.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>

#include "net/address.h"
#include "shoroku/base/compiler.h"
#include "shoroku/base/error.h"

#define USUAL_PROXY_PORT 1080 // libcurl's, of a proxy that names none

// The URL the transfer is at, after redirects; NULL where libcurl does not say. curl_url_cleanup() it.
static CURLU *
present_url(const struct transfer *transfer)
{
	char *text = NULL;
	CURLU *url;

	if (curl_easy_getinfo(transfer->easy, CURLINFO_EFFECTIVE_URL, &text) || !text)
		return NULL;
	url = curl_url();
	if (!url)
		error_out_of_memory();
	if (!curl_url_set(url, CURLUPART_URL, text, CURLU_DEFAULT_SCHEME))
		return url;
	curl_url_cleanup(url);
	return NULL;
}

static const char *
first_set(const char *const *names)
{
	for (; *names; names++) {
		const char *value = getenv(*names);

		if (value && *value)
			return value;
	}
	return NULL;
}

// The port of the proxy that libcurl takes from the environment for a scheme; 0: it takes none.
static int
proxy_port(const char *scheme)
{
	// libcurl does not read HTTP_PROXY, which a CGI's client may set.
	static const char *const http[] = {"http_proxy", "all_proxy", "ALL_PROXY", NULL};
	static const char *const https[] = {"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY",
					    NULL};
	const char *value = first_set(strcasecmp(scheme, "https") ? http : https);
	unsigned flags = CURLU_GUESS_SCHEME | CURLU_NON_SUPPORT_SCHEME;
	char *text = NULL;
	int port = USUAL_PROXY_PORT;
	CURLU *url;

	if (!value)
		return 0;
	if (!strncasecmp(value, "https:", 6))
		port = 443;
	url = curl_url();
	if (!url)
		error_out_of_memory();
	if (!curl_url_set(url, CURLUPART_URL, value, flags) &&
	    !curl_url_get(url, CURLUPART_PORT, &text, 0))
		port = atoi(text);
	curl_free(text);
	curl_url_cleanup(url);
	return port;
}

// Whether the connection leads to a proxy, as far as its port tells: no_proxy may have exempted the host.
// The proxy resolves the name, so that only a host that is local as it is written can be refused.
static bool
leads_to_proxy(CURLU *url, int port)
{
	char *scheme = NULL;
	char *host = NULL;
	bool result = false;

	if (!curl_url_get(url, CURLUPART_SCHEME, &scheme, 0) &&
	    !curl_url_get(url, CURLUPART_HOST, &host, 0))
		result = proxy_port(scheme) == port && !address_host_is_local(host);
	curl_free(scheme);
	curl_free(host);
	return result;
}

static bool
is_another_host(CURLU *url, const char *host)
{
	char *now = NULL;
	bool result = !curl_url_get(url, CURLUPART_HOST, &now, 0) && strcasecmp(now, host) != 0;

	curl_free(now);
	return result;
}

// Whether the transfer may speak to an address, local or not, at a port.
static bool
may_reach(struct transfer *transfer, bool local, int port)
{
	bool page = transfer->trust == HTTP_FROM_PAGE;
	CURLU *url = present_url(transfer);
	bool confined = page || !url || is_another_host(url, transfer->host);
	bool hidden = url && port && leads_to_proxy(url, port);

	// A host that is written as local is no business of the proxy's either.
	if (confined && url && !local && !hidden) {
		char *host = NULL;

		local = !curl_url_get(url, CURLUPART_HOST, &host, 0) && address_host_is_local(host);
		curl_free(host);
	}
	curl_url_cleanup(url);
	if (!confined || !local || hidden)
		return true;
	transfer->local = true;
	return false;
}

static int
port_of(const struct sockaddr *address)
{
	if (address->sa_family == AF_INET) {
		struct sockaddr_in four;

		memcpy(&four, address, sizeof(four));
		return ntohs(four.sin_port);
	}
	if (address->sa_family == AF_INET6) {
		struct sockaddr_in6 six;

		memcpy(&six, address, sizeof(six));
		return ntohs(six.sin6_port);
	}
	return 0;
}

static curl_socket_t
open_socket(void *item, curlsocktype purpose, struct curl_sockaddr *address)
{
	(void)purpose;
	if (!may_reach(item, address_is_local(&address->addr), port_of(&address->addr)))
		return CURL_SOCKET_BAD;
	return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

// A connection that is used again was opened for another URL.
static int
before_request(void *item, char *address, char *own_address, int port, int own_port)
{
	(void)own_address;
	(void)own_port;
	return may_reach(item, address_text_is_local(address), port) ? CURL_PREREQFUNC_OK
								     : CURL_PREREQFUNC_ABORT;
}

void
confine(struct transfer *transfer)
{
	CURL *easy = transfer->easy;

	curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, open_socket);
	curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, transfer);
	curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, before_request);
	curl_easy_setopt(easy, CURLOPT_PREREQDATA, transfer);
}
