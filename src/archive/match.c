// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/match.h"

#include <stdlib.h>
#include <string.h>

#include "archive/segment-words.h"
#include "archive/terms.h"
#include "shoroku/base/memory.h"
#include "shoroku/text/utf8.h"

static const char *
text_of(const struct phrase *phrase, size_t atom)
{
	return phrase->text.folded.data + phrase->text.atoms.items[atom].start;
}

static size_t
length_of(const struct phrase *phrase, size_t first, size_t last)
{
	return phrase->text.atoms.items[last].end - phrase->text.atoms.items[first].start;
}

static bool
is_joined(const struct phrase *phrase, size_t atom)
{
	return atom < phrase->text.atoms.count && phrase->text.atoms.items[atom].joined;
}

// A character without another of its run beside it: which of the index's terms it is depends on what
// it stands beside.
static char
kind_of_lone(const struct phrase *phrase, size_t i)
{
	const struct atom *atoms = phrase->text.atoms.items;

	if (i && !atoms[i - 1].character)
		return TERM_FIRST;
	if (i + 1 < phrase->text.atoms.count && !atoms[i + 1].character)
		return TERM_LAST;
	return TERM_CHARACTER;
}

static void
add_atom(struct occurrence *occurrence, const struct phrase *phrase, size_t i, uint32_t place)
{
	const struct atom *atom = &phrase->text.atoms.items[i];

	if (!atom->character) {
		occurrence_add(occurrence, TERM_WORD, text_of(phrase, i), length_of(phrase, i, i),
			       place);
		return;
	}
	if (atom->joined)
		occurrence_add(occurrence, TERM_WORD, text_of(phrase, i - 1),
			       length_of(phrase, i - 1, i), place - 1);
	else if (!is_joined(phrase, i + 1))
		occurrence_add(occurrence, kind_of_lone(phrase, i), text_of(phrase, i),
			       length_of(phrase, i, i), place);
}

// They do not say where they stand, but by them a phrase is found soon.
static void
add_triples(struct occurrence *occurrence, const struct phrase *phrase, size_t count)
{
	size_t run = 0;

	for (size_t i = 0; i < count; i++) {
		const struct atom *atom = &phrase->text.atoms.items[i];
		char term[TERMS_TRIPLE_SIZE];

		run = atom->joined ? run + 1 : 0;
		if (run < 3)
			continue;
		terms_triple(phrase->text.folded.data,
			     (const size_t[]){atom[-3].start, atom[-2].start, atom[-1].start,
					      atom->start, atom->end},
			     term);
		occurrence_add(occurrence, TERM_TRIPLE, term, sizeof(term), 0);
	}
}

// The first `count` atoms, where they stand in a text as terms.h counts places.
static struct occurrence *
sequence(const struct phrase *phrase, size_t count, unsigned fields)
{
	struct occurrence *occurrence = occurrence_new(fields);
	uint32_t place = 0;

	for (size_t i = 0; i < count; i++, place++) {
		const struct atom *atom = &phrase->text.atoms.items[i];

		if (i && atom->character && !atom->joined && atom[-1].character)
			place++;
		add_atom(occurrence, phrase, i, place);
	}
	add_triples(occurrence, phrase, count);
	return occurrence;
}

static bool
is_open(const struct phrase *phrase)
{
	size_t count = phrase->text.atoms.count;

	return phrase->prefix && count && !phrase->text.atoms.items[count - 1].character;
}

// Whether two runs stand beside each other: between them the index would take a word for the gap, and
// of a lone character it does not know the place.
static bool
has_neighbouring_runs(const struct phrase *phrase)
{
	for (size_t i = 1; i < phrase->text.atoms.count; i++) {
		const struct atom *atom = &phrase->text.atoms.items[i];

		if (atom->character && !atom->joined && atom[-1].character)
			return true;
	}
	return false;
}

static bool
has_long_word(const struct phrase *phrase)
{
	for (size_t i = 0; i < phrase->text.atoms.count; i++) {
		if (length_of(phrase, i, i) > TERMS_LONGEST_WORD)
			return true;
	}
	return false;
}

static void
add_word(struct stream *either, char kind, const char *word, size_t length, unsigned fields)
{
	struct occurrence *occurrence = occurrence_new(fields);

	occurrence_add(occurrence, kind, word, length, 0);
	*vec_push(&either->with) = stream_occurrence(occurrence);
}

// The entries with a word that begins so: the index has short beginnings; of longer ones there are
// few words. *check where it knows only the beginning of the beginning.
static int
add_beginning(struct archive *archive, struct stream *into, const char *word, size_t length,
	      unsigned fields, bool *check, struct error *err)
{
	struct stream *either = stream_new(STREAM_OR);
	size_t edge = 0;
	struct segment_words words = {0};

	*vec_push(&into->with) = either;
	for (int letters = 0; edge < length && letters < TERMS_LONGEST_EDGE; letters++)
		utf8_next(word, length, &edge);
	if (edge == length) {
		add_word(either, TERM_EDGE, word, length, fields);
		add_word(either, TERM_WORD, word, length, fields);
		return 0;
	}
	if (segment_words_find(archive, word, terms_word_length(word, length), &words, err)) {
		segment_words_release(&words);
		return -1;
	}
	*check |= words.too_many;
	if (words.too_many)
		add_word(either, TERM_EDGE, word, edge, fields);
	for (size_t i = 0; !words.too_many && i < words.list.count; i++)
		add_word(either, TERM_WORD, words.list.items[i], strlen(words.list.items[i]),
			 fields);
	segment_words_release(&words);
	return 0;
}

int
match_add_text(struct archive *archive, struct stream *into, const struct query_node *node,
	       struct error *err)
{
	struct phrase phrase;
	size_t count;
	bool check = false;
	bool open;
	int result = 0;

	phrase_init(&phrase, node->text, node->prefix);
	count = phrase.text.atoms.count;
	open = is_open(&phrase);
	if (count > (open ? 1 : 0))
		*vec_push(&into->with) =
		    stream_occurrence(sequence(&phrase, count - (open ? 1 : 0), node->fields));
	if (open)
		result = add_beginning(archive, into, text_of(&phrase, count - 1),
				       length_of(&phrase, count - 1, count - 1), node->fields,
				       &check, err);
	if (count && (check || (open && count > 1) || has_long_word(&phrase) ||
		      has_neighbouring_runs(&phrase)))
		stream_add_check(into, node->text, node->prefix, node->fields);
	phrase_release(&phrase);
	return result;
}

struct occurrence *
match_occurrence(const struct query_node *node)
{
	struct occurrence *occurrence = NULL;
	struct phrase phrase;

	phrase_init(&phrase, node->text, node->prefix);
	if (phrase.text.atoms.count && !is_open(&phrase))
		occurrence = sequence(&phrase, phrase.text.atoms.count, node->fields);
	phrase_release(&phrase);
	return occurrence;
}

void
match_add_name(struct stream *into, char kind, const char *name)
{
	struct occurrence *occurrence = occurrence_new(0);
	char *skeleton = fold_skeleton(name, strlen(name));

	occurrence_add(occurrence, kind, skeleton, strlen(skeleton), 0);
	*vec_push(&into->with) = stream_occurrence(occurrence);
	free(skeleton);
}
