// SPDX-License-Identifier: GPL-3.0-or-later
// What a person searches for, found in a text: the same atoms in the same order with nothing but
// blanks and punctuation between. Characters may be any part of a run; a word is whole, but for
// the last of a prefix.
#ifndef SHOROKU_TEXT_PHRASE_H
#define SHOROKU_TEXT_PHRASE_H

#include "shoroku/base/strbuf.h"
#include "shoroku/base/vec.h"
#include "shoroku/text/atoms.h"
#include "shoroku/text/fold.h"

// Folded text with its atoms.
struct phrase_text {
	struct strbuf folded;
	VEC(struct atom) atoms;
};

void phrase_text_init(struct phrase_text *text);
// Folds; a `map` (NULL is fine) takes the folded bytes back to the source's.
void phrase_text_set(struct phrase_text *text, const char *source, size_t length,
		     struct fold_map *map);
void phrase_text_release(struct phrase_text *text);

struct phrase {
	struct phrase_text text;
	bool prefix;
};

void phrase_init(struct phrase *phrase, const char *text, bool prefix);
void phrase_release(struct phrase *phrase);

// The first place at atom `from` or after where the phrase stands: the index of its first atom, or
// the text's count where there is none. A phrase without atoms stands nowhere.
size_t phrase_find(const struct phrase *phrase, const struct phrase_text *text, size_t from);

// The folded bytes [*start, *end) of the phrase found at atom `at`.
void phrase_span(const struct phrase *phrase, const struct phrase_text *text, size_t at,
		 size_t *start, size_t *end);

#endif
