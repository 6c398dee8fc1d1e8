// SPDX-License-Identifier: GPL-3.0-or-later
// What was found out beforehand of a batch of records, on its way into the index.
#ifndef ARCHIVE_RECORDS_TERMS_H
#define ARCHIVE_RECORDS_TERMS_H

#include "archive/handle.h"
#include "shoroku/archive/records.h"

// Within the transaction that stored the entries: writes the terms of those that are ready.
int records_terms_write(struct archive *archive, const struct records_terms *terms,
			const struct entry *entries, const bool *ready, struct error *err)
    ERROR_CHECKED;

// What the day's entries speak of, where they are all ready and none is too long: the papers of the crowd
// from *first to before *end, numbered as the order says. False otherwise.
bool records_terms_day(const struct records_terms *terms, const bool *ready, date_day date,
		       size_t *first, size_t *end);
size_t records_terms_entry(const struct records_terms *terms,
			   size_t paper); // its place in the batch
struct trust_crowd *records_terms_crowd(const struct records_terms *terms);

#endif
