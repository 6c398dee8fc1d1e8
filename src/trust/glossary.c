// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/trust/glossary.h"

#include <stdbool.h>
#include <string.h>

#include "glossary-table.h"

// The first row whose term is not before the bytes.
static size_t
lower_bound(const char *bytes, size_t length)
{
	size_t low = 0;
	size_t high = glossary_table_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (strncmp(glossary_table[middle].term, bytes, length) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

// The longest term that stands at the beginning of a text; NULL: none does.
static const struct glossary_row *
longest_at(const char *text, size_t length, size_t character)
{
	const struct glossary_row *found = NULL;

	for (size_t i = lower_bound(text, character); i < glossary_table_count; i++) {
		const char *term = glossary_table[i].term;
		size_t size = strlen(term);

		if (strncmp(term, text, character) != 0)
			break;
		if (size <= length && !memcmp(term, text, size) &&
		    (!found || size > strlen(found->term)))
			found = &glossary_table[i];
	}
	return found;
}

void
glossary_translate(const char *folded, size_t length, struct strbuf *out)
{
	// Every term begins with a character of three bytes.
	for (size_t at = 0; at + 3 <= length;) {
		const struct glossary_row *row = NULL;

		if (((unsigned char)folded[at] & 0xF0) == 0xE0)
			row = longest_at(folded + at, length - at, 3);
		if (row) {
			strbuf_addf(out, "%s ", row->words);
			at += strlen(row->term);
		} else {
			at++;
		}
	}
}

static bool
has_word(const char *words, const char *word, size_t length)
{
	while (*words) {
		size_t size = strcspn(words, " ");

		if (size == length && !memcmp(words, word, length))
			return true;
		words += size + (words[size] == ' ');
	}
	return false;
}

size_t
glossary_terms(const char *word, size_t length, const char *terms[GLOSSARY_MOST_TERMS])
{
	size_t count = 0;

	for (size_t i = 0; i < glossary_table_count && count < GLOSSARY_MOST_TERMS; i++) {
		if (has_word(glossary_table[i].words, word, length))
			terms[count++] = glossary_table[i].term;
	}
	return count;
}
