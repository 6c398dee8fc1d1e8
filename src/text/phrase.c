// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/text/phrase.h"

#include <string.h>

void
phrase_text_init(struct phrase_text *text)
{
	*text = (struct phrase_text){0};
	strbuf_init(&text->folded);
}

void
phrase_text_set(struct phrase_text *text, const char *source, size_t length, struct fold_map *map)
{
	struct atoms atoms;
	struct atom atom;

	strbuf_clear(&text->folded);
	vec_clear(&text->atoms);
	if (map)
		vec_clear(&map->bytes);
	fold_append_mapped(&text->folded, map, source, length);
	atoms_init(&atoms, text->folded.data, text->folded.length);
	while (atoms_next(&atoms, &atom))
		*vec_push(&text->atoms) = atom;
}

void
phrase_text_release(struct phrase_text *text)
{
	strbuf_release(&text->folded);
	vec_release(&text->atoms);
}

void
phrase_init(struct phrase *phrase, const char *text, bool prefix)
{
	phrase_text_init(&phrase->text);
	phrase_text_set(&phrase->text, text, strlen(text), NULL);
	phrase->prefix = prefix;
}

void
phrase_release(struct phrase *phrase)
{
	phrase_text_release(&phrase->text);
}

static bool
same_atom(const struct phrase *phrase, size_t index, const struct phrase_text *text,
	  const struct atom *found)
{
	const struct atom *wanted = &phrase->text.atoms.items[index];
	size_t length = wanted->end - wanted->start;
	bool may_go_on =
	    phrase->prefix && index + 1 == phrase->text.atoms.count && !wanted->character;

	if (wanted->character != found->character || (index && wanted->joined != found->joined))
		return false;
	if (may_go_on ? found->end - found->start < length : found->end - found->start != length)
		return false;
	return !memcmp(phrase->text.folded.data + wanted->start, text->folded.data + found->start,
		       length);
}

size_t
phrase_find(const struct phrase *phrase, const struct phrase_text *text, size_t from)
{
	size_t wanted = phrase->text.atoms.count;

	for (size_t i = from; wanted && i + wanted <= text->atoms.count; i++) {
		size_t same = 0;

		while (same < wanted && same_atom(phrase, same, text, &text->atoms.items[i + same]))
			same++;
		if (same == wanted)
			return i;
	}
	return text->atoms.count;
}

void
phrase_span(const struct phrase *phrase, const struct phrase_text *text, size_t at, size_t *start,
	    size_t *end)
{
	const struct atom *last = &text->atoms.items[at + phrase->text.atoms.count - 1];
	const struct atom *wanted = &phrase->text.atoms.items[phrase->text.atoms.count - 1];

	*start = text->atoms.items[at].start;
	// Of a word that goes on only what was typed.
	*end = last->start + (wanted->end - wanted->start);
}
