// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/trust/foreign.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "shoroku/base/memory.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/base/vec.h"
#include "shoroku/text/fold.h"
#include "shoroku/text/utf8.h"
#include "shoroku/trust/tokens.h"

// A stretch of the text whose tokens all are what is looked for.
struct stretch {
	size_t start;
	size_t end;
	double weight; // of its most telling token
};

struct search {
	VEC(uint32_t) known; // tokens of the others, sorted
	bool wants_known;
	const struct trust_statistics *statistics;
	VEC(struct stretch) found;
};

static void
add_known(void *context, const struct trust_token *token)
{
	struct search *search = context;

	*vec_push(&search->known) = token->hash;
}

static int
compare_hashes(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a;
	uint32_t y = *(const uint32_t *)b;

	return x < y ? -1 : x > y;
}

static bool
is_known(const struct search *search, uint32_t hash)
{
	return search->known.count && bsearch(&hash, search->known.items, search->known.count,
					      sizeof(hash), compare_hashes) != NULL;
}

static void
look_at(void *context, const struct trust_token *token)
{
	struct search *search = context;
	struct stretch *last =
	    search->found.count ? &search->found.items[search->found.count - 1] : NULL;
	double weight = statistics_weigh(search->statistics, token->hash, token->word);

	if (weight <= 0 || is_known(search, token->hash) != search->wants_known)
		return;
	if (last && !token->word && token->start < last->end) {
		last->start = token->start < last->start ? token->start : last->start;
		last->end = token->end;
		last->weight = weight > last->weight ? weight : last->weight;
		return;
	}
	*vec_push(&search->found) = (struct stretch){token->start, token->end, weight};
}

static int
most_telling_first(const void *a, const void *b)
{
	const struct stretch *x = a;
	const struct stretch *y = b;

	if (x->weight != y->weight)
		return x->weight > y->weight ? -1 : 1;
	return x->start < y->start ? -1 : x->start > y->start;
}

static void
add_words(struct search *search, const char *text)
{
	struct strbuf folded;

	strbuf_init(&folded);
	fold_append(&folded, text, tokens_reach(text));
	tokens_each(folded.data, folded.length, add_known, search);
	strbuf_release(&folded);
}

static bool
is_han(uint32_t c)
{
	return (c >= 0x3400 && c <= 0x9FFF) || c == 0x3005;
}

// Whoever reads 計算複雑性 does not want to be told 雑性: the Han characters around are taken along.
static void
widen(struct stretch *stretch, const struct strbuf *folded)
{
	size_t start = stretch->start;
	size_t end = stretch->end;
	bool goes_on = is_han(utf8_previous(folded->data, &end));

	while (goes_on && stretch->end < folded->length) {
		end = stretch->end;
		goes_on = is_han(utf8_next(folded->data, folded->length, &end));
		stretch->end = goes_on ? end : stretch->end;
	}
	end = start;
	goes_on = is_han(utf8_next(folded->data, folded->length, &end));
	while (goes_on && start > 0) {
		goes_on = is_han(utf8_previous(folded->data, &start));
		stretch->start = goes_on ? start : stretch->start;
	}
}

static bool
is_picked(const struct search *search, size_t index, const char *folded)
{
	const struct stretch *stretch = &search->found.items[index];
	size_t length = stretch->end - stretch->start;

	for (size_t i = 0; i < index; i++) {
		const struct stretch *former = &search->found.items[i];

		if (former->end - former->start == length &&
		    !memcmp(folded + former->start, folded + stretch->start, length))
			return true;
	}
	return false;
}

// The words of the stretches as they are printed, each once.
static size_t
pick(struct arena *arena, const struct search *search, const char *text, const char *folded,
     const struct fold_map *map, const char **words, size_t most)
{
	size_t count = 0;

	for (size_t i = 0; i < search->found.count && count < most; i++) {
		const struct stretch *stretch = &search->found.items[i];
		size_t start = map->bytes.items[stretch->start].start;

		if (!is_picked(search, i, folded))
			words[count++] = arena_strndup(
			    arena, text + start, map->bytes.items[stretch->end - 1].end - start);
	}
	return count;
}

static size_t
find(struct arena *arena, const char *text, const char *const *others, size_t other_count,
     struct search *search, const char **words, size_t most)
{
	struct fold_map map = {0};
	struct strbuf folded;
	size_t count;

	for (size_t i = 0; i < other_count; i++)
		add_words(search, others[i]);
	if (search->known.count)
		qsort(search->known.items, search->known.count, sizeof(*search->known.items),
		      compare_hashes);
	strbuf_init(&folded);
	fold_append_mapped(&folded, &map, text, tokens_reach(text));
	tokens_each(folded.data, folded.length, look_at, search);
	for (size_t i = 0; i < search->found.count && !search->wants_known; i++)
		widen(&search->found.items[i], &folded);
	if (search->found.count)
		qsort(search->found.items, search->found.count, sizeof(*search->found.items),
		      most_telling_first);
	count = pick(arena, search, text, folded.data, &map, words, most);
	strbuf_release(&folded);
	fold_map_release(&map);
	vec_release(&search->known);
	vec_release(&search->found);
	return count;
}

size_t
foreign_words(struct arena *arena, const char *text, const char *const *others, size_t other_count,
	      const struct trust_statistics *statistics, const char **words, size_t most)
{
	struct search search = {.statistics = statistics};

	return find(arena, text, others, other_count, &search, words, most);
}

size_t
foreign_shared_words(struct arena *arena, const char *text, const char *const *others,
		     size_t other_count, const struct trust_statistics *statistics,
		     const char **words, size_t most)
{
	struct search search = {.statistics = statistics, .wants_known = true};

	return find(arena, text, others, other_count, &search, words, most);
}
