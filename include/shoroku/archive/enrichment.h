// SPDX-License-Identifier: GPL-3.0-or-later
// What arXiv says of the papers, beside what the digests say. Handles opened with ARCHIVE_IMPORT.
//
// It stands with the paper and not with the entry: a revision of a digest, or reading it again, replaces
// an entry's sections and must lose nothing of it, nor be called poorer for lacking it, and all entries of a
// paper show it. What the paper's own fields lack is filled in, as by any input that tells of a paper; the
// abstract and when arXiv was asked are a row of their own, joined when an entry is loaded (its section
// says whose words it is) and when it is indexed.
#ifndef SHOROKU_ARCHIVE_ENRICHMENT_H
#define SHOROKU_ARCHIVE_ENRICHMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shoroku/archive/archive.h"
#include "shoroku/base/arena.h"
#include "shoroku/model/paper.h"

// What is known of a paper that arXiv may be asked about.
struct enrichment_paper {
	int64_t id;
	struct paper paper; // key, titles, authors, arXiv id
	int64_t asked_at;   // ms since the epoch; 0: never
	bool found;	    // it said something
};

// The papers of the entries, each once, in their order. In the arena.
int enrichment_papers(struct archive *archive, struct arena *arena, const int64_t *entries,
		      size_t count, struct enrichment_paper **papers, size_t *paper_count,
		      struct error *err) ERROR_CHECKED;

// The newest entries of papers without any abstract that were not asked about since `asked_before`, the
// newest first, at most `most` of them; of one source, or NULL. In the arena.
int enrichment_wanting(struct archive *archive, struct arena *arena, const char *source,
		       int64_t asked_before, size_t most, const int64_t **entries, size_t *count,
		       struct error *err) ERROR_CHECKED;

// One answer.
struct enrichment_answer {
	int64_t paper;		    // of struct enrichment_paper
	const struct paper *said;   // NULL: arXiv knows no such paper
	const struct section *text; // its abstract, or NULL
	bool grown;		    // set: the paper has a stronger key than before
	bool merged; // set: the archive had that key already; the two papers are one now
};

// One transaction for all of them: fields, abstract, index and keys. A paper that has arXiv's key from
// now on is found by its former ones as well; user.db learns of it by itself (archive/journal.h).
int enrichment_store(struct archive *archive, struct enrichment_answer *answers, size_t count,
		     int64_t asked_at, struct error *err) ERROR_CHECKED;

#endif
