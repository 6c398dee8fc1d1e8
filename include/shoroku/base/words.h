// SPDX-License-Identifier: GPL-3.0-or-later
// Splits a command line into words: blanks separate, '…' is literal, "…" knows \" \\ \n \t and
// \u{HEX}, a backslash outside quotes takes the next character as it is, # starts a comment where a word would.
// Nothing is expanded: no variables, no globs, no commands.
#ifndef SHOROKU_BASE_WORDS_H
#define SHOROKU_BASE_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "shoroku/base/error.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/base/vec.h"

struct word {
	char *text;
	size_t offset; // of its first byte in the line
	bool quoted;
};

struct words {
	VEC(struct word) list;
	size_t error_offset; // of the mistake, after a failure
};

void words_init(struct words *words);
void words_release(struct words *words);

// Replaces the content of `words` by the words of `line` (UTF-8, one line).
int words_split(struct words *words, const char *line, struct error *err) ERROR_CHECKED;

// Appends the word as a line holds it, in quotes where it needs them: words_split() gives it back.
void words_quote(struct strbuf *out, const char *word);

#endif
