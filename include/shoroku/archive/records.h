// SPDX-License-Identifier: GPL-3.0-or-later
// Storing entries by themselves, as whoever moves house brings them: each takes the place of the same
// paper's in the same digest, or joins the digest. No revisions, no raw bytes. Handles opened with
// ARCHIVE_IMPORT.
#ifndef SHOROKU_ARCHIVE_RECORDS_H
#define SHOROKU_ARCHIVE_RECORDS_H

#include <stddef.h>

#include "shoroku/archive/archive.h"
#include "shoroku/model/paper.h"

// A commit costs the same for one entry and for a thousand.
#define RECORDS_BATCH 2000

struct records_totals {
	size_t added;
	size_t changed;
	size_t unchanged;
};

// What is to be searched of a batch. Finding it out takes longer than storing and needs no archive, so
// that another thread may do it while the batch before is stored.
struct records_terms;

struct records_terms *records_terms_new(void);
void records_terms_set(struct records_terms *terms, const struct entry *entries, size_t count);
void records_terms_free(struct records_terms *terms); // NULL is fine

// One transaction for all of them. Entries have date, source and their paper's key; position 0 is the
// next one of the digest. `terms` are those of the same entries, or NULL. Adds to *totals.
int records_store(struct archive *archive, struct entry *entries, size_t count,
		  const struct records_terms *terms, struct records_totals *totals,
		  struct error *err) ERROR_CHECKED;

// After the last batch of many: makes the index one that is searched fast. What fails is logged.
void records_settle(struct archive *archive);

#endif
