// SPDX-License-Identifier: GPL-3.0-or-later
// A query as tokens. What an input method types full-width （）：－｜” and the ideographic blank mean
// their ASCII selves.
#ifndef QUERY_LEXER_H
#define QUERY_LEXER_H

#include <stdbool.h>
#include <stddef.h>

#include "shoroku/base/arena.h"
#include "shoroku/base/error.h"

enum token_kind {
	TOKEN_END,
	TOKEN_WORD,  // also a phrase in quotes
	TOKEN_FIELD, // the name before a colon, of the field table
	TOKEN_NOT,
	TOKEN_OR,
	TOKEN_OPEN,
	TOKEN_CLOSE,
};

struct token {
	enum token_kind kind;
	size_t offset; // in the text as typed
	const char
	    *text; // without quotes, what \" and \\ stand for in the place of these; not terminated
	size_t length;
	bool quoted;
	bool prefix;	 // ended in *
	bool ends_input; // nothing follows it, not even a blank
};

struct lexer {
	struct arena *arena;
	const char *typed;
	const char *text; // ASCII in the place of full-width signs
	size_t length;
	size_t at;
	const size_t *offsets; // of each byte in the text as typed, and of the end
	bool after_field;
};

void lexer_init(struct lexer *lexer, struct arena *arena, const char *text);

// Whether every quote is closed; while typing the end closes it.
bool lexer_is_closed(const struct lexer *lexer, bool live, size_t *offset, struct error *err);

struct token lexer_next(struct lexer *lexer);

#endif
