// SPDX-License-Identifier: GPL-3.0-or-later
// Words for the two FTS5 tables of the search index.
//
// `phrases` keeps positions: each run of characters becomes its overlapping pairs (a run of one
// itself), each word itself, so that a phrase of them is a substring of the text. Between two runs
// stands a gap, or the pairs of 科学、学術 would be those of 科学術; nothing asks for it.
//
// `terms` keeps none: it answers what `phrases` cannot, or only slowly. A term's first byte is its
// kind: u a character, e the first one to six letters of a word; T A R S before w (word or pair), u or
// e: the same in the title, the authors, the reason, the short summary alone; = a whole author's name;
// 1 the source, 2 the language, 3 an id, 4 a kind of id there is.
#ifndef ARCHIVE_TOKENIZER_H
#define ARCHIVE_TOKENIZER_H

#include <sqlite3.h>

// Raised whenever the same text gives other words.
#define TOKENIZER_VERSION 1

#define TOKENIZER_GAP "、"
#define TOKENIZER_LONGEST_EDGE 6 // letters

// In the text given to `terms` each part begins with this byte and a letter: t a r s d b for texts
// (the letters above in small, detail and abstract besides), = for authors once more, 1 2 3.
#define TOKENIZER_MARK 1

// Registers the tokenizer `shoroku` (arguments: phrases or terms) with a connection. In queries a
// string is one token, verbatim. Returns an SQLite code.
int tokenizer_register(sqlite3 *db);

#endif
