// SPDX-License-Identifier: GPL-3.0-or-later
// Papers as files: a PDF is fetched once and kept in the cache.
#ifndef SHOROKU_WORK_DOWNLOAD_H
#define SHOROKU_WORK_DOWNLOAD_H

#include <stdbool.h>
#include <stddef.h>

#include "shoroku/base/error.h"
#include "shoroku/model/paper.h"
#include "shoroku/net/http.h"

#define DOWNLOAD_MAX_BYTES ((size_t)128 << 20)

// Where the paper's page or PDF is; the caller frees it. NULL where the paper says nothing of it.
char *download_page_url(const struct paper *paper);
char *download_pdf_url(const struct paper *paper);

// Where the PDF of that URL is kept: the cache directory of the user, a name made of the URL. The caller
// frees it.
char *download_path(const char *url);

struct download_options {
	const struct http_options *http;			   // NULL: the defaults
	void (*client)(void *context, struct http_client *client); // that runs, then NULL; or NULL
	bool (*cancelled)(void *context);
	void *context;
};

// Fetches the URL, which comes from a page, to the path, whole or not at all. ERROR_DATA where what came is
// no PDF, ERROR_NETWORK, ERROR_DISK.
int download_run(const char *url, const char *path, const struct download_options *options,
		 struct error *err) ERROR_CHECKED;

#endif
