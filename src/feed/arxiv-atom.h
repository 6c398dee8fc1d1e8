// SPDX-License-Identifier: GPL-3.0-or-later
// Answers of arXiv's API (arXiv API user's manual 3.3): a search, or papers asked for by id.
#ifndef FEED_ARXIV_ATOM_H
#define FEED_ARXIV_ATOM_H

#include "feed/reader.h"

// What was asked for is a bare list: the answer's own date is only that of the asking, and each paper is
// left with the date it was published. No entries are a day without papers, that of the asking. An
// error of the API, which comes as an entry titled "Error", is an error.
extern const struct reader arxiv_atom_reader;

#endif
