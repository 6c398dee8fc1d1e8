// SPDX-License-Identifier: GPL-3.0-or-later
// arXiv ids (arXiv identifier scheme, since 2007 and before) and DOIs in running text and links.
#ifndef FEED_IDENTIFIERS_H
#define FEED_IDENTIFIERS_H

#include <stdbool.h>
#include <stddef.h>

#include "shoroku/base/arena.h"
#include "shoroku/model/paper.h"

// Whether a paragraph is nothing but links and ids: "arXiv:…", "doi:…", "https://…".
bool identifiers_are_all(const char *text);

// Whether a word is an arXiv id and nothing else, with or without a version.
bool identifiers_is_arxiv(const char *word);

// The arXiv id that a word or an address is about: its length without a version, *id at its beginning;
// 0 where there is none.
size_t identifiers_arxiv(const char *word, const char **id);

// Takes what one word or address says into the paper's fields that are still unknown.
void identifiers_take_word(struct arena *arena, const char *word, struct paper *paper);

// Takes what the paragraph holds into the paper's fields that are still unknown.
void identifiers_take(struct arena *arena, const char *text, struct paper *paper);

#endif
