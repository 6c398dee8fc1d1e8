// SPDX-License-Identifier: GPL-3.0-or-later
// A paper's PDF into the cache, $XDG_CACHE_HOME/shoroku: whole or not at all.
#ifndef SHOROKU_WORK_DOWNLOAD_H
#define SHOROKU_WORK_DOWNLOAD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shoroku/base/error.h"
#include "shoroku/model/paper.h"
#include "shoroku/net/http.h"

#define DOWNLOAD_MAX_BYTES ((size_t)128 << 20)

struct download_options {
	const char *url;
	enum http_trust trust;
	const char *path;		 // of the file; its directory is made
	size_t max_bytes;		 // 0: DOWNLOAD_MAX_BYTES
	const struct http_options *http; // NULL: the defaults
	// Each may be NULL; called on the thread of download_run().
	void (*client)(void *context, struct http_client *client); // to be woken; NULL at the end
	void (*progress)(void *context, uint64_t bytes, uint64_t of); // 0: of an unknown number
	bool (*cancelled)(void *context); // asked several times a second
	void *context;
};

// The page of the paper's abstract: arXiv's, else that its digest links to, else its DOI's. The caller frees
// it. NULL: none is known.
char *download_page_url(const struct paper *paper);

// The URL of the paper's PDF, as its page or else arXiv has it; the caller frees it. NULL: none is known.
char *download_pdf_url(const struct paper *paper);

// Where the PDF of that URL is kept: named after the arXiv id, else after the URL, by letters that no
// path is made of. The caller frees it. NULL where there is no home.
char *download_pdf_path(const struct paper *paper, const char *url);

// Whether the file is there and begins as a PDF does.
bool download_is_there(const char *path);

// Asks for the URL and puts what comes to the path, where that is not there yet. ERROR_NETWORK where it
// does not come, ERROR_DATA where it is no PDF, ERROR_DISK; the sentence says which. Cancelled: ERROR_NONE
// and -1.
int download_run(const struct download_options *options, struct error *err) ERROR_CHECKED;

#endif
