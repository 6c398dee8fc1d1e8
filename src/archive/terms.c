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

static void
give_last(const struct terms_sink *sink, const char *folded, const struct atom *atom,
	  uint32_t place)
{
	if (atom->character)
		sink->term(sink->context, TERM_LAST, folded + atom->start, atom->end - atom->start,
			   place);
}

void
terms_of_text(const struct terms_sink *sink, const char *folded, size_t length)
{
	struct atom before = {0};
	struct atom atom;
	struct atoms atoms;
	uint32_t place = 0; // of the next atom

	atoms_init(&atoms, folded, length);
	for (; atoms_next(&atoms, &atom); before = atom, place++) {
		const char *text = folded + atom.start;
		size_t bytes = atom.end - atom.start;

		if (!atom.joined)
			give_last(sink, folded, &before, place - 1);
		if (!atom.character) {
			give_word(sink, text, bytes, place);
			continue;
		}
		sink->term(sink->context, TERM_CHARACTER, text, bytes, TERMS_NO_PLACE);
		if (atom.joined) {
			sink->term(sink->context, TERM_WORD, folded + before.start,
				   atom.end - before.start, place - 1);
			continue;
		}
		place += before.character;
		sink->term(sink->context, before.character ? TERM_AFTER : TERM_FIRST, text, bytes,
			   place);
	}
	give_last(sink, folded, &before, place - 1);
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
