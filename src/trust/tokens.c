// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/trust/tokens.h"

#include <string.h>

#include "shoroku/text/atoms.h"
#include "shoroku/text/utf8.h"

#define LONGEST_KATAKANA_WORD 24 // characters

enum script { SCRIPT_NONE, SCRIPT_HAN, SCRIPT_KATAKANA };

// The run of one script being read: where its last characters begin, the newest last.
struct run {
	enum script script;
	size_t start;
	size_t end;
	size_t before[2]; // the beginnings of the last two characters
	int count;
};

struct reading {
	const char *text;
	void (*give)(void *context, const struct trust_token *token);
	void *context;
	struct run run;
};

// FNV-1a, its halves mixed.
static uint32_t
hash(const char *text, size_t length)
{
	uint32_t value = 2166136261u;

	for (size_t i = 0; i < length; i++)
		value = (value ^ (unsigned char)text[i]) * 16777619u;
	value = (value ^ value >> 15) * 0x85EBCA6Bu;
	value ^= value >> 13;
	return value ? value : 1;
}

static void
give(const struct reading *reading, size_t start, size_t end, bool word)
{
	const struct trust_token token = {hash(reading->text + start, end - start), word, start,
					  end};

	reading->give(reading->context, &token);
}

static enum script
script_of(uint32_t c)
{
	if (c < 0x3005)
		return c >= 0x1100 && c <= 0x11FF ? SCRIPT_HAN : SCRIPT_NONE;
	if (c >= 0x3041 && c <= 0x309F)
		return SCRIPT_NONE;
	if (c >= 0x30A1 && c <= 0x30FF)
		return SCRIPT_KATAKANA;
	return SCRIPT_HAN;
}

static void
end_run(struct reading *reading)
{
	const struct run *run = &reading->run;

	if (run->script == SCRIPT_KATAKANA && run->count > 1 && run->count <= LONGEST_KATAKANA_WORD)
		give(reading, run->start, run->end, false);
	reading->run.script = SCRIPT_NONE;
}

static void
add_character(struct reading *reading, const struct atom *atom, enum script script)
{
	struct run *run = &reading->run;

	if (run->script != script || run->end != atom->start) {
		end_run(reading);
		*run = (struct run){.script = script, .start = atom->start};
	}
	run->count++;
	if (script == SCRIPT_HAN && run->count > 1)
		give(reading, run->before[1], atom->end, false);
	// The triple of a word of three is the word itself, which comes at its end.
	if (script == SCRIPT_KATAKANA && run->count > 2)
		give(reading, run->before[0], atom->end, false);
	run->before[0] = run->before[1];
	run->before[1] = atom->start;
	run->end = atom->end;
}

// Whether a word of letters says something: it has a letter and is more than one character.
static bool
is_telling(const char *word, size_t length)
{
	size_t at = 0;
	bool letter = false;

	for (size_t i = 0; i < length && !letter; i++)
		letter = (unsigned char)word[i] > '9';
	if (!letter || length < 2)
		return false;
	utf8_next(word, length, &at);
	return at < length;
}

static bool
is_graphic(char c)
{
	return c > ' ' && c < 0x7F;
}

// Where the address that begins with a word ends, with or without its scheme; the word's end for others.
// Whoever writes https://host/Xq7 or host.net/Xq7 says nothing by it.
static size_t
address_end(const char *text, size_t length, size_t end)
{
	size_t at = end;
	bool dot = false;

	if (length - end > 3 && !memcmp(text + end, "://", 3)) {
		at += 3;
	} else {
		while (at < length && is_graphic(text[at]) && text[at] != '/')
			dot |= text[at++] == '.';
		if (!dot || length - at < 2 || text[at] != '/' || !is_graphic(text[at + 1]))
			return end;
	}
	while (at < length && is_graphic(text[at]))
		at++;
	return at;
}

// Where the name behind an @ ends.
static size_t
name_end(const char *text, size_t length, size_t at)
{
	while (at < length && (text[at] == '_' || (text[at] >= '0' && text[at] <= '9') ||
			       (text[at] >= 'a' && text[at] <= 'z')))
		at++;
	return at;
}

void
tokens_each(const char *folded, size_t length,
	    void (*give_token)(void *context, const struct trust_token *token), void *context)
{
	struct reading reading = {.text = folded, .give = give_token, .context = context};
	struct atoms atoms;
	struct atom atom;
	size_t skipped = 0; // the end of the last address

	atoms_init(&atoms, folded, length);
	while (atoms_next(&atoms, &atom)) {
		enum script script = SCRIPT_NONE;

		if (atom.start < skipped)
			continue;
		if (atom.character && atom.code != 0x30FB)
			script = script_of(atom.code);
		if (script != SCRIPT_NONE) {
			add_character(&reading, &atom, script);
			continue;
		}
		end_run(&reading);
		if (atom.character || !is_telling(folded + atom.start, atom.end - atom.start))
			continue;
		if (atom.start && folded[atom.start - 1] == '@') {
			skipped = name_end(folded, length, atom.end);
			continue;
		}
		skipped = address_end(folded, length, atom.end);
		if (skipped == atom.end)
			give(&reading, atom.start, atom.end, true);
	}
	end_run(&reading);
}

size_t
tokens_reach(const char *text)
{
	size_t length = strnlen(text, TRUST_LONGEST_TEXT + 1);

	if (length <= TRUST_LONGEST_TEXT)
		return length;
	length = TRUST_LONGEST_TEXT;
	while (length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80)
		length--;
	return length;
}
