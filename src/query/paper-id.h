// SPDX-License-Identifier: GPL-3.0-or-later
// Words that name a paper, as they are pasted from an address bar or a list of references.
#ifndef QUERY_PAPER_ID_H
#define QUERY_PAPER_ID_H

#include <stdbool.h>
#include <stddef.h>

#include "shoroku/base/arena.h"

// The id of 2509.18058, arXiv:2509.18058v2 and https://arxiv.org/abs/2509.18058, without its
// version, and the DOI of 10.1000/x, doi:10.1000/x and https://doi.org/10.1000/x; in the arena.
// NULL for other words. *alone: the word is nothing but the number, which a text may have as well.
const char *paper_id_find(struct arena *arena, const char *word, size_t length, bool *alone);

bool paper_id_is(const char *word); // whether it finds one

#endif
