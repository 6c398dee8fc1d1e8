// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/text/atoms.h"

#include <stdint.h>

#include <unicode/uchar.h>

#include "shoroku/text/utf8.h"

#define MIDDLE_DOT 0x30FB

void
atoms_init(struct atoms *atoms, const char *text, size_t length)
{
	*atoms = (struct atoms){.text = text, .length = length, .run_end = (size_t)-1};
}

// Of the blocks of Han, kana, bopomofo and Hangul; their punctuation aside.
static bool
is_run_character(uint32_t c)
{
	if (c < 0x1100)
		return false;
	return c <= 0x11FF || (c >= 0x2E80 && c <= 0x2FDF) || (c >= 0x3005 && c <= 0x3007) ||
	       (c >= 0x3021 && c <= 0x3029) || (c >= 0x3031 && c <= 0x3035) ||
	       (c >= 0x3041 && c <= 0x3096) || (c >= 0x309D && c <= 0x309F) ||
	       (c >= 0x30A1 && c <= 0x318E && c != MIDDLE_DOT) || (c >= 0x31A0 && c <= 0x31FF) ||
	       (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) ||
	       (c >= 0xA960 && c <= 0xA97C) || (c >= 0xAC00 && c <= 0xD7FB) ||
	       (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x1B000 && c <= 0x1B16F) ||
	       (c >= 0x20000 && c <= 0x3FFFD);
}

static bool
is_word_character(uint32_t c)
{
	if (c < 0x80)
		return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
	return !is_run_character(c) &&
	       U_GET_GC_MASK((UChar32)c) & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK);
}

static bool
is_symbol(uint32_t c)
{
	return c >= 0x80 && U_GET_GC_MASK((UChar32)c) & (U_GC_SM_MASK | U_GC_SO_MASK);
}

// Whether the character at `at` is one of a run; a middle dot is where characters stand on both sides.
static bool
starts_character(const struct atoms *atoms, size_t at, uint32_t c, size_t after)
{
	if (is_run_character(c))
		return true;
	return c == MIDDLE_DOT && atoms->run_end == at && after < atoms->length &&
	       is_run_character(utf8_next(atoms->text, atoms->length, &after));
}

static size_t
word_end(const struct atoms *atoms, size_t end)
{
	for (size_t next = end; next < atoms->length; end = next) {
		if (!is_word_character(utf8_next(atoms->text, atoms->length, &next)))
			break;
	}
	return end;
}

bool
atoms_next(struct atoms *atoms, struct atom *atom)
{
	while (atoms->at < atoms->length) {
		size_t start = atoms->at;
		uint32_t c = utf8_next(atoms->text, atoms->length, &atoms->at);

		*atom = (struct atom){.start = start, .end = atoms->at, .code = c};
		if (starts_character(atoms, start, c, atoms->at)) {
			atom->character = true;
			atom->joined = atoms->run_end == start;
			atoms->run_end = atoms->at;
			return true;
		}
		if (is_word_character(c)) {
			atom->end = atoms->at = word_end(atoms, atoms->at);
			return true;
		}
		if (is_symbol(c))
			return true;
	}
	return false;
}
