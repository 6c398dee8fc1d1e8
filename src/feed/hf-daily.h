// SPDX-License-Identifier: GPL-3.0-or-later
// Hugging Face's daily papers, as its API answers them (/api/daily_papers).
#ifndef FEED_HF_DAILY_H
#define FEED_HF_DAILY_H

#include "feed/reader.h"

// A digest for each day on which papers were put into the daily list; where that is not told, a list
// without a date of its own.
extern const struct reader hf_daily_reader;

#endif
