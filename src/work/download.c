// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/work/download.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "shoroku/base/file.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/paths.h"
#include "shoroku/model/key.h"

enum { STEP_MS = 250 };

// Nothing but the web is ever opened or fetched for a paper.
static bool
is_web(const char *url)
{
	return url && (!strncasecmp(url, "https://", 8) || !strncasecmp(url, "http://", 7));
}

static char *
join(const char *before, const char *after)
{
	struct strbuf url;
	char *result;

	strbuf_init(&url);
	strbuf_addf(&url, "%s%s", before, after);
	result = memory_strdup(url.data);
	strbuf_release(&url);
	return result;
}

char *
download_page_url(const struct paper *paper)
{
	if (is_web(paper->url))
		return memory_strdup(paper->url);
	if (paper->arxiv_id)
		return join("https://arxiv.org/abs/", paper->arxiv_id);
	return paper->doi ? join("https://doi.org/", paper->doi) : NULL;
}

char *
download_pdf_url(const struct paper *paper)
{
	if (is_web(paper->pdf_url))
		return memory_strdup(paper->pdf_url);
	return paper->arxiv_id ? join("https://arxiv.org/pdf/", paper->arxiv_id) : NULL;
}

// The last part of the URL for people, a hash of the whole for the program.
static void
add_name(struct strbuf *out, const char *url)
{
	const char *slash = strrchr(url, '/');
	uint64_t hash = 14695981039346656037u; // FNV-1a

	for (const char *at = url; *at; at++)
		hash = (hash ^ (unsigned char)*at) * 1099511628211u;
	for (const char *at = slash ? slash + 1 : url; *at && !strchr("?#", *at); at++) {
		if (strchr("-_.0123456789", *at) || (*at >= 'a' && *at <= 'z') ||
		    (*at >= 'A' && *at <= 'Z'))
			strbuf_add_byte(out, *at);
		if (out->length > 64)
			break;
	}
	strbuf_addf(out, "-%016" PRIx64 ".pdf", hash);
}

char *
download_path(const char *url)
{
	char *directory = paths_cache_dir();
	struct strbuf name;
	char *path;

	if (!directory)
		return NULL;
	strbuf_init(&name);
	strbuf_add_string(&name, "paper-"); // never a hidden file, nor an option
	add_name(&name, url);
	path = paths_join(directory, name.data);
	strbuf_release(&name);
	free(directory);
	return path;
}

struct answer {
	struct strbuf body;
	long status;
	bool failed;
	struct error error;
};

static void
take(void *owner, void *context, struct http_response *response)
{
	struct answer *answer = owner;

	(void)context;
	answer->status = response->status;
	answer->failed = response->failed;
	answer->error = response->error;
	strbuf_release(&answer->body);
	answer->body = response->body;
	strbuf_init(&response->body);
}

static void
tell_client(const struct download_options *options, struct http_client *client)
{
	if (options->client)
		options->client(options->context, client);
}

static int
ask(const char *url, const struct download_options *options, struct answer *answer,
    struct error *err)
{
	struct http_request request = {
	    .url = url,
	    .trust = HTTP_FROM_PAGE,
	    .spacing_ms = -1,
	    .max_bytes = DOWNLOAD_MAX_BYTES,
	};
	struct http_client *client = http_client_new(options->http, err);

	if (!client)
		return -1;
	tell_client(options, client);
	http_client_add(client, &request, take, answer);
	while (http_client_step(client, STEP_MS)) {
		if (options->cancelled && options->cancelled(options->context))
			http_client_cancel(client);
	}
	tell_client(options, NULL);
	http_client_free(client);
	if (!answer->failed)
		return 0;
	*err = answer->error;
	return -1;
}

static int
keep(const char *url, const char *path, const struct answer *answer, struct error *err)
{
	char *directory;
	int result;

	if (answer->status != 200)
		return error_set(err, ERROR_NETWORK, _("%s: the server answered %ld"), url,
				 answer->status);
	if (answer->body.length < 5 || memcmp(answer->body.data, "%PDF-", 5) != 0)
		return error_set(err, ERROR_DATA, _("%s is no PDF"), url);
	directory = memory_strndup(path, (size_t)(strrchr(path, '/') - path));
	result = paths_make_private_dir(directory, err) ||
		 file_replace(path, answer->body.data, answer->body.length, err);
	free(directory);
	return result ? -1 : 0;
}

int
download_run(const char *url, const char *path, const struct download_options *options,
	     struct error *err)
{
	struct answer answer = {0};
	int result;

	strbuf_init(&answer.body);
	result = ask(url, options, &answer, err);
	if (!result)
		result = keep(url, path, &answer, err);
	strbuf_release(&answer.body);
	return result;
}
