// SPDX-License-Identifier: GPL-3.0-or-later
#include "person.h"

#include <string.h>

#include "shoroku/base/compiler.h"
#include "shoroku/model/name.h"
#include "shoroku/text/utf8.h"

#define LAST_OF_EUROPE 0x052F // Latin, Greek and Cyrillic lie below

// Words of those who sign as a body.
static const char *const bodies[] = {
    "AI",      "Association", "Authors",    "Center",	   "Centre",  "Collaboration", "Committee",
    "Company", "Consortium",  "Corp",	    "Corporation", "Group",   "Inc",	       "Institute",
    "Lab",     "Labs",	      "Laboratory", "Network",	   "Project", "Research",      "Society",
    "Survey",  "Team",	      "University", "Workshop",
};

static bool
is_body(const char *word, size_t length)
{
	for (size_t i = 0; i < ARRAY_LENGTH(bodies); i++) {
		if (strlen(bodies[i]) == length && !strncmp(bodies[i], word, length))
			return true;
	}
	return false;
}

static bool
is_han_or_hangul(uint32_t c)
{
	return c == 0x3005 || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) ||
	       (c >= 0x20000 && c <= 0x3FFFF);
}

static bool
is_hiragana(uint32_t c)
{
	return c >= 0x3041 && c <= 0x309F;
}

// "山田 太郎", "김 철수": the family first. Katakana words may be a foreigner's, given name first.
static bool
split_east_asian(const char *name, struct person *person)
{
	const char *blank = strchr(name, ' ');
	size_t length = strlen(name);

	if (!blank || strchr(blank + 1, ' '))
		return false;
	for (size_t at = 0; at < length;) {
		bool in_family = name + at < blank;
		uint32_t c = utf8_next(name, length, &at);

		if (c != ' ' && !is_han_or_hangul(c) && (in_family || !is_hiragana(c)))
			return false;
	}
	*person = (struct person){name, (size_t)(blank - name), blank + 1, strlen(blank + 1)};
	return person->family_length && person->given_length;
}

// Letters of Europe's scripts with what joins them in a name.
static bool
is_european(const char *name)
{
	size_t length = strlen(name);

	for (size_t at = 0; at < length;) {
		uint32_t c = utf8_next(name, length, &at);
		bool ascii_letter = (c | 32) >= 'a' && (c | 32) <= 'z';
		bool joins = c == ' ' || c == '.' || c == '\'' || c == '-' || c == 0x2019 ||
			     c == 0x2010 || c == 0x2011;
		bool letter = (c >= 0xC0 && c <= LAST_OF_EUROPE && c != 0xD7 && c != 0xF7) ||
			      (c >= 0x1E00 && c <= 0x1FFF);

		if (!ascii_letter && !joins && !letter)
			return false;
	}
	return true;
}

// "E.", "J.-P.", "J" and the like.
static bool
is_initial(const char *word, size_t length)
{
	return word[length - 1] == '.' || length == 1;
}

// An abbreviation such as NVIDIA, or a name like McDonald? Only the former is no person's.
static bool
is_capitals(const char *word, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if (word[i] < 'A' || word[i] > 'Z')
			return false;
	}
	return length > 3;
}

// One whole given name, the others initials, in front of the family's.
static bool
is_given(const char *text, size_t length)
{
	size_t whole = 0;

	for (size_t at = 0; at < length;) {
		size_t end = at;

		while (end < length && text[end] != ' ')
			end++;
		if (end > at && is_capitals(text + at, end - at))
			return false;
		whole += end > at && !is_initial(text + at, end - at);
		at = end + 1;
	}
	return whole <= 1;
}

static bool
has_body(const char *name)
{
	for (const char *word = name; *word;) {
		size_t length = strcspn(word, " ");

		if (is_body(word, length))
			return true;
		word += length + (word[length] == ' ');
	}
	return false;
}

bool
person_split(const char *name, struct person *person)
{
	size_t length = strlen(name);
	size_t given;
	const char *family;

	if (!length || split_east_asian(name, person))
		return length > 0;
	if (!is_european(name) || has_body(name))
		return false;
	family = name_family(name, &person->family_length);
	given = (size_t)(family - name);
	while (given && name[given - 1] == ' ')
		given--;
	// A suffix such as Jr. behind the family's name leaves it to the reader.
	if (!given || family + person->family_length != name + length || !is_given(name, given) ||
	    is_initial(family, person->family_length) || is_capitals(family, person->family_length))
		return false;
	person->family = family;
	person->given = name;
	person->given_length = given;
	return true;
}
