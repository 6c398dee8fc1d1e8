// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/work/download.h"

#include <ctype.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "shoroku/base/file.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/paths.h"
#include "shoroku/base/process.h"

// How often progress is told and `cancelled` asked.
#define STEP_MS 100

// A large file over a slow line takes longer than a page may.
#define TOTAL_MS (30 * 60 * 1000)

// ISO 32000-1, 7.5.2: the first line of a file.
static const char beginning[] = "%PDF-";

static char *
join(const char *before, const char *after)
{
	struct strbuf url;

	strbuf_init(&url);
	strbuf_addf(&url, "%s%s", before, after);
	return strbuf_detach(&url);
}

char *
download_page_url(const struct paper *paper)
{
	if (paper->arxiv_id)
		return join("https://arxiv.org/abs/", paper->arxiv_id);
	if (paper->url && process_url_is_safe(paper->url))
		return memory_strdup(paper->url);
	return paper->doi ? join("https://doi.org/", paper->doi) : NULL;
}

char *
download_pdf_url(const struct paper *paper)
{
	if (paper->pdf_url && process_url_is_safe(paper->pdf_url))
		return memory_strdup(paper->pdf_url);
	return paper->arxiv_id ? join("https://arxiv.org/pdf/", paper->arxiv_id) : NULL;
}

// FNV-1a, 64 bits.
static uint64_t
hash(const char *text)
{
	uint64_t value = 0xcbf29ce484222325u;

	for (; *text; text++)
		value = (value ^ (unsigned char)*text) * 0x100000001b3u;
	return value;
}

char *
download_pdf_path(const struct paper *paper, const char *url)
{
	char *directory = paths_cache_dir();
	struct strbuf name;
	char *path;

	if (!directory)
		return NULL;
	strbuf_init(&name);
	strbuf_add_string(&name, "paper-"); // never a hidden file, nor an option
	for (const char *c = paper->arxiv_id; c && *c; c++)
		strbuf_add_byte(&name, isalnum((unsigned char)*c) || *c == '.' ? *c : '-');
	// The same paper's PDF may stand at two places.
	strbuf_addf(&name, "-%016" PRIx64 ".pdf", hash(url));
	path = paths_join(directory, name.data);
	strbuf_release(&name);
	free(directory);
	return path;
}

bool
download_is_there(const char *path)
{
	char first[sizeof(beginning) - 1];
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	bool there = fd >= 0 && read(fd, first, sizeof(first)) == (ssize_t)sizeof(first) &&
		     !memcmp(first, beginning, sizeof(first));

	if (fd >= 0)
		close(fd);
	return there;
}

struct download {
	const struct download_options *options;
	struct error *err;
	int result;
	bool done;
};

static int
fail_status(const struct http_response *response, const char *url, struct error *err)
{
	if (response->status == 404 || response->status == 410)
		return error_set(err, ERROR_NETWORK, _("there is no PDF at %s"), url);
	return error_set(err, ERROR_NETWORK, _("%s: the server answered %ld"), url,
			 response->status);
}

static int
keep(const struct download_options *options, const struct strbuf *body, struct error *err)
{
	char *directory;
	char *slash;
	int result;

	if (body->length < sizeof(beginning) ||
	    memcmp(body->data, beginning, sizeof(beginning) - 1) != 0)
		return error_set(err, ERROR_DATA, _("what is at %s is no PDF"), options->url);
	directory = memory_strdup(options->path);
	slash = strrchr(directory, '/');
	if (slash)
		*slash = '\0';
	result = slash && *directory ? paths_make_private_dir(directory, err) : 0;
	free(directory);
	return result ? -1 : file_replace(options->path, body->data, body->length, err);
}

static void
take(void *owner, void *context, struct http_response *response)
{
	struct download *download = owner;
	const char *url = download->options->url;

	(void)context;
	download->done = true;
	if (response->cancelled)
		download->result = -1;
	else if (response->failed)
		download->result =
		    error_set(download->err, response->error.kind, "%s", response->error.text);
	else if (response->status != 200)
		download->result = fail_status(response, url, download->err);
	else
		download->result = keep(download->options, &response->body, download->err);
}

static void
tell(const struct download_options *options, const struct http_client *client)
{
	uint64_t bytes;
	uint64_t of;

	http_client_received(client, &bytes, &of);
	if (options->progress)
		options->progress(options->context, bytes, of);
}

static void
work(const struct download_options *options, struct http_client *client, struct download *download)
{
	while (http_client_step(client, STEP_MS) && !download->done) {
		tell(options, client);
		if (options->cancelled && options->cancelled(options->context))
			http_client_cancel(client);
	}
}

int
download_run(const struct download_options *options, struct error *err)
{
	struct http_options http = {0};
	struct http_request request = {
	    .url = options->url,
	    .trust = options->trust,
	    .spacing_ms = -1,
	    .max_bytes = options->max_bytes ? options->max_bytes : DOWNLOAD_MAX_BYTES,
	};
	struct download download = {options, err, 0, false};
	struct http_client *client;

	err->kind = ERROR_NONE;
	if (download_is_there(options->path))
		return 0;
	if (options->http)
		http = *options->http;
	if (!http.total_ms)
		http.total_ms = TOTAL_MS;
	client = http_client_new(&http, err);
	if (!client)
		return -1;
	if (options->client)
		options->client(options->context, client);
	http_client_add(client, &request, take, &download);
	work(options, client, &download);
	if (options->client)
		options->client(options->context, NULL);
	http_client_free(client);
	return download.result;
}
