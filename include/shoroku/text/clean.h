// SPDX-License-Identifier: GPL-3.0-or-later
// The text door: what comes from outside becomes valid UTF-8 in NFC without anything that could
// move a terminal's cursor, reorder a line or hide in it.
#ifndef SHOROKU_TEXT_CLEAN_H
#define SHOROKU_TEXT_CLEAN_H

#include <stdbool.h>
#include <stddef.h>

#include "shoroku/base/strbuf.h"

enum clean_form {
	CLEAN_LINE, // line ends and tabs become single blanks, blanks at the ends go
	CLEAN_TEXT, // CR LF, CR, NEL, U+2028/9 become LF; tabs a blank; blanks before LF go
};

// Appends the cleaned form of `bytes` to `out`. Removed: C0 (but LF), DEL, C1, ESC, bidi controls
// (U+061C, 200E/F, 202A–E, 2066–9), byte order marks, soft hyphens, zero-width spaces and
// joiners that join nothing, tags (U+E00xx), more than 8 combining marks on one base,
// non-characters. An invalid UTF-8 sequence becomes one U+FFFD. The result is NFC
// (UAX #15), and cleaning it again changes nothing.
void clean_append(struct strbuf *out, const char *bytes, size_t length, enum clean_form form);

// Convenience: a new string, the caller frees it.
char *clean_string(const char *bytes, size_t length, enum clean_form form);

// Whether the text may be shown as it is: valid UTF-8 without control characters (LF allowed).
// Asked again by everything that draws or prints.
bool clean_is_safe(const char *text, size_t length);

// The offset of the first byte that is no valid UTF-8, or `length`.
size_t clean_valid_prefix(const char *bytes, size_t length);

#endif
