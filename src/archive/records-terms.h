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

#endif
