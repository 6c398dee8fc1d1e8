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
#define TERM_FIRST '<' // the first character of a run right behind a word
#define TERM_LAST '>'  // the last character of a run right before a word
// Without places.
#define TERM_CHARACTER 'u'
#define TERM_TRIPLE 't' // three characters of a run, see terms_triple()
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
	return kind == TERM_WORD || kind == TERM_FIRST || kind == TERM_LAST;
}

// Others are those of the whole entry.
static inline bool
terms_have_fields(char kind)
{
	return terms_have_places(kind) || kind == TERM_CHARACTER || kind == TERM_TRIPLE ||
	       kind == TERM_EDGE;
}

struct terms_sink {
	void *context;
	// A term may come again and again; of those without places a text gives each once or more often.
	void (*term)(void *context, char kind, const char *text, size_t length, uint32_t place);
};

// The terms of a text that is already folded (text/fold.h), triples only if asked for.
void terms_of_text(const struct terms_sink *sink, const char *folded, size_t length, bool triples);

// Of each line of names: a term of the kind.
void terms_of_names(const struct terms_sink *sink, char kind, const char *lines);

// Four characters of a run hold two triples; the index has the one that is likely to be rarer, and so
// of any four at least one: a long phrase is found by its rarest. (Winnowing: Schleimer, Wilkerson and
// Aiken 2003.) A triple's term is a number that others may share, or nearly every one would be a
// term of its own. `starts` are the offsets of the four and of their end.
#define TERMS_TRIPLE_SIZE 3
void terms_triple(const char *folded, const size_t starts[5], char term[TERMS_TRIPLE_SIZE]);

// How many bytes of a word the index knows.
size_t terms_word_length(const char *word, size_t length);

#endif
