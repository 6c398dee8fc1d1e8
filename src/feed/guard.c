// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/guard.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "shoroku/base/compiler.h"
#include "shoroku/base/i18n.h"

#define MOST_PARAGRAPH ((size_t)1 << 19) // bytes
#define MOST_REFERENCES 250000		 // of characters, "&amp;"
#define MOST_MARKS 256			 // of quotation or list before one line's text
#define MOST_COLUMNS 128		 // of a table

// The first place of `wanted` at or after `at`, letters of either case; `length` where there is none.
static size_t
find(const char *text, size_t length, size_t at, const char *wanted)
{
	size_t size = strlen(wanted);

	while (at + size <= length) {
		const char *next = memchr(text + at, wanted[0], length - at);

		if (!next)
			return length;
		at = (size_t)(next - text);
		if (at + size <= length && !strncasecmp(next, wanted, size))
			return at;
		at++;
	}
	return length;
}

// Whether a word that begins with '<' stands there. The second character tells mostly.
static bool
begins(const char *text, size_t length, size_t at, const char *word)
{
	size_t size = strlen(word);

	return at + size <= length && tolower((unsigned char)text[at + 1]) == word[1] &&
	       !strncasecmp(text + at, word, size);
}

static size_t
past(const char *text, size_t length, size_t at, const char *end)
{
	size_t found = find(text, length, at, end);

	return found == length ? length : found + strlen(end);
}

size_t
guard_skip(const char *text, size_t length, size_t at)
{
	static const char *const opaque[][2] = {
	    {"<script", "</script"}, {"<style", "</style"}, {"<svg", "</svg"}};

	if (begins(text, length, at, "<!--"))
		return past(text, length, at + 4, "-->");
	if (at + 1 >= length || (text[at + 1] | 0x20) != 's')
		return at;
	for (size_t i = 0; i < ARRAY_LENGTH(opaque); i++) {
		size_t name = strlen(opaque[i][0]);

		if (begins(text, length, at, opaque[i][0]) && at + name < length &&
		    !isalnum((unsigned char)text[at + name]))
			return past(text, length, past(text, length, at, opaque[i][1]), ">");
	}
	return at;
}

struct tag {
	size_t end;
	size_t attributes;
};

// The tag at text[at], which is '<': its end, and how many words it has. A quotation mark counts only
// after an equals sign, as for a parser.
static struct tag
measure(const char *text, size_t length, size_t at)
{
	struct tag tag = {.end = at + 1};
	size_t limit = length - at > GUARD_MOST_TAG ? at + GUARD_MOST_TAG : length;
	bool word = true;

	for (; tag.end < limit && text[tag.end] != '>'; tag.end++) {
		char c = text[tag.end];
		bool blank = isspace((unsigned char)c) || c == '/';

		if (!blank && !word)
			tag.attributes++;
		word = !blank;
		if (c == '=') {
			size_t value = tag.end + 1;

			while (value < limit && isspace((unsigned char)text[value]))
				value++;
			if (value < limit && (text[value] == '"' || text[value] == '\'')) {
				const char *quote =
				    memchr(text + value + 1, text[value], limit - value - 1);

				tag.end = quote ? (size_t)(quote - text) : limit - 1;
				word = false;
			}
		}
	}
	return tag;
}

static int
check_doctype(const char *name, const char *text, size_t length, size_t *at, struct error *err)
{
	for (; *at < length && text[*at] != '>'; ++*at) {
		if (text[*at] == '[')
			return error_set(err, ERROR_DATA,
					 _("%s: a document that declares entities of its own is "
					   "not read"),
					 name);
	}
	return 0;
}

static int
check_references(const char *name, const char *text, size_t length, struct error *err)
{
	size_t count = 0;

	for (const char *at = text; (at = memchr(at, '&', length - (size_t)(at - text))); at++)
		count++;
	if (count > MOST_REFERENCES)
		return error_set(err, ERROR_DATA,
				 _("%s: more than %d references to characters are not read"), name,
				 MOST_REFERENCES);
	return 0;
}

int
guard_markup(const char *name, const char *text, size_t length, struct error *err)
{
	if (check_references(name, text, length, err))
		return -1;
	for (size_t at = 0; at < length;) {
		const char *next = memchr(text + at, '<', length - at);
		struct tag tag;
		size_t skipped;

		if (!next)
			break;
		at = (size_t)(next - text);
		if (begins(text, length, at, "<!doctype")) {
			if (check_doctype(name, text, length, &at, err))
				return -1;
			continue;
		}
		skipped = guard_skip(text, length, at);
		if (skipped > at) {
			at = skipped;
			continue;
		}
		if (at + 1 >= length ||
		    (!isalpha((unsigned char)text[at + 1]) && !strchr("/?!_", text[at + 1]))) {
			at++;
			continue;
		}
		tag = measure(text, length, at);
		if (tag.end - at >= GUARD_MOST_TAG && isalpha((unsigned char)text[at + 1]))
			return error_set(err, ERROR_DATA,
					 _("%s: a tag of more than %zu bytes is not read"), name,
					 GUARD_MOST_TAG);
		if (tag.attributes > GUARD_MOST_ATTRIBUTES && isalpha((unsigned char)text[at + 1]))
			return error_set(err, ERROR_DATA,
					 _("%s: a tag with more than %d attributes is not read"),
					 name, GUARD_MOST_ATTRIBUTES);
		at = isalpha((unsigned char)text[at + 1]) ? tag.end : at + 1;
	}
	return 0;
}

static size_t
line_length(const char *text, size_t length)
{
	const char *feed = memchr(text, '\n', length);

	return feed ? (size_t)(feed - text) : length;
}

static bool
is_mark(char c)
{
	return c == '>' || c == '-' || c == '+' || c == '*' || c == '.' || c == ')';
}

// How deep in quotations and lists the text of a line is, roughly: the marks before it, and an item of a
// list stands at least two columns further in than the one it belongs to.
static size_t
count_marks(const char *line, size_t length)
{
	size_t blanks = 0;
	size_t marks = 0;
	size_t i;

	while (blanks < length && line[blanks] == ' ')
		blanks++;
	for (i = blanks; i < length; i++) {
		if (is_mark(line[i]))
			marks++;
		else if (line[i] != ' ' && line[i] != '\t' && !isdigit((unsigned char)line[i]))
			break;
	}
	return marks ? marks + blanks / 2 : 0;
}

// The columns of the line under a table's head.
static size_t
count_columns(const char *line, size_t length)
{
	size_t columns = 0;

	for (size_t i = 0; i < length; i++) {
		if (!strchr("|-: \t\r", line[i]))
			return 0;
		columns += line[i] == '|';
	}
	return columns;
}

// Headings, items and lines of tables are paragraphs of their own.
static bool
begins_block(const char *line, size_t length)
{
	size_t start = strspn(line, " \t");
	size_t mark = strspn(line + start, "#-*+0123456789.)");

	if (start >= length)
		return false;
	return line[start] == '|' || (mark && start + mark < length && line[start + mark] == ' ');
}

int
guard_markdown(const char *name, const char *text, size_t length, struct error *err)
{
	size_t paragraph = 0;

	for (size_t at = 0; at < length;) {
		size_t line = line_length(text + at, length - at);
		bool blank = strspn(text + at, " \t\r") >= line;

		paragraph = blank ? 0 : begins_block(text + at, line) ? line : paragraph + line;
		if (paragraph > MOST_PARAGRAPH)
			return error_set(err, ERROR_DATA,
					 _("%s: a paragraph of more than %zu bytes is not read"),
					 name, MOST_PARAGRAPH);
		// A line of nothing but dashes or stars is a rule.
		if (count_marks(text + at, line) > MOST_MARKS &&
		    strspn(text + at, "-* \t\r") < line)
			return error_set(err, ERROR_DATA,
					 _("%s: quotations or lists more than %d deep are not "
					   "read"),
					 name, MOST_MARKS);
		if (count_columns(text + at, line) > MOST_COLUMNS)
			return error_set(err, ERROR_DATA,
					 _("%s: a table of more than %d columns is not read"), name,
					 MOST_COLUMNS);
		at += line + 1;
	}
	return 0;
}
