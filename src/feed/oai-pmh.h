// SPDX-License-Identifier: GPL-3.0-or-later
// Answers of an OAI-PMH 2.0 repository with records in arXiv, arXivRaw or oai_dc.
#ifndef FEED_OAI_PMH_H
#define FEED_OAI_PMH_H

#include "feed/reader.h"

// An answer is one digest at its responseDate. Errors, noRecordsMatch among them, are errors; deleted
// records are passed over.
extern const struct reader oai_pmh_reader;

#endif
