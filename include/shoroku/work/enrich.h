// SPDX-License-Identifier: GPL-3.0-or-later
// Asks arXiv about the papers of the archive: those whose arXiv id is known in batches, the others by
// title and authors (model/match.h says what is enough). What it says is stored with each answer, so that
// whatever ends a run, the next goes on from there. No thread of its own.
#ifndef SHOROKU_WORK_ENRICH_H
#define SHOROKU_WORK_ENRICH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shoroku/archive/archive.h"
#include "shoroku/base/error.h"
#include "shoroku/model/paper.h"
#include "shoroku/net/http.h"

#define ENRICH_API_URL "https://export.arxiv.org/api/query"
#define ENRICH_AGAIN_DAYS 30 // until a paper that was not found is asked about again

enum enrich_outcome {
	ENRICH_FOUND,
	ENRICH_UNKNOWN,	   // arXiv knows no such paper, or nothing of its title
	ENRICH_UNLIKE,	   // what arXiv knows is not like enough
	ENRICH_AMBIGUOUS,  // two of arXiv's papers are equally like it
	ENRICH_NO_AUTHORS, // and no id: nothing may be guessed; not asked
	ENRICH_NO_TITLE,   // in Latin letters, and no id; not asked
	ENRICH_NOT_YET,	   // asked less than ENRICH_AGAIN_DAYS ago
};

// What came of a paper.
struct enrich_news {
	const struct paper *paper; // as the archive knows it
	enum enrich_outcome outcome;
	const struct paper *said; // FOUND: by arXiv; UNLIKE: the nearest; or NULL
	int score;		  // of `said`, see model/match.h; −1: the id was known
	bool merged;		  // it was another paper of the archive, and is one with it now
	int64_t asked_at;	  // NOT_YET: when
};

struct enrich_progress {
	size_t done; // papers
	size_t total;
	size_t found;
};

struct enrich_totals {
	size_t requests;
	size_t papers; // that were looked at
	size_t found;
	size_t left; // asked about in vain
	size_t not_asked;
	size_t not_done; // cancelled before
};

struct enrich_options {
	const int64_t *entries; // NULL: the newest of every paper without an abstract
	size_t count;
	const char *source;  // of that NULL: only the papers of this source; NULL: of all
	size_t limit;	     // papers at most; 0: all
	bool again;	     // also those that are known or were asked about
	bool dry_run;	     // asks and tells, stores nothing
	const char *api_url; // NULL: ENRICH_API_URL
	const struct http_options *http; // NULL: the defaults
	// Called on the thread of enrich_run(); each may be NULL.
	void (*progress)(void *context, const struct enrich_progress *progress);
	void (*told)(void *context, const struct enrich_news *news);
	bool (*cancelled)(void *context); // asked several times a second
	void *context;
};

// `archive` is open for ARCHIVE_IMPORT, `marking` for ARCHIVE_MARK or NULL: then user.db learns of the
// keys that grew when it is opened next. Returns −1 for what stops a run: no network, an error of the
// API, a full disk; *totals then says what was done before.
int enrich_run(struct archive *archive, struct archive *marking,
	       const struct enrich_options *options, struct enrich_totals *totals,
	       struct error *err) ERROR_CHECKED;

#endif
