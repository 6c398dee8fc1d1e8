// SPDX-License-Identifier: GPL-3.0-or-later
// arXiv ids (arXiv identifier scheme, since 2007 and before) and DOIs in running text and links.
#ifndef FEED_IDENTIFIERS_H
#define FEED_IDENTIFIERS_H

#include <stdbool.h>

#include "shoroku/base/arena.h"
#include "shoroku/model/paper.h"

// Whether a paragraph is nothing but links and ids: "arXiv:…", "doi:…", "https://…".
bool identifiers_are_all(const char *text);

// Takes what the paragraph holds into the paper's fields that are still unknown.
void identifiers_take(struct arena *arena, const char *text, struct paper *paper);

#endif
