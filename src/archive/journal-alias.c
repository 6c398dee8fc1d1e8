// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/journal-alias.h"

#include <string.h>

#include "archive/journal-derive.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/vec.h"
#include "shoroku/model/key.h"

#define ALIAS_FIELD "alias"

struct pair {
	const char *former;
	const char *now;
};

// The table is kept flat: what led to the former key leads to the new one.
static int
write_alias(struct archive *archive, const struct pair *pair, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_LEAD_ON);

	statement_bind_text(&st, ":old", pair->former);
	statement_bind_text(&st, ":new", pair->now);
	if (statement_run(&st, err))
		return -1;
	st = statement_begin(archive, STATEMENT_ADD_ALIAS);
	statement_bind_text(&st, ":old", pair->former);
	statement_bind_text(&st, ":new", pair->now);
	return statement_run(&st, err);
}

static int
make_alias(struct archive *archive, struct arena *arena, const struct pair *pair, bool *made,
	   struct error *err)
{
	struct journal_event event = {
	    .field = ALIAS_FIELD, .origin = "automatic", .prior = {.value = NULL}};

	*made = false;
	if (journal_private_resolve(archive, arena, pair->former, &event.key, err) ||
	    journal_private_resolve(archive, arena, pair->now, &event.value, err))
		return -1;
	// No key leads to one that is no stronger: two papers would become one.
	if (key_strength(event.key) >= key_strength(event.value))
		return 0;
	*made = true;
	if (journal_private_new_step(archive, "automatic", "automatic", &event.step, err) ||
	    journal_private_append(archive, arena, &event, err) ||
	    write_alias(archive, &(struct pair){event.key, event.value}, err))
		return -1;
	return journal_derive_paper(archive, event.value, err);
}

int
journal_alias_catch_up(struct archive *archive, struct arena *arena, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_FORMER_KEYS_SINCE);
	VEC(struct pair) pairs = {0};
	bool made;
	int result;

	while (statement_step(&st)) {
		struct pair *pair = vec_push(&pairs);

		pair->former = statement_copy(&st, 0, arena);
		pair->now = statement_copy(&st, 1, arena);
	}
	result = statement_end(&st, err);
	for (size_t i = 0; !result && i < pairs.count; i++)
		result = make_alias(archive, arena, &pairs.items[i], &made, err);
	vec_release(&pairs);
	return result;
}

struct wish {
	struct arena *arena;
	struct pair pair;
	bool *made;
};

static int
alias(struct archive *archive, void *context, struct error *err)
{
	const struct wish *wish = context;

	if (journal_alias_catch_up(archive, wish->arena, err))
		return -1;
	return make_alias(archive, wish->arena, &wish->pair, wish->made, err);
}

int
journal_alias(struct archive *archive, struct arena *arena, const char *former, const char *now,
	      bool *made, struct error *err)
{
	struct wish wish = {arena, {former, now}, made};

	return handle_transaction(archive, alias, &wish, err);
}
