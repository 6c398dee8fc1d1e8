// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/model/name.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include "shoroku/base/compiler.h"
#include "shoroku/text/utf8.h"

#define FIRST_EAST_ASIAN 0x2E80 // CJK radicals; Han, kana and Hangul syllables lie above

static bool
is_east_asian(const char *name)
{
	size_t offset = 0;

	return *name && utf8_next(name, strlen(name), &offset) >= FIRST_EAST_ASIAN;
}

static bool
is_suffix(const char *word, size_t length)
{
	static const char *const suffixes[] = {"Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"};

	for (size_t i = 0; i < ARRAY_LENGTH(suffixes); i++) {
		if (strlen(suffixes[i]) == length && !strncmp(suffixes[i], word, length))
			return true;
	}
	return false;
}

// The start of the word that ends at `end`.
static const char *
word_start(const char *name, const char *end)
{
	while (end > name && end[-1] != ' ')
		end--;
	return end;
}

static const char *
skip_blanks_back(const char *name, const char *end)
{
	while (end > name && end[-1] == ' ')
		end--;
	return end;
}

const char *
name_family(const char *name, size_t *length)
{
	const char *end = skip_blanks_back(name, name + strlen(name));
	const char *start = word_start(name, end);
	const char *before;

	if (is_east_asian(name)) {
		*length = strcspn(name, " ");
		return name;
	}
	if (start > name && is_suffix(start, (size_t)(end - start))) {
		end = skip_blanks_back(name, start);
		start = word_start(name, end);
	}
	while ((before = word_start(name, skip_blanks_back(name, start))) > name &&
	       islower((unsigned char)*before))
		start = before;
	*length = (size_t)(end - start);
	return start;
}
