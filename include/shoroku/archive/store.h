// SPDX-License-Identifier: GPL-3.0-or-later
// Storing digests. Handles opened with ARCHIVE_IMPORT.
#ifndef SHOROKU_ARCHIVE_STORE_H
#define SHOROKU_ARCHIVE_STORE_H

#include <stddef.h>

#include "shoroku/archive/archive.h"
#include "shoroku/archive/fetched.h"
#include "shoroku/model/paper.h"

enum store_outcome {
	STORE_ADDED,	 // a day that was not there, or papers that joined one
	STORE_UNCHANGED, // the same content again, nothing written
	STORE_REVISED,	 // another, not poorer content: now the day's text, a new revision
	STORE_POORER,	 // fewer papers or sections: kept as a revision, the day's text stays
};

// The bytes a digest was read from; kept compressed with their hash.
struct store_raw {
	const char *bytes;
	size_t length;
	const char *name; // where they came from, for people
	const char *reader;
	int reader_version;
	const char
	    *origin; // what comes from the same place is the same part of a day; NULL: a pipe
};

struct store_item {
	struct digest *digest; // gets its entries' ids; their papers have their keys
	struct store_raw raw;
	struct fetched_answer *fetched; // noted with it, or NULL; alone where there is no digest
	enum store_outcome outcome;	// set
};

// One transaction for all of them: each day is there whole or not at all, and where −1 is returned
// none is. A commit costs the same for one and for a thousand.
int store_digests(struct archive *archive, struct store_item *items, size_t count,
		  struct error *err) ERROR_CHECKED;

// The same for one.
int store_digest(struct archive *archive, struct digest *digest, const struct store_raw *raw,
		 enum store_outcome *outcome, struct error *err) ERROR_CHECKED;

#endif
