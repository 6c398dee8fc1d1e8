// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/front-matter.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "shoroku/base/strbuf.h"
#include "shoroku/text/clean.h"

#define MOST_KEYS 1000

struct line {
	const char *text; // without indentation and its end
	size_t length;
	size_t indent;
};

struct front_matter {
	struct blocks *blocks;
	struct strbuf key;
	struct strbuf value;
	size_t indent;	 // of the key
	char scalar;	 // '|' or '>' while lines of a text follow
	size_t number;	 // of the line
	size_t key_line; // of the key
};

static struct line
line_at(const char *text, size_t length)
{
	const char *feed = memchr(text, '\n', length);
	size_t size = feed ? (size_t)(feed - text) : length;
	struct line line = {.length = size};

	while (line.indent < size && (text[line.indent] == ' ' || text[line.indent] == '\t'))
		line.indent++;
	line.text = text + line.indent;
	line.length = size - line.indent;
	while (line.length && strchr(" \t\r", line.text[line.length - 1]))
		line.length--;
	return line;
}

static void
finish(struct front_matter *matter)
{
	char *value = clean_string(matter->value.data, matter->value.length, CLEAN_TEXT);
	size_t length = strlen(value);

	while (length && strchr(" \n", value[length - 1]))
		value[--length] = '\0';
	if (matter->key.length && length && matter->blocks->list.count < MOST_KEYS &&
	    strcmp(value, "null") != 0 && strcmp(value, "~") != 0)
		blocks_add_meta(matter->blocks, matter->key.data, value, matter->key_line);
	strbuf_clear(&matter->key);
	strbuf_clear(&matter->value);
	matter->scalar = 0;
	free(value);
}

// Adds a plain or quoted value.
static void
add_value(struct front_matter *matter, const char *text, size_t length)
{
	char quote = length >= 2 && (*text == '"' || *text == '\'') ? *text : 0;

	if (quote && text[length - 1] == quote) {
		text++;
		length -= 2;
	} else {
		quote = 0;
	}
	for (size_t i = 0; i < length; i++) {
		if (quote == '"' && text[i] == '\\' && i + 1 < length)
			strbuf_add_byte(&matter->value, text[++i] == 'n' ? '\n' : text[i]);
		else if (quote == '\'' && text[i] == '\'' && i + 1 < length && text[i + 1] == '\'')
			strbuf_add_byte(&matter->value, text[++i]);
		else
			strbuf_add_byte(&matter->value, text[i]);
	}
}

static void
begin_item(struct front_matter *matter)
{
	if (matter->value.length)
		strbuf_add_byte(&matter->value, '\n');
}

// "[a, "b, c"]", both brackets included.
static void
add_list(struct front_matter *matter, const char *text, size_t length)
{
	size_t at = 1;

	while (at + 1 < length) {
		size_t end;
		char quote;

		at += strspn(text + at, " ,");
		if (at + 1 >= length)
			break;
		quote = text[at] == '"' || text[at] == '\'' ? text[at] : 0;
		end = at + 1;
		while (end + 1 < length && (quote ? text[end] != quote : text[end] != ','))
			end++;
		end += quote != 0;
		if (end > length - 1)
			end = length - 1;
		begin_item(matter);
		add_value(matter, text + at, end - at);
		at = end;
	}
}

// Where the colon after a key is; 0 where the line has no key.
static size_t
key_length(const struct line *line)
{
	size_t at = 0;

	while (at < line->length &&
	       (isalnum((unsigned char)line->text[at]) || strchr("_-.", line->text[at]) ||
		(unsigned char)line->text[at] >= 0x80))
		at++;
	if (!at || at >= line->length || line->text[at] != ':' ||
	    (at + 1 < line->length && line->text[at + 1] != ' '))
		return 0;
	return at;
}

static void
take_value(struct front_matter *matter, const char *text, size_t length)
{
	if (!length || *text == '#')
		return;
	if ((*text == '|' || *text == '>') && length <= 2)
		matter->scalar = *text;
	else if (*text == '[' && text[length - 1] == ']')
		add_list(matter, text, length);
	else
		add_value(matter, text, length);
}

static void
take_line(struct front_matter *matter, const struct line *line)
{
	size_t key = key_length(line);
	bool item = line->length >= 2 && line->text[0] == '-' && line->text[1] == ' ';

	if (matter->scalar && (!line->length || line->indent > matter->indent)) {
		if (matter->value.length)
			strbuf_add_byte(&matter->value, matter->scalar == '|' ? '\n' : ' ');
		strbuf_add(&matter->value, line->text, line->length);
		return;
	}
	if (!line->length || line->text[0] == '#')
		return;
	if (item) {
		begin_item(matter);
		add_value(matter, line->text + 2, line->length - 2);
	} else if (key) {
		finish(matter);
		matter->indent = line->indent;
		matter->key_line = matter->number;
		strbuf_add(&matter->key, line->text, key);
		key++;
		while (key < line->length && line->text[key] == ' ')
			key++;
		take_value(matter, line->text + key, line->length - key);
	} else if (matter->key.length && line->indent > matter->indent) {
		if (matter->value.length)
			strbuf_add_byte(&matter->value, ' ');
		add_value(matter, line->text, line->length);
	}
}

static bool
is_fence(const struct line *line)
{
	return line->length == 3 && !line->indent && !memcmp(line->text, "---", 3);
}

// Where the closing fence's line ends; 0 where it never comes.
static size_t
find_end(const char *text, size_t length)
{
	size_t at = 0;
	size_t fences = 0;
	size_t number = 0;

	while (at < length) {
		struct line line = line_at(text + at, length - at);
		const char *feed = memchr(text + at, '\n', length - at);

		fences += is_fence(&line);
		number++;
		// A rule is followed by other things than a key.
		if ((number == 1 && !fences) ||
		    (number == 2 && fences == 1 && !key_length(&line) && line.text[0] != '#'))
			return 0;
		at = feed ? (size_t)(feed - text) + 1 : length;
		if (fences == 2)
			return at;
	}
	return 0;
}

size_t
front_matter_read(struct blocks *blocks, const char *text, size_t length)
{
	struct front_matter matter = {.blocks = blocks};
	size_t end = find_end(text, length);
	size_t at = 0;

	strbuf_init(&matter.key);
	strbuf_init(&matter.value);
	while (at < end) {
		struct line line = line_at(text + at, end - at);
		const char *feed = memchr(text + at, '\n', end - at);

		matter.number++;
		if (!is_fence(&line))
			take_line(&matter, &line);
		at = feed ? (size_t)(feed - text) + 1 : end;
	}
	finish(&matter);
	strbuf_release(&matter.key);
	strbuf_release(&matter.value);
	return end;
}
