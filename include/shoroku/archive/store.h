// SPDX-License-Identifier: GPL-3.0-or-later
// Storing digests. Handles opened with ARCHIVE_IMPORT.
#ifndef SHOROKU_ARCHIVE_STORE_H
#define SHOROKU_ARCHIVE_STORE_H

#include <stddef.h>

#include "shoroku/archive/archive.h"
#include "shoroku/model/paper.h"

enum store_outcome {
	STORE_ADDED,	 // a day that was not there
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
};

// One transaction: the day is there whole or not at all. Fills each entry's id in `digest`, whose
// papers have their keys.
int store_digest(struct archive *archive, struct digest *digest, const struct store_raw *raw,
		 enum store_outcome *outcome, struct error *err) ERROR_CHECKED;

#endif
