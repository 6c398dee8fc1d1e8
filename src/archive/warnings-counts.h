// SPDX-License-Identifier: GPL-3.0-or-later
// The counts that sections are judged by, see warnings.h: of the words of a sample of the archive's
// papers.
#ifndef ARCHIVE_WARNINGS_COUNTS_H
#define ARCHIVE_WARNINGS_COUNTS_H

#include <stdint.h>

#include "archive/handle.h"
#include "shoroku/trust/counts.h"

// Outside of transactions, after entries came: counts words where that is due. What fails is
// logged: it will be done after the next import.
void warnings_counts_settle(struct archive *archive);

// In a transaction: counts where that is due, and anew what was counted of tokens that texts have
// no more.
int warnings_counts_renew(struct archive *archive, struct error *err) ERROR_CHECKED;

// The statistics as they were before the paper came; INT64_MAX for the newest.
int warnings_counts_statistics(struct archive *archive, int64_t paper,
			       struct trust_statistics *statistics, struct error *err)
    ERROR_CHECKED;

// The newest counts, which the caller frees, and the last paper of those they were made of.
int warnings_counts_read(struct archive *archive, struct trust_counts **counts, int64_t *counted,
			 struct error *err) ERROR_CHECKED;

#endif
