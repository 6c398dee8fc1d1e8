// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "feed/sniff.h"

#include <string.h>

bool
sniff_has(const struct reader_input *input, size_t bytes, const char *text)
{
	size_t length = input->length < bytes ? input->length : bytes;

	return length && memmem(input->text, length, text, strlen(text));
}

static size_t
skip_blanks(const struct reader_input *input, size_t at)
{
	while (at < input->length && input->text[at] && strchr(" \t\r\n", input->text[at]))
		at++;
	return at;
}

char
sniff_first(const struct reader_input *input)
{
	size_t at = skip_blanks(input, 0);

	return at < input->length ? input->text[at] : '\0';
}

bool
sniff_is_json(const struct reader_input *input)
{
	char first = sniff_first(input);
	size_t at = skip_blanks(input, skip_blanks(input, 0) + 1);
	char second = at < input->length ? input->text[at] : '\0';

	return (first == '{' && (second == '"' || second == '}')) ||
	       (first == '[' && (second == '{' || second == '[' || second == ']'));
}

// Where the markup that begins at `at` ends: a comment, an instruction, a DOCTYPE; NULL: none of them.
static const char *
end_of_markup(const char *at, const char *end)
{
	size_t left = (size_t)(end - at);
	char quote = 0;
	bool inside = false; // the declarations of a DOCTYPE

	if (left > 4 && !memcmp(at, "<!--", 4)) {
		at = memmem(at + 4, left - 4, "-->", 3);
		return at ? at + 3 : end;
	}
	if (left > 2 && at[1] == '?') {
		at = memmem(at + 2, left - 2, "?>", 2);
		return at ? at + 2 : end;
	}
	if (left < 2 || at[1] != '!')
		return NULL;
	for (; at < end && (quote || inside || *at != '>'); at++) {
		if (!quote && (*at == '[' || *at == ']'))
			inside = *at == '[';
		if (quote ? *at == quote : *at == '"' || *at == '\'')
			quote = quote ? 0 : *at;
	}
	return at < end ? at + 1 : end;
}

// Past blanks, instructions, comments and a DOCTYPE; `end` where the text ends before.
static const char *
skip_prolog(const char *at, const char *end)
{
	while (at < end) {
		const char *next = *at == '<' ? end_of_markup(at, end) : NULL;

		if (*at && strchr(" \t\r\n", *at))
			next = at + 1;
		if (!next)
			return at;
		at = next;
	}
	return end;
}

bool
sniff_xml_root(const struct reader_input *input, const char *local_name)
{
	const char *end = input->text + input->length;
	const char *at = skip_prolog(input->text, end);
	const char *name = at < end ? at + 1 : end;
	size_t wanted = strlen(local_name);

	if (at >= end || *at != '<')
		return false;
	for (at = name; at < end && !strchr(" \t\r\n/>", *at); at++) {
		if (*at == ':')
			name = at + 1;
	}
	return at < end && (size_t)(at - name) == wanted && !memcmp(name, local_name, wanted);
}
