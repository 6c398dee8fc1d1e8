// SPDX-License-Identifier: GPL-3.0-or-later
// What the search index knows of a text: its terms, and where they stand.
//
// A place counts the atoms of a text (text/atoms.h), one a character of a run and one a word; between
// two runs one number is left out, so that 科学、学術 does not hold 科学学術. A term is bytes: its
// kind, then the text. Words longer than TERMS_LONGEST_WORD bytes are cut there.
#ifndef ARCHIVE_TERMS_H
#define ARCHIVE_TERMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shoroku/base/strbuf.h"

// Raised whenever the same text gives other terms; a step of archive/schema.c then asks for a new index.
#define TERMS_VERSION 3

#define TERMS_LONGEST_WORD 96
#define TERMS_LONGEST_EDGE 6 // letters

// With places.
#define TERM_WORD 'w' // a word, or two characters of a run; a pair's place is its first character's
#define TERM_FIRST '<' // the first character of a run at the beginning or behind a word
#define TERM_AFTER '+' // the first character of a run behind another run
#define TERM_LAST '>'  // the last character of a run
// Without places.
#define TERM_CHARACTER 'u'
#define TERM_EDGE 'e'	// the first one to six letters of a longer word
#define TERM_AUTHOR '=' // a whole name, and so on: folded, letters and digits only
#define TERM_SOURCE 'S'
#define TERM_LANG 'L'
#define TERM_ID 'I'	  // "arxiv:2509.18058", "doi:…"
#define TERM_HAS 'H'	  // a kind of thing the paper has: "arxiv", "doi", "pdf"
#define TERM_CATEGORY 'C' // "cs.LG", and "cs" for it

#define TERMS_NO_PLACE UINT32_MAX

static inline bool
terms_have_places(char kind)
{
	return kind == TERM_WORD || kind == TERM_FIRST || kind == TERM_AFTER || kind == TERM_LAST;
}

// Others are those of the whole entry.
static inline bool
terms_have_fields(char kind)
{
	return terms_have_places(kind) || kind == TERM_CHARACTER || kind == TERM_EDGE;
}

struct terms_sink {
	void *context;
	// A term may come again and again; of those without places a text gives each once or more often.
	void (*term)(void *context, char kind, const char *text, size_t length, uint32_t place);
};

// The terms of a text that is already folded (text/fold.h).
void terms_of_text(const struct terms_sink *sink, const char *folded, size_t length);

// Of each line of names: a term of the kind.
void terms_of_names(const struct terms_sink *sink, char kind, const char *lines);

// How many bytes of a word the index knows.
size_t terms_word_length(const char *word, size_t length);

#endif
