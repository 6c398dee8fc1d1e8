// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/roster-order.h"

#include <stdlib.h>
#include <string.h>

#include "archive/handle.h"
#include "shoroku/base/compiler.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/model/name.h"
#include "shoroku/text/fold.h"

#define LOOK_EVERY ((size_t)1024) // whether nobody waits for it any more

// What an entry is ordered by: `head`, `more`, then the rest of the key, then where it stands by date.
struct keyed {
	uint64_t head;
	uint64_t more;
	const char *key; // NULL: nothing follows the head
	uint32_t index;
};

struct ordering {
	struct archive *archive;
	struct roster *roster;
	struct keyed *items;
	struct arena arena; // of the keys
};

// Eight bytes of a key as a number. The first sixteen are two, so that most comparisons look at nothing else.
static uint64_t
number_of(const char **key)
{
	uint64_t number = 0;

	for (int i = 0; i < 8; i++) {
		number = number << 8 | (unsigned char)**key;
		*key += **key != '\0';
	}
	return number;
}

static void
set_key(struct ordering *ordering, struct keyed *item, const char *key)
{
	item->head = number_of(&key);
	item->more = number_of(&key);
	if (*key)
		item->key = arena_strdup(&ordering->arena, key);
}

static int
compare(const void *a, const void *b)
{
	const struct keyed *x = a;
	const struct keyed *y = b;
	int order;

	if (x->head != y->head)
		return x->head < y->head ? -1 : 1;
	if (x->more != y->more)
		return x->more < y->more ? -1 : 1;
	order = x->key || y->key ? strcmp(x->key ? x->key : "", y->key ? y->key : "") : 0;
	return order ? order : (x->index > y->index) - (x->index < y->index);
}

// What opens a title says nothing of its place in the alphabet.
static size_t
skip_opening(const char *title)
{
	static const char *const signs[] = {"“", "‘", "«", "「", "『", "【", "《", "〈"};
	size_t start = strspn(title, " \"'([{<$*_-.");

	for (size_t i = 0; i < ARRAY_LENGTH(signs); i++) {
		size_t length = strlen(signs[i]);

		if (!strncmp(title + start, signs[i], length))
			return start + length;
	}
	return start;
}

static void
add_title(struct strbuf *out, const char *title)
{
	size_t start = skip_opening(title);

	if (!title[start])
		start = 0;
	fold_append(out, title + start, strlen(title + start));
}

// Authors are a line each.
static void
add_author(struct strbuf *out, const char *authors)
{
	size_t length = strcspn(authors, "\n");
	char *first = memory_strndup(authors, length);
	size_t family_length;
	const char *family = name_family(first, &family_length);

	if (!length)
		strbuf_add_string(out, "\xFF");
	fold_append(out, family, family_length);
	strbuf_add_byte(out, '\n');
	fold_append(out, first, length);
	free(first);
}

static int
read_text(struct ordering *ordering, size_t index, enum roster_order order, struct strbuf *key,
	  struct error *err)
{
	struct statement st = statement_begin(ordering->archive, STATEMENT_TITLE_OF_ENTRY);

	strbuf_clear(key);
	statement_bind_int(&st, ":entry", ordering->roster->ids[index]);
	if (statement_step(&st)) {
		if (order == ROSTER_BY_TITLE)
			add_title(key, statement_text(&st, 0));
		else
			add_author(key, statement_text(&st, 1));
	}
	return statement_end(&st, err);
}

static int
read_texts(struct ordering *ordering, enum roster_order order, struct error *err)
{
	struct strbuf key;
	int result = 0;

	strbuf_init(&key);
	for (size_t i = 0; !result && i < ordering->roster->count; i++) {
		if (i % LOOK_EVERY == 0 && handle_is_stopped(ordering->archive))
			result = error_set(err, ERROR_LOCKED, _("the search was interrupted"));
		else
			result = read_text(ordering, i, order, &key, err);
		set_key(ordering, &ordering->items[i], key.data);
	}
	strbuf_release(&key);
	return result;
}

static int
read_ratings(struct ordering *ordering, struct error *err)
{
	struct roster *roster = ordering->roster;
	struct statement st = statement_begin(ordering->archive, STATEMENT_RATINGS);

	statement_bind_int(&st, ":first", roster->ids[roster->by_id[roster->count - 1]]);
	statement_bind_int(&st, ":last", roster->ids[roster->by_id[0]]);
	for (size_t i = 0; i < roster->count; i++)
		ordering->items[i].head = 10;
	while (statement_step(&st)) {
		size_t index = roster_find(roster, statement_int(&st, 0));

		if (index < roster->count)
			ordering->items[index].head = (uint64_t)(10 - statement_int(&st, 1));
	}
	return statement_end(&st, err);
}

// Ranks are not above 0, the least is the best. Numbers of one sign are in the order of their bits.
static int
read_ranks(struct ordering *ordering, struct search *search, struct error *err)
{
	const struct roster *roster = ordering->roster;
	double *ranks = memory_alloc(roster->count * sizeof(*ranks));
	int result = search_rank(search, roster->ids, roster->count, ranks, err);

	for (size_t i = 0; !result && i < roster->count; i++) {
		double weight = ranks[i] < 0 ? -ranks[i] : 0;
		uint64_t bits;

		memcpy(&bits, &weight, sizeof(bits));
		ordering->items[i].head = ~bits;
	}
	free(ranks);
	return result;
}

static int
read_keys(struct ordering *ordering, struct search *search, enum roster_order order,
	  struct error *err)
{
	switch (order) {
	case ROSTER_BY_TITLE:
	case ROSTER_BY_AUTHOR:
		return read_texts(ordering, order, err);
	case ROSTER_BY_RATING:
		return read_ratings(ordering, err);
	case ROSTER_BY_UNREAD:
		for (size_t i = 0; i < ordering->roster->count; i++)
			ordering->items[i].head = ordering->roster->flags[i] & ROSTER_READ;
		return 0;
	case ROSTER_BY_RELEVANCE:
		return search ? read_ranks(ordering, search, err) : 0;
	case ROSTER_BY_DATE:
	case ROSTER_ORDERS:
		break;
	}
	return 0;
}

// Moves everything to where the sorted items say.
static void
move(struct ordering *ordering)
{
	struct roster *roster = ordering->roster;
	int64_t *ids = memory_alloc(roster->count * sizeof(*ids));
	unsigned char *flags = memory_alloc(roster->count);
	uint32_t *places = memory_alloc(roster->count * sizeof(*places));

	for (size_t i = 0; i < roster->count; i++) {
		ids[i] = roster->ids[ordering->items[i].index];
		flags[i] = roster->flags[ordering->items[i].index];
		places[ordering->items[i].index] = (uint32_t)i;
	}
	for (size_t i = 0; i < roster->count; i++)
		roster->by_id[i] = places[roster->by_id[i]];
	free(roster->ids);
	free(roster->flags);
	free(places);
	roster->ids = ids;
	roster->flags = flags;
}

int
roster_order_arrange(struct archive *archive, struct search *search, enum roster_order order,
		     struct roster *roster, struct error *err)
{
	struct ordering ordering = {.archive = archive, .roster = roster};
	int result;

	if (!roster->count || order == ROSTER_BY_DATE)
		return 0;
	arena_init(&ordering.arena);
	ordering.items = memory_alloc(roster->count * sizeof(*ordering.items));
	for (size_t i = 0; i < roster->count; i++)
		ordering.items[i].index = (uint32_t)i;
	result = read_keys(&ordering, search, order, err);
	if (!result) {
		qsort(ordering.items, roster->count, sizeof(*ordering.items), compare);
		move(&ordering);
	}
	free(ordering.items);
	arena_release(&ordering.arena);
	return result;
}
