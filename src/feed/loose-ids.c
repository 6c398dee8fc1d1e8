// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/loose-ids.h"

#include <ctype.h>
#include <string.h>

#include "feed/identifiers.h"

#define LONGEST_ADDRESS 256 // bytes

static void
note_word(struct loose_ids *ids, struct arena *arena, const char *word)
{
	const char *id;
	size_t length = identifiers_arxiv(word, &id);

	if (!length)
		return;
	if (ids->id && (strlen(ids->id) != length || strncmp(ids->id, id, length) != 0))
		ids->many = true;
	if (ids->id)
		return;
	ids->id = arena_strndup(arena, id, length);
	ids->href = arena_strdup(arena, word);
}

// Addresses in the text that no markup makes links.
static void
note_text(struct loose_ids *ids, struct arena *arena, const char *text)
{
	char word[LONGEST_ADDRESS];

	while (!ids->many && (text = strstr(text, "arxiv.org/"))) {
		const char *start = text;
		size_t length = 0;

		while (start > ids->text &&
		       (isalnum((unsigned char)start[-1]) || strchr(":/.", start[-1])))
			start--;
		while (length + 1 < sizeof(word) && start[length] > ' ' &&
		       !strchr("<>()[]\"',", start[length]))
			length++;
		memcpy(word, start, length);
		word[length] = '\0';
		note_word(ids, arena, word);
		text++;
	}
}

void
loose_ids_note(struct loose_ids *ids, struct arena *arena, const struct block *block)
{
	for (size_t i = 0; i < block->link_count && !ids->many; i++)
		note_word(ids, arena, block->links[i].href);
	ids->text = block->text;
	note_text(ids, arena, block->text);
}

void
loose_ids_use(const struct loose_ids *ids, struct arena *arena, struct paper *paper)
{
	if (!paper->arxiv_id && ids->id && !ids->many)
		identifiers_take_word(arena, ids->href, paper);
}
