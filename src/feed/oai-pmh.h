// SPDX-License-Identifier: GPL-3.0-or-later
// Answers of an OAI-PMH 2.0 repository with records in arXiv, arXivRaw or oai_dc.
#ifndef FEED_OAI_PMH_H
#define FEED_OAI_PMH_H

#include "feed/reader.h"

// A harvest is a bare list: each paper is left with the date it was published, else that of its record.
// Without records, and where noRecordsMatch is answered, it is a day without papers, that of the response.
// Other errors are errors; deleted records are passed over.
extern const struct reader oai_pmh_reader;

#endif
