// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/lexer.h"

#include <string.h>
#include <strings.h>

#include "shoroku/base/compiler.h"
#include "shoroku/base/i18n.h"
#include "shoroku/query/field.h"

static const struct {
	const char *wide;
	char narrow;
} signs[] = {
    {"　", ' '}, {"：", ':'}, {"（", '('}, {"）", ')'}, {"－", '-'}, {"｜", '|'},
    {"”", '"'},	 {"“", '"'},  {"＂", '"'}, {"＊", '*'}, {"＝", '='}, {"．", '.'},
};

// The ASCII sign a full-width one stands for, 0 where it is none; *length is that of what is there.
static char
narrow_sign(const char *at, size_t *length)
{
	for (size_t i = 0; i < ARRAY_LENGTH(signs); i++) {
		*length = strlen(signs[i].wide);
		if (!strncmp(at, signs[i].wide, *length))
			return signs[i].narrow;
	}
	*length = 1;
	return 0;
}

void
lexer_init(struct lexer *lexer, struct arena *arena, const char *text)
{
	size_t length = strlen(text);
	char *narrow = arena_alloc(arena, length + 1);
	size_t *offsets = arena_alloc(arena, (length + 1) * sizeof(*offsets));

	*lexer = (struct lexer){.arena = arena, .typed = text, .text = narrow, .offsets = offsets};
	for (size_t i = 0; i < length;) {
		size_t bytes;
		char sign = narrow_sign(text + i, &bytes);

		offsets[lexer->length] = i;
		narrow[lexer->length++] = sign ? sign : text[i];
		i += bytes;
	}
	offsets[lexer->length] = length;
}

// Between quotes a backslash makes the quote or backslash behind it one like other characters.
static bool
is_escape(const struct lexer *lexer, size_t at)
{
	return lexer->text[at] == '\\' && at + 1 < lexer->length &&
	       (lexer->text[at + 1] == '"' || lexer->text[at + 1] == '\\');
}

bool
lexer_is_closed(const struct lexer *lexer, bool live, size_t *offset, struct error *err)
{
	bool open = false;

	for (size_t i = 0; i < lexer->length; i++) {
		if (open && is_escape(lexer, i)) {
			i++;
			continue;
		}
		if (lexer->text[i] != '"')
			continue;
		open = !open;
		*offset = lexer->offsets[i];
	}
	if (!open || live) {
		*offset = 0;
		return true;
	}
	error_set(err, ERROR_USAGE, _("a \" without its other"));
	return false;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static struct token
sign(struct lexer *lexer, enum token_kind kind)
{
	struct token token = {.kind = kind, .offset = lexer->offsets[lexer->at]};

	lexer->at++;
	lexer->after_field = false;
	return token;
}

static void
take_star(struct lexer *lexer, struct token *token)
{
	if (lexer->at < lexer->length && lexer->text[lexer->at] == '*') {
		token->prefix = true;
		lexer->at++;
	}
}

static struct token
quoted(struct lexer *lexer)
{
	struct token token = {
	    .kind = TOKEN_WORD, .offset = lexer->offsets[lexer->at], .quoted = true};
	char *text = arena_alloc(lexer->arena, strlen(lexer->typed) + 1);

	for (lexer->at++; lexer->at < lexer->length && lexer->text[lexer->at] != '"'; lexer->at++) {
		const size_t *offset = &lexer->offsets[lexer->at + 1];

		if (!is_escape(lexer, lexer->at)) {
			text[token.length++] = lexer->text[lexer->at];
			continue;
		}
		// As typed: a full-width quote stays one.
		memcpy(text + token.length, lexer->typed + offset[0], offset[1] - offset[0]);
		token.length += offset[1] - offset[0];
		lexer->at++;
	}
	token.text = text;
	lexer->at += lexer->at < lexer->length;
	take_star(lexer, &token);
	return token;
}

// Where the word at `at` ends: at a blank, a quote or a parenthesis that was not opened in it.
static size_t
word_end(const struct lexer *lexer, size_t at)
{
	int open = 0;

	for (; at < lexer->length; at++) {
		char c = lexer->text[at];

		if (is_blank(c) || c == '"' || c == '|' || (c == ')' && open == 0))
			break;
		open += c == '(' ? 1 : c == ')' ? -1 : 0;
	}
	return at;
}

static struct token
word(struct lexer *lexer, bool may_be_field)
{
	struct token token = {.kind = TOKEN_WORD, .offset = lexer->offsets[lexer->at]};
	size_t end = word_end(lexer, lexer->at);
	const char *colon = memchr(lexer->text + lexer->at, ':', end - lexer->at);

	token.text = lexer->text + lexer->at;
	token.length = end - lexer->at;
	if (may_be_field && colon && field_find(token.text, (size_t)(colon - token.text))) {
		token.kind = TOKEN_FIELD;
		token.length = (size_t)(colon - token.text);
		lexer->at += token.length + 1;
		lexer->after_field = true;
		return token;
	}
	lexer->at = end;
	token.ends_input = end == lexer->length;
	if (token.length > 1 && token.text[token.length - 1] == '*') {
		token.prefix = true;
		token.length--;
	}
	if (may_be_field && token.length == 2 && !strncasecmp(token.text, "or", 2))
		token.kind = TOKEN_OR;
	return token;
}

struct token
lexer_next(struct lexer *lexer)
{
	bool after_field = lexer->after_field;
	char c;

	// A blank after "field:" leaves the field without value.
	if (after_field && (lexer->at == lexer->length || is_blank(lexer->text[lexer->at])))
		return (struct token){.kind = TOKEN_END, .offset = lexer->offsets[lexer->at]};
	while (lexer->at < lexer->length && is_blank(lexer->text[lexer->at]))
		lexer->at++;
	if (lexer->at == lexer->length)
		return (struct token){.kind = TOKEN_END, .offset = lexer->offsets[lexer->length]};
	c = lexer->text[lexer->at];
	lexer->after_field = false;
	if (c == '"')
		return quoted(lexer);
	if (c == '|')
		return sign(lexer, TOKEN_OR);
	if (c == ')')
		return sign(lexer, TOKEN_CLOSE);
	if (!after_field && c == '(')
		return sign(lexer, TOKEN_OPEN);
	if (!after_field && c == '-' && lexer->at + 1 < lexer->length &&
	    !is_blank(lexer->text[lexer->at + 1]))
		return sign(lexer, TOKEN_NOT);
	return word(lexer, !after_field);
}
