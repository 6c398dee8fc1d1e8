// SPDX-License-Identifier: GPL-3.0-or-later
// One question to arXiv's API at a time; its host's spacing makes more of them at once no faster.
#ifndef WORK_ENRICH_ASK_H
#define WORK_ENRICH_ASK_H

#include "shoroku/archive/enrichment.h"
#include "shoroku/feed/parse.h"
#include "shoroku/work/enrich.h"

// One run.
struct enrich {
	struct archive *archive;
	const struct enrich_options *options;
	struct enrich_totals *totals;
	struct http_client *client;
	struct enrich_progress progress;
	const char *api_url;
	int64_t now;
	bool stopped;
	struct error *err;
};

// The papers of an answer, in the arena.
struct enrich_said {
	struct entry *entries;
	size_t count;
};

// −1 with run->err where there is no answer: no network, no answer of the API, an error of its. Where
// the run was cancelled meanwhile, run->stopped is set and there are no entries.
int enrich_ask(struct enrich *run, struct arena *arena, const char *url, struct enrich_said *said)
    ERROR_CHECKED;

#endif
