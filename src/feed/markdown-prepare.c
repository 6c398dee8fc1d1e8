// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/markdown-prepare.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#define LONGEST_FORMULA 400 // bytes

// Where the formula that begins at text[at] ends on its line; `at` where none does.
static size_t
formula_end(const char *text, size_t length, size_t at)
{
	size_t limit = length - at > LONGEST_FORMULA ? at + LONGEST_FORMULA : length;

	if (at + 2 >= limit || text[at + 1] == ' ' || (at && text[at - 1] == '\\'))
		return at;
	for (size_t end = at + 1; end < limit && text[end] != '\n'; end++) {
		if (text[end] == '$' && text[end - 1] != '\\')
			return text[end - 1] == ' ' || end == at + 1 ? at : end;
	}
	return at;
}

// The line under a table's head, where each column has a dash at least (GitHub Flavored Markdown 4.10);
// md4c wants three.
static bool
is_table_line(const char *line, size_t length)
{
	bool dash = false;
	bool bar = false;

	for (size_t i = 0; i < length; i++) {
		if (!strchr("|-: \t\r", line[i]))
			return false;
		dash = dash || line[i] == '-';
		bar = bar || line[i] == '|';
	}
	return dash && bar;
}

static void
add_table_line(struct strbuf *out, const char *line, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		bool alone = line[i] == '-' && (i == 0 || line[i - 1] != '-') &&
			     (i + 1 == length || line[i + 1] != '-' || i + 2 == length ||
			      line[i + 2] != '-');

		strbuf_add_string(out, alone ? "--" : "");
		strbuf_add_byte(out, line[i]);
	}
}

// Whether the backslash at line[at] is an accent's in TeX, as in Fr\'echet, and no escape of Markdown's.
static bool
is_accent(const char *line, size_t length, size_t at)
{
	bool word = at && (isalpha((unsigned char)line[at - 1]) || line[at - 1] == '{');

	if (at + 2 >= length || !line[at + 1] || !strchr("'\"`^~=.", line[at + 1]))
		return false;
	return line[at + 2] == '{' || ((word || isupper((unsigned char)line[at + 2])) &&
				       isalpha((unsigned char)line[at + 2]));
}

// The stars and low lines of formulas are hidden, since Markdown would take them for emphasis.
static void
hide_signs(struct strbuf *out, const char *line, size_t length)
{
	strbuf_add(out, line, length);
	for (size_t at = 0; at < length; at++) {
		size_t end = line[at] == '$' ? formula_end(line, length, at) : at;

		if (line[at] == '\\' && is_accent(line, length, at))
			out->data[out->length - length + at] = MARKDOWN_BACKSLASH;
		for (; at < end; at++) {
			if (line[at] == '*')
				out->data[out->length - length + at] = MARKDOWN_STAR;
			else if (line[at] == '_')
				out->data[out->length - length + at] = MARKDOWN_LINE;
		}
	}
}

const char *
markdown_prepare(struct strbuf *out, const char *text, size_t *length)
{
	bool signs = memchr(text, '$', *length) || memchr(text, '\\', *length);
	size_t done = 0; // up to here the text is in `out`

	for (size_t at = 0, line; at < *length; at += line) {
		const char *feed = memchr(text + at, '\n', *length - at);
		bool table;

		line = feed ? (size_t)(feed - text) - at : *length - at;
		table = is_table_line(text + at, line);
		if (table ||
		    (signs && (memchr(text + at, '$', line) || memchr(text + at, '\\', line)))) {
			strbuf_add(out, text + done, at - done);
			if (table)
				add_table_line(out, text + at, line);
			else
				hide_signs(out, text + at, line);
			done = at + line;
		}
		line += feed != NULL;
	}
	if (!done)
		return text;
	strbuf_add(out, text + done, *length - done);
	*length = out->length;
	return out->data;
}
