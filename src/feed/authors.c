// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/authors.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>

#include "shoroku/base/compiler.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/base/vec.h"
#include "shoroku/text/utf8.h"

#define LONGEST_NAME 96
#define MOST_WORDS 6

// The separators of a list; " and " only before the last name, which nobody checks.
static const char *const separators[] = {"、", "，", "；", ",", ";", " and ", " & ", "\n"};
static const char *const truncations[] = {"et al.", "et al", "他", "ほか", "等", "외", "...", "…"};

// Drops what stands in parentheses, of either width: affiliations are no part of a name.
static void
drop_parentheses(struct strbuf *out, const char *text)
{
	int depth = 0;

	while (*text) {
		size_t wide = !strncmp(text, "（", 3) || !strncmp(text, "）", 3) ? 3 : 1;

		if (*text == '(' || !strncmp(text, "（", 3))
			depth++;
		else if (*text == ')' || !strncmp(text, "）", 3))
			depth -= depth > 0;
		else if (!depth)
			strbuf_add_byte(out, *text);
		text += wide;
	}
}

// Where the next separator begins, and its length; the text's end and 0 where there is none. With a
// semicolon in the list, commas belong to names: "Bell, Ann; Li, Bo".
static const char *
next_separator(const char *text, bool semicolons, size_t *length)
{
	for (; *text; text++) {
		if (!strchr(",; \n\xe3\xef", *text))
			continue;
		for (size_t i = 0; i < ARRAY_LENGTH(separators); i++) {
			*length = strlen(separators[i]);
			if (semicolons && !strstr("；;\n", separators[i]))
				continue;
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
	while (*start < *end && strchr(" *`_\"", **start))
		++*start;
	while (*end > *start && strchr(" *`_\"", (*end)[-1]))
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
		const char *word = *end - length;

		if ((size_t)(*end - start) < length || strncmp(word, truncations[i], length) != 0)
			continue;
		// A sign after a letter of the same kind is part of a name.
		if (word > start && (unsigned char)*word >= 0xE4 && (unsigned char)word[-1] >= 0x80)
			continue;
		*end = word;
		while (*end > start && strchr(" ,", (*end)[-1]))
			--*end;
		return true;
	}
	return false;
}

static bool
is_suffix(const char *start, size_t length)
{
	static const char *const suffixes[] = {"Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"};

	for (size_t i = 0; i < ARRAY_LENGTH(suffixes); i++) {
		if (strlen(suffixes[i]) == length && !strncmp(suffixes[i], start, length))
			return true;
	}
	return false;
}

// Past signs before the first letter, such as an emoji.
static const char *
skip_signs(const char *text)
{
	size_t length = strlen(text);
	size_t at = 0;

	while (at < length) {
		size_t next = at;

		if (utf8_is_letter(utf8_next(text, length, &next)))
			break;
		at = next;
	}
	return at < length ? text + at : text;
}

struct names {
	VEC(const char *) list;
};

static void
add_name(struct names *names, struct arena *arena, const char *start, const char *end)
{
	size_t length = (size_t)(end - start);
	struct strbuf joined;

	if (!is_suffix(start, length) || !names->list.count) {
		*vec_push(&names->list) = arena_strndup(arena, start, length);
		return;
	}
	strbuf_init(&joined);
	strbuf_addf(&joined, "%s, ", names->list.items[names->list.count - 1]);
	strbuf_add(&joined, start, length);
	names->list.items[names->list.count - 1] = arena_strdup(arena, joined.data);
	strbuf_release(&joined);
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
words_fit_name(const char *start, const char *end)
{
	while (start < end) {
		size_t length = strcspn(start, " ");

		if (start + length > end)
			length = (size_t)(end - start);
		if (length && !word_fits_name(start, length))
			return false;
		start += length + 1;
	}
	return true;
}

// "Bell, Ann", "van der Berg, Jan": a family name of one word and what may precede it, a comma, other
// names. "Ann Bell, Oslo" is a name and a place.
static bool
is_inverted(const char *name)
{
	const char *comma = strstr(name, ", ");

	if (!comma || comma == name || strchr(comma + 1, ',') || !comma[2] ||
	    is_suffix(comma + 2, strlen(comma + 2)))
		return false;
	for (const char *space; (space = memchr(name, ' ', (size_t)(comma - name)));
	     name = space + 1) {
		if (!is_particle(name, (size_t)(space - name)))
			return false;
	}
	return words_fit_name(name, comma) && words_fit_name(comma + 2, comma + strlen(comma));
}

// In a list parted by semicolons all names may be written as catalogues do, or none.
static void
turn_inverted(struct names *names, struct arena *arena)
{
	if (names->list.count < 2)
		return;
	for (size_t i = 0; i < names->list.count; i++) {
		if (!is_inverted(names->list.items[i]))
			return;
	}
	for (size_t i = 0; i < names->list.count; i++) {
		const char *name = names->list.items[i];
		size_t family = (size_t)(strstr(name, ", ") - name);
		struct strbuf turned;

		strbuf_init(&turned);
		strbuf_addf(&turned, "%s %.*s", name + family + 2, (int)family, name);
		names->list.items[i] = arena_strdup(arena, turned.data);
		strbuf_release(&turned);
	}
}

void
authors_split(struct arena *arena, const char *text, struct authors *authors)
{
	struct names names = {0};
	struct strbuf plain;
	bool semicolons;

	*authors = (struct authors){0};
	strbuf_init(&plain);
	drop_parentheses(&plain, skip_signs(text));
	semicolons = strchr(plain.data, ';') || strstr(plain.data, "；");
	for (text = plain.data; *text;) {
		size_t separator;
		const char *end = next_separator(text, semicolons, &separator);
		const char *next = end + separator;
		const char *start = text;

		trim(&start, &end);
		if (drop_truncation(start, &end))
			authors->truncated = true;
		if (end > start)
			add_name(&names, arena, start, end);
		text = next;
	}
	if (semicolons)
		turn_inverted(&names, arena);
	authors->count = names.list.count;
	authors->names = arena_alloc(arena, (authors->count + 1) * sizeof(*authors->names));
	if (authors->count)
		memcpy(authors->names, names.list.items, authors->count * sizeof(*authors->names));
	vec_release(&names.list);
	strbuf_release(&plain);
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
