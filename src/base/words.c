// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/base/words.h"

#include <stdlib.h>
#include <string.h>

#include "shoroku/base/i18n.h"

struct lexer {
	const char *line;
	size_t at;
	struct words *words;
	struct strbuf text; // of the word being read
	struct error *err;
};

void
words_init(struct words *words)
{
	*words = (struct words){0};
}

void
words_release(struct words *words)
{
	for (size_t i = 0; i < words->list.count; i++)
		free(words->list.items[i].text);
	vec_release(&words->list);
}

static int
fail(struct lexer *lexer, size_t offset, const char *sentence)
{
	lexer->words->error_offset = offset;
	return error_set(lexer->err, ERROR_USAGE, "%s", sentence);
}

static int
read_literal(struct lexer *lexer)
{
	size_t start = lexer->at++;
	const char *end = strchr(lexer->line + lexer->at, '\'');

	if (!end)
		return fail(lexer, start, _("this quote is never closed"));
	strbuf_add(&lexer->text, lexer->line + lexer->at,
		   (size_t)(end - (lexer->line + lexer->at)));
	lexer->at = (size_t)(end - lexer->line) + 1;
	return 0;
}

// \u{HEX}, with `at` on the brace.
static int
read_code_point(struct lexer *lexer, size_t start)
{
	char *end;
	unsigned long code;

	if (lexer->line[lexer->at] != '{')
		return fail(lexer, start, _("\\u takes a number in braces, as in \\u{3042}"));
	code = strtoul(lexer->line + lexer->at + 1, &end, 16);
	if (end == lexer->line + lexer->at + 1 || *end != '}' || !code || code > 0x10FFFF ||
	    (code >= 0xD800 && code <= 0xDFFF))
		return fail(lexer, start, _("\\u takes a number in braces, as in \\u{3042}"));
	strbuf_add_utf8(&lexer->text, (uint32_t)code);
	lexer->at = (size_t)(end - lexer->line) + 1;
	return 0;
}

static int
read_escape(struct lexer *lexer)
{
	size_t start = lexer->at++;
	char escaped = lexer->line[lexer->at];

	if (!escaped)
		return fail(lexer, start, _("nothing follows this backslash"));
	lexer->at++;
	switch (escaped) {
	case 'n':
		strbuf_add_byte(&lexer->text, '\n');
		return 0;
	case 't':
		strbuf_add_byte(&lexer->text, '\t');
		return 0;
	case 'u':
		return read_code_point(lexer, start);
	case '"':
	case '\\':
		strbuf_add_byte(&lexer->text, escaped);
		return 0;
	}
	return fail(lexer, start, _("inside quotes a backslash goes before \" \\ n t or u{…}"));
}

static int
read_quoted(struct lexer *lexer)
{
	size_t start = lexer->at++;

	while (lexer->line[lexer->at] != '"') {
		if (!lexer->line[lexer->at])
			return fail(lexer, start, _("this quote is never closed"));
		if (lexer->line[lexer->at] == '\\') {
			if (read_escape(lexer))
				return -1;
		} else {
			strbuf_add_byte(&lexer->text, lexer->line[lexer->at++]);
		}
	}
	lexer->at++;
	return 0;
}

static int
read_part(struct lexer *lexer, bool *quoted)
{
	switch (lexer->line[lexer->at]) {
	case '\'':
		*quoted = true;
		return read_literal(lexer);
	case '"':
		*quoted = true;
		return read_quoted(lexer);
	case '\\':
		if (!lexer->line[lexer->at + 1])
			return fail(lexer, lexer->at, _("nothing follows this backslash"));
		lexer->at++;
		break;
	}
	strbuf_add_byte(&lexer->text, lexer->line[lexer->at++]);
	return 0;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static int
read_word(struct lexer *lexer)
{
	size_t start = lexer->at;
	bool quoted = false;
	struct word *word;

	while (lexer->line[lexer->at] && !is_blank(lexer->line[lexer->at])) {
		if (read_part(lexer, &quoted))
			return -1;
	}
	word = vec_push(&lexer->words->list);
	word->offset = start;
	word->quoted = quoted;
	word->text = strbuf_detach(&lexer->text);
	return 0;
}

int
words_split(struct words *words, const char *line, struct error *err)
{
	struct lexer lexer = {.line = line, .words = words, .err = err};
	int result = 0;

	words_release(words);
	words_init(words);
	strbuf_init(&lexer.text);
	while (!result) {
		while (is_blank(line[lexer.at]))
			lexer.at++;
		if (!line[lexer.at] || line[lexer.at] == '#')
			break;
		result = read_word(&lexer);
	}
	strbuf_release(&lexer.text);
	return result;
}

void
words_quote(struct strbuf *out, const char *word)
{
	if (*word && *word != '#' && !strpbrk(word, " \t\r\n'\"\\")) {
		strbuf_add_string(out, word);
		return;
	}
	strbuf_add_byte(out, '"');
	for (; *word; word++) {
		if (*word == '"' || *word == '\\')
			strbuf_add_byte(out, '\\');
		if (*word == '\n' || *word == '\t')
			strbuf_addf(out, "\\%c", *word == '\n' ? 'n' : 't');
		else
			strbuf_add_byte(out, *word);
	}
	strbuf_add_byte(out, '"');
}
