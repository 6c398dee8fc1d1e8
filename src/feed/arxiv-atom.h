// SPDX-License-Identifier: GPL-3.0-or-later
// Answers of arXiv's API (arXiv API user's manual 3.3): a search, or papers asked for by id.
#ifndef FEED_ARXIV_ATOM_H
#define FEED_ARXIV_ATOM_H

#include "feed/reader.h"

// An answer is one digest at its own date; a bare list of entries without one is left without, each
// paper with the date it was published. An error of the API, which comes as an entry titled "Error",
// is an error; no entries are a day without papers.
extern const struct reader arxiv_atom_reader;

#endif
