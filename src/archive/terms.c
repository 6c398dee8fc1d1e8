// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/terms.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "shoroku/text/atoms.h"
#include "shoroku/text/fold.h"
#include "shoroku/text/utf8.h"

size_t
terms_word_length(const char *word, size_t length)
{
	size_t cut = TERMS_LONGEST_WORD;

	if (length <= cut)
		return length;
	while (cut > 0 && ((unsigned char)word[cut] & 0xC0) == 0x80)
		cut--;
	return cut;
}

static void
give_word(const struct terms_sink *sink, const char *word, size_t length, uint32_t place)
{
	size_t end = 0;

	sink->term(sink->context, TERM_WORD, word, terms_word_length(word, length), place);
	for (int letters = 0; letters < TERMS_LONGEST_EDGE; letters++) {
		utf8_next(word, length, &end);
		if (end >= length)
			break;
		sink->term(sink->context, TERM_EDGE, word, end, TERMS_NO_PLACE);
	}
}

// FNV-1a.
static uint32_t
hash(const char *text, size_t length)
{
	uint32_t value = 2166136261u;

	for (size_t i = 0; i < length; i++)
		value = (value ^ (unsigned char)text[i]) * 16777619u;
	return value ^ value >> 16;
}

// Hiragana stand in nearly every text; apart from that any order will do.
static uint32_t
rank(const char *text, size_t length, uint32_t hash)
{
	uint32_t hiragana = 0;

	for (size_t i = 0; i + 2 < length; i++)
		hiragana +=
		    (unsigned char)text[i] == 0xE3 &&
		    ((unsigned char)text[i + 1] == 0x81 ||
		     ((unsigned char)text[i + 1] == 0x82 && (unsigned char)text[i + 2] < 0xA0));
	return hiragana << 24 | hash >> 8;
}

void
terms_triple(const char *folded, const size_t starts[5], char term[TERMS_TRIPLE_SIZE])
{
	uint32_t first = hash(folded + starts[0], starts[3] - starts[0]);
	uint32_t second = hash(folded + starts[1], starts[4] - starts[1]);
	bool is_first = rank(folded + starts[0], starts[3] - starts[0], first) <=
			rank(folded + starts[1], starts[4] - starts[1], second);
	uint32_t number = is_first ? first : second;

	for (int i = 0; i < TERMS_TRIPLE_SIZE; i++)
		term[i] = (char)('@' + (number >> 6 * i & 0x3F));
}

// The last characters of the run being read, the newest last.
struct tail {
	struct atom atoms[4];
	int count; // 4 at most
};

static void
push(struct tail *tail, const struct atom *atom)
{
	if (!atom->joined)
		tail->count = 0;
	if (tail->count == 4)
		memmove(tail->atoms, tail->atoms + 1, 3 * sizeof(*tail->atoms));
	else
		tail->count++;
	tail->atoms[tail->count - 1] = *atom;
}

static void
give_triple(const struct terms_sink *sink, const char *folded, const struct tail *tail)
{
	const struct atom *atoms = tail->atoms;
	const size_t starts[] = {atoms[0].start, atoms[1].start, atoms[2].start, atoms[3].start,
				 atoms[3].end};
	char term[TERMS_TRIPLE_SIZE];

	terms_triple(folded, starts, term);
	sink->term(sink->context, TERM_TRIPLE, term, sizeof(term), TERMS_NO_PLACE);
}

// A character of a run, at its place.
static void
give_character(const struct terms_sink *sink, const char *folded, const struct tail *tail,
	       bool after_word, uint32_t place)
{
	const struct atom *atom = &tail->atoms[tail->count - 1];
	const char *text = folded + atom->start;

	sink->term(sink->context, TERM_CHARACTER, text, atom->end - atom->start, TERMS_NO_PLACE);
	if (after_word)
		sink->term(sink->context, TERM_FIRST, text, atom->end - atom->start, place);
	if (tail->count > 1)
		sink->term(sink->context, TERM_WORD, folded + atom[-1].start,
			   atom->end - atom[-1].start, place - 1);
}

void
terms_of_text(const struct terms_sink *sink, const char *folded, size_t length, bool triples)
{
	struct atom before = {0};
	struct atom atom;
	struct atoms atoms;
	struct tail tail = {0};
	uint32_t place = 0; // of the next atom

	atoms_init(&atoms, folded, length);
	for (; atoms_next(&atoms, &atom); before = atom, place++) {
		bool after_word = before.end && !before.character;

		if (atom.character) {
			place += before.character && !atom.joined;
			push(&tail, &atom);
			give_character(sink, folded, &tail, after_word, place);
			if (triples && tail.count == 4)
				give_triple(sink, folded, &tail);
			continue;
		}
		if (before.character)
			sink->term(sink->context, TERM_LAST, folded + before.start,
				   before.end - before.start, place - 1);
		give_word(sink, folded + atom.start, atom.end - atom.start, place);
	}
}

void
terms_of_names(const struct terms_sink *sink, char kind, const char *lines)
{
	while (*lines) {
		size_t length = strcspn(lines, "\n");
		char *skeleton = fold_skeleton(lines, length);

		if (*skeleton)
			sink->term(sink->context, kind, skeleton,
				   terms_word_length(skeleton, strlen(skeleton)), TERMS_NO_PLACE);
		free(skeleton);
		lines += length + (lines[length] ? 1 : 0);
	}
}
