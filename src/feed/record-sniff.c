// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/record-sniff.h"

#include <string.h>

#include "shoroku/base/compiler.h"

static const char *
skip_blanks(const char *at, const char *end)
{
	while (at < end && *at && strchr(" \t\r\n", *at))
		at++;
	return at;
}

// Past the string that begins at `at`; `end` where it is cut off.
static const char *
skip_string(const char *at, const char *end)
{
	for (at++; at < end; at++) {
		if (*at == '\\')
			at++;
		else if (*at == '"')
			return at + 1;
	}
	return end;
}

// Past a value, up to the comma or brace behind it.
static const char *
skip_value(const char *at, const char *end)
{
	int depth = 0;

	while (at < end) {
		if (*at == '"') {
			at = skip_string(at, end);
			continue;
		}
		if (!depth && (*at == ',' || *at == '}' || *at == '\n'))
			return at;
		depth += *at == '{' || *at == '[' ? 1 : *at == '}' || *at == ']' ? -1 : 0;
		at++;
	}
	return end;
}

bool
record_sniff_likes(const char *text, size_t length)
{
	// The first two are needed, and one of the others, which no other maker's digests have.
	static const char *const names[] = {"\"date\"",	     "\"title\"",    "\"key\"",
					    "\"sections\"",  "\"position\"", "\"read\"",
					    "\"favourite\"", "\"rating\""};
	const char *end = text + length;
	const char *at = skip_blanks(text, end);
	unsigned seen = 0;

	if (at == end || *at != '{')
		return false;
	do {
		const char *name = skip_blanks(at + 1, end);
		const char *after = name < end && *name == '"' ? skip_string(name, end) : name;

		for (size_t i = 0; i < ARRAY_LENGTH(names); i++) {
			if ((size_t)(after - name) == strlen(names[i]) &&
			    !memcmp(name, names[i], strlen(names[i])))
				seen |= 1u << i;
		}
		at = skip_value(after, end);
	} while (at < end && *at == ',');
	return (seen & 3u) == 3u && (seen & ~3u);
}
