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
#define RECORDS_BATCH 3000

struct records_totals {
	size_t added;
	size_t changed;
	size_t unchanged;
};

// What is to be searched of a batch. Finding it out takes longer than storing and needs no archive, so
// that another thread may do it while the batch before is stored.
struct records_terms;

struct records_terms *records_terms_new(void);
void records_terms_free(struct records_terms *terms); // NULL is fine

// Finds them out; of much memory, and kept from batch to batch.
struct records_terms_maker;

struct records_terms_maker *records_terms_maker_new(void);
void records_terms_maker_free(struct records_terms_maker *maker); // NULL is fine
void records_terms_make(struct records_terms_maker *maker, const struct entry *entries,
			size_t count, struct records_terms *terms);

// Whether a batch's sections speak of their papers, likewise.
struct records_verdicts;

struct records_verdicts *records_verdicts_new(void);
void records_verdicts_free(struct records_verdicts *verdicts); // NULL is fine

// Judges by what the archive's papers were like when it was made; needs the archive only then.
struct records_verdicts_judge;

struct records_verdicts_judge *records_verdicts_judge_new(struct archive *archive,
							  struct error *err);
void records_verdicts_judge_free(struct records_verdicts_judge *judge); // NULL is fine
void records_verdicts_make(struct records_verdicts_judge *judge, const struct entry *entries,
			   size_t count, struct records_verdicts *verdicts);

// What was found out beforehand of a batch.
struct records_found {
	const struct records_terms *terms;
	const struct records_verdicts *verdicts; // NULL: not judged yet
};

// One transaction for all of them. Entries have date, source and their paper's key; position 0 is the
// next one of the digest. `found` is of the same entries, or NULL. Adds to *totals.
int records_store(struct archive *archive, struct entry *entries, size_t count,
		  const struct records_found *found, struct records_totals *totals,
		  struct error *err) ERROR_CHECKED;

// After the last batch of many: makes the index one that is searched fast. What fails is logged.
void records_settle(struct archive *archive);

#endif
