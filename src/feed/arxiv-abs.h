// SPDX-License-Identifier: GPL-3.0-or-later
// arXiv's .abs files: one paper in the text form of arxiv-text.h.
#ifndef FEED_ARXIV_ABS_H
#define FEED_ARXIV_ABS_H

#include "feed/reader.h"

// A list of one paper without a date of its own.
extern const struct reader arxiv_abs_reader;

#endif
