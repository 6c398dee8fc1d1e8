// SPDX-License-Identifier: GPL-3.0-or-later
// What was judged beforehand of a batch of records.
#ifndef ARCHIVE_RECORDS_VERDICTS_H
#define ARCHIVE_RECORDS_VERDICTS_H

#include "archive/warnings.h"
#include "shoroku/archive/records.h"

// Within the transaction that stored the batch's entries: what is known of a day of which there are `count`
// entries, judged by the counts up to the paper `counted`. False where not all of them are of the batch and
// ready, or they were judged by other counts.
bool records_verdicts_day(const struct records_verdicts *verdicts, const struct entry *entries,
			  const bool *ready, date_day date, size_t count, int64_t counted,
			  struct warnings_entries *day);

#endif
