// SPDX-License-Identifier: GPL-3.0-or-later
// Folding: what is equal to a person searching becomes equal bytes. NFKC, case, accents
// (Nikolić = nikolic; ø ł đ ı and their kin too), full and half width; katakana and hiragana stay
// apart, voiced kana keep their mark, 々 and ー are kept. Apostrophes (’ ʼ ′) become '.
#ifndef SHOROKU_TEXT_FOLD_H
#define SHOROKU_TEXT_FOLD_H

#include <stddef.h>

#include "shoroku/base/strbuf.h"
#include "shoroku/base/vec.h"

// Appends the folded form of valid UTF-8. Folding a folded text changes nothing.
void fold_append(struct strbuf *out, const char *text, size_t length);

// As fold_append(), and for each byte added to `out` the bytes [start, end) of the text it comes from:
// the whole character with its marks. A NULL map is fine.
struct fold_source {
	size_t start;
	size_t end;
};
struct fold_map {
	VEC(struct fold_source) bytes;
};
void fold_append_mapped(struct strbuf *out, struct fold_map *map, const char *text, size_t length);
void fold_map_release(struct fold_map *map); // may be used again afterwards

char *fold_string(const char *text); // the caller frees it

// Folded, with everything but letters, digits and marks dropped: for comparing labels, titles, names.
char *fold_skeleton(const char *text, size_t length); // the caller frees it

// The same of a text that is folded already.
char *fold_letters(const char *folded, size_t length); // the caller frees it

#endif
