// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/text/tex.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>

#include "shoroku/base/compiler.h"
#include "shoroku/text/utf8.h"
#include "text/tex-math.h"

#define LONGEST_FORMULA 2000 // bytes
#define MOST_DEPTH 8

struct source {
	const char *text;
	size_t length;
	size_t at;
	int depth;
};

static void append_text(struct strbuf *out, struct source *source);

bool
tex_likely(const char *text)
{
	return strpbrk(text, "\\$") || strstr(text, "--") || strstr(text, "``");
}

static char
byte_at(const struct source *source, size_t at)
{
	return at < source->length ? source->text[at] : '\0';
}

static uint32_t
mark_of(char accent)
{
	switch (accent) {
	case '\'':
		return 0x301;
	case '`':
		return 0x300;
	case '^':
		return 0x302;
	case '"':
		return 0x308;
	case '~':
		return 0x303;
	case '=':
		return 0x304;
	case '.':
		return 0x307;
	case 'u':
		return 0x306;
	case 'v':
		return 0x30C;
	case 'H':
		return 0x30B;
	case 'c':
		return 0x327;
	case 'k':
		return 0x328;
	case 'r':
		return 0x30A;
	case 'd':
		return 0x323;
	case 'b':
		return 0x331;
	default:
		return 0;
	}
}

// Whether an accent without braces is one: \"Open\" and don\'t are quoted, not accented.
static bool
is_bare_accent(const struct source *source, char accent, char letter)
{
	char before = source->at ? source->text[source->at - 1] : '\0';
	bool word = isalpha((unsigned char)before) || (unsigned char)before >= 0x80;
	bool goes_on = isalpha((unsigned char)byte_at(source, source->at + 3));

	switch (accent) {
	case '\'':
		return letter && strchr("aeiouyAEIOUYcnzCNSZ", letter) ? true
								       : letter == 's' && goes_on;
	case '"':
		return letter && strchr("aeiouyAEIOUY", letter) && word;
	case '`':
	case '^':
		return letter && strchr("aeiouAEIOU", letter);
	case '~':
		return letter && strchr("anoANO", letter);
	default:
		return false; // \. and \= are met in other texts; with braces only
	}
}

// \'e, \'{e}, \'{\i}, {\'e}, \c{c}, \v s. The source stands at the backslash.
static bool
append_accent(struct strbuf *out, struct source *source)
{
	char accent = byte_at(source, source->at + 1);
	uint32_t mark = mark_of(accent);
	bool named = isalpha((unsigned char)accent);
	size_t at = source->at + 2;
	bool brace;
	bool dotless;
	char letter;

	if (!mark)
		return false;
	if (named && byte_at(source, at) == ' ')
		at++;
	else if (named && byte_at(source, at) != '{')
		return false;
	brace = byte_at(source, at) == '{';
	at += brace;
	dotless = byte_at(source, at) == '\\' &&
		  (byte_at(source, at + 1) == 'i' || byte_at(source, at + 1) == 'j');
	at += dotless;
	letter = byte_at(source, at);
	if (!isalpha((unsigned char)letter) || (brace && byte_at(source, at + 1) != '}'))
		return false;
	if (!brace && !named && !dotless && !is_bare_accent(source, accent, letter))
		return false;
	strbuf_add_byte(out, letter);
	strbuf_add_utf8(out, mark);
	source->at = at + 1 + brace;
	return true;
}

// Letters with names: \ss, \o, \L. Only where a blank, a brace or another sign ends the name, and not
// within a path.
static bool
append_letter(struct strbuf *out, struct source *source)
{
	static const struct {
		const char *name;
		const char *text;
	} letters[] = {{"ss", "ß"}, {"ae", "æ"}, {"AE", "Æ"}, {"oe", "œ"}, {"OE", "Œ"},
		       {"aa", "å"}, {"AA", "Å"}, {"o", "ø"},  {"O", "Ø"},  {"l", "ł"},
		       {"L", "Ł"},  {"i", "ı"},	 {"dh", "ð"}, {"th", "þ"}, {"dj", "đ"}};
	const char *name = source->text + source->at + 1;
	char before = source->at ? source->text[source->at - 1] : ' ';
	size_t length = 0;

	while (isalpha((unsigned char)byte_at(source, source->at + 1 + length)))
		length++;
	if (before == ':' || before == '\\' || byte_at(source, source->at + 1 + length) == '\\')
		return false;
	for (size_t i = 0; i < ARRAY_LENGTH(letters); i++) {
		if (strlen(letters[i].name) != length ||
		    strncmp(letters[i].name, name, length) != 0)
			continue;
		strbuf_add_string(out, letters[i].text);
		source->at += 1 + length;
		if (byte_at(source, source->at) == ' ')
			source->at++;
		else if (byte_at(source, source->at) == '{' &&
			 byte_at(source, source->at + 1) == '}')
			source->at += 2;
		return true;
	}
	return false;
}

// The end of the group whose brace opens at `at`; the text's end where it is never closed.
static size_t
group_end(const struct source *source, size_t at)
{
	int depth = 0;

	for (; at < source->length; at++) {
		if (source->text[at] == '\\')
			at++;
		else if (source->text[at] == '{')
			depth++;
		else if (source->text[at] == '}' && --depth == 0)
			return at;
	}
	return source->length;
}

static void
append_inner(struct strbuf *out, const struct source *source, size_t start, size_t end)
{
	struct source inner = {
	    .text = source->text + start, .length = end - start, .depth = source->depth + 1};

	if (inner.depth > MOST_DEPTH)
		strbuf_add(out, inner.text, inner.length);
	else
		append_text(out, &inner);
}

// \emph{text}, and \href{address}{text} with its text alone.
static bool
append_dressed(struct strbuf *out, struct source *source)
{
	static const char *const names[] = {"emph",	 "textit", "textbf", "textrm",	  "textsc",
					    "texttt",	 "textsf", "text",   "mbox",	  "textup",
					    "underline", "mathrm", "url",    "textnormal"};
	const char *name = source->text + source->at + 1;
	size_t length = 0;
	size_t open;
	size_t end;

	while (isalpha((unsigned char)byte_at(source, source->at + 1 + length)))
		length++;
	open = source->at + 1 + length;
	if (byte_at(source, open) != '{')
		return false;
	end = group_end(source, open);
	if (length == 4 && !strncmp(name, "href", 4) && byte_at(source, end + 1) == '{') {
		open = end + 1;
		end = group_end(source, open);
	} else {
		size_t i = 0;

		while (i < ARRAY_LENGTH(names) &&
		       (strlen(names[i]) != length || strncmp(names[i], name, length) != 0))
			i++;
		if (i == ARRAY_LENGTH(names))
			return false;
	}
	if (end >= source->length)
		return false;
	append_inner(out, source, open + 1, end);
	source->at = end + 1;
	return true;
}

// {\bf text}, {\'e}: braces that hold a command.
static bool
append_braced(struct strbuf *out, struct source *source)
{
	static const char *const styles[] = {"bf ", "it ", "em ", "sc ", "tt ", "sl ", "rm "};
	size_t start = source->at + 1;
	size_t end;

	if (byte_at(source, start) != '\\')
		return false;
	end = group_end(source, source->at);
	if (end >= source->length)
		return false;
	for (size_t i = 0; i < ARRAY_LENGTH(styles); i++) {
		if (end - start > 4 && !strncmp(source->text + start + 1, styles[i], 3))
			start += 4;
	}
	append_inner(out, source, start, end);
	source->at = end + 1;
	return true;
}

// Whether what stands between two dollar signs is a formula and no price, variable or talk of money.
static bool
is_formula(const char *text, size_t length, char after)
{
	size_t blanks = 0;
	bool marked = false;
	bool number = true;

	if (!length || text[0] == ' ' || text[length - 1] == ' ' || isalnum((unsigned char)after))
		return false;
	for (size_t i = 0; i < length; i++) {
		blanks += text[i] == ' ';
		marked = marked || strchr("\\^_{}=<>", text[i]);
		number = number && (isdigit((unsigned char)text[i]) || strchr(".,+-", text[i]));
	}
	return marked || number || (!blanks && length <= 12) ||
	       (blanks <= 4 && isdigit((unsigned char)text[length - 1]) && strpbrk(text, "+-*/"));
}

// $…$, $$…$$. The source stands at the dollar sign.
static bool
append_formula(struct strbuf *out, struct source *source)
{
	size_t marks = byte_at(source, source->at + 1) == '$' ? 2 : 1;
	size_t start = source->at + marks;
	size_t limit = source->length - source->at > LONGEST_FORMULA ? source->at + LONGEST_FORMULA
								     : source->length;
	size_t end = start;

	while (end < limit && source->text[end] != '$')
		end += source->text[end] == '\\' ? 2 : 1;
	if (end >= limit || (marks == 2 && byte_at(source, end + 1) != '$'))
		return false;
	if (!is_formula(source->text + start, end - start, byte_at(source, end + marks)))
		return false;
	if (!tex_math_append(out, source->text + start, end - start))
		strbuf_add(out, source->text + source->at, end + marks - source->at);
	source->at = end + marks;
	return true;
}

// Two and three hyphens between words are dashes; one of an option ("--help") is none.
static bool
append_dash(struct strbuf *out, struct source *source)
{
	size_t length = 2;
	char before = source->at ? source->text[source->at - 1] : '\0';
	bool in_table = source->at > 1 && before == ' ' && source->text[source->at - 2] == '|';
	char after;

	while (byte_at(source, source->at + length) == '-')
		length++;
	after = byte_at(source, source->at + length);
	if (length > 3 || in_table || !before || !after || strchr("|!<>-\n", before) ||
	    strchr("|>\n", after) || (before == ' ') != (after == ' ')) {
		strbuf_add(out, source->text + source->at, length);
	} else {
		strbuf_add_string(out, length == 2 ? "–" : "—");
	}
	source->at += length;
	return true;
}

// ``text''
static bool
append_quotes(struct strbuf *out, struct source *source)
{
	const char *rest = source->text + source->at + 2;
	size_t left = source->length - source->at - 2;
	size_t end = 0;

	while (end + 1 < left && (rest[end] != '\'' || rest[end + 1] != '\'') && rest[end] != '`')
		end++;
	if (end + 1 >= left || rest[end] != '\'')
		return false;
	strbuf_add_string(out, "“");
	append_inner(out, source, source->at + 2, source->at + 2 + end);
	strbuf_add_string(out, "”");
	source->at += end + 4;
	return true;
}

static bool
append_backslash(struct strbuf *out, struct source *source)
{
	char next = byte_at(source, source->at + 1);

	if (next && strchr("%&#$_{}", next) && next != '{' && next != '}') {
		strbuf_add_byte(out, next);
		source->at += 2;
		return true;
	}
	return append_accent(out, source) || append_letter(out, source) ||
	       append_dressed(out, source);
}

static bool
append_special(struct strbuf *out, struct source *source)
{
	char next = byte_at(source, source->at + 1);

	switch (source->text[source->at]) {
	case '\\':
		return append_backslash(out, source);
	case '{':
		return append_braced(out, source);
	case '$':
		return append_formula(out, source);
	case '-':
		return next == '-' && append_dash(out, source);
	case '`':
		return next == '`' && append_quotes(out, source);
	default:
		return false;
	}
}

static void
append_text(struct strbuf *out, struct source *source)
{
	while (source->at < source->length) {
		size_t start = source->at;

		while (source->at < source->length && !strchr("\\{$-`", source->text[source->at]))
			source->at++;
		strbuf_add(out, source->text + start, source->at - start);
		if (source->at < source->length && !append_special(out, source))
			strbuf_add_byte(out, source->text[source->at++]);
	}
}

void
tex_append(struct strbuf *out, const char *text, size_t length)
{
	struct source source = {.text = text, .length = length};

	append_text(out, &source);
}
