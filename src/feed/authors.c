// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/authors.h"

#include <ctype.h>
#include <string.h>

#include <stdint.h>

#include "shoroku/base/compiler.h"
#include "shoroku/base/vec.h"
#include "shoroku/text/utf8.h"

#define LONGEST_NAME 96
#define MOST_WORDS 6

// The separators of a list; " and " only before the last name, which nobody checks.
static const char *const separators[] = {",", "、", "，", ";", "；", " and ", " & ", "\n"};
static const char *const truncations[] = {"et al.", "et al", "他", "ほか", "...", "…"};

// Where the next separator begins, and its length; the text's end and 0 where there is none.
static const char *
next_separator(const char *text, size_t *length)
{
	for (; *text; text++) {
		for (size_t i = 0; i < ARRAY_LENGTH(separators); i++) {
			*length = strlen(separators[i]);
			if (!strncmp(text, separators[i], *length))
				return text;
		}
	}
	*length = 0;
	return text;
}

static void
trim(const char **start, const char **end)
{
	while (*start < *end && **start == ' ')
		++*start;
	while (*end > *start && (*end)[-1] == ' ')
		--*end;
	// Oxford comma: "B, and C".
	if (*end - *start > 4 && !strncmp(*start, "and ", 4))
		*start += 4;
}

// Drops "et al." and its kin from the end of a name; true when there was one.
static bool
drop_truncation(const char *start, const char **end)
{
	for (size_t i = 0; i < ARRAY_LENGTH(truncations); i++) {
		size_t length = strlen(truncations[i]);

		if ((size_t)(*end - start) >= length &&
		    !strncmp(*end - length, truncations[i], length)) {
			*end -= length;
			while (*end > start && (*end)[-1] == ' ')
				--*end;
			return true;
		}
	}
	return false;
}

void
authors_split(struct arena *arena, const char *text, struct authors *authors)
{
	VEC(const char *) names = {0};

	*authors = (struct authors){0};
	while (*text) {
		size_t separator;
		const char *end = next_separator(text, &separator);
		const char *next = end + separator;
		const char *start = text;

		trim(&start, &end);
		if (drop_truncation(start, &end))
			authors->truncated = true;
		if (end > start)
			*vec_push(&names) = arena_strndup(arena, start, (size_t)(end - start));
		text = next;
	}
	authors->count = names.count;
	authors->names = arena_alloc(arena, (names.count + 1) * sizeof(*names.items));
	if (names.count)
		memcpy(authors->names, names.items, names.count * sizeof(*names.items));
	vec_release(&names);
}

static bool
is_particle(const char *word, size_t length)
{
	static const char *const particles[] = {
	    "van", "von", "de",	 "der", "den", "del", "della", "di", "da", "dos", "du", "la", "le",
	    "el",  "al",  "bin", "ibn", "ten", "ter", "und",   "y",  "zu", "af",  "of", "the"};

	for (size_t i = 0; i < ARRAY_LENGTH(particles); i++) {
		if (strlen(particles[i]) == length && !strncmp(particles[i], word, length))
			return true;
	}
	return false;
}

static bool
word_fits_name(const char *word, size_t length)
{
	unsigned char first = (unsigned char)*word;

	if (first >= 0x80 || isupper(first) || first == '(')
		return true;
	return is_particle(word, length) || (length > 2 && (word[1] == '\'' || word[2] == '-'));
}

static bool
looks_like_name(const char *name)
{
	size_t length = strlen(name);
	int words = 0;

	if (length < 2 || length > LONGEST_NAME || strpbrk(name, "0123456789:!?=\"") ||
	    strstr(name, "。") || strstr(name, "！") || strstr(name, "？"))
		return false;
	for (const char *word = name; *word;) {
		size_t word_length = strcspn(word, " ");

		if (word_length && (++words > MOST_WORDS || !word_fits_name(word, word_length)))
			return false;
		word += word_length + strspn(word + word_length, " ");
	}
	// A name in Latin script has more than one word; one in kana or Han letters is short.
	return words >= 2 || ((unsigned char)*name >= 0x80 && utf8_count(name, length) <= 12);
}

bool
authors_look_like(const char *text)
{
	struct authors authors;
	struct arena arena;
	size_t length = strlen(text);
	bool result;

	if (!length || strstr(text, "。"))
		return false;
	arena_init(&arena);
	authors_split(&arena, text, &authors);
	result = authors.count > 0;
	for (size_t i = 0; result && i < authors.count; i++)
		result = looks_like_name(authors.names[i]);
	// A list without an end may hold one odd name; a single piece must be a name for sure.
	arena_release(&arena);
	return result;
}
