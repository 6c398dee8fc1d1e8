// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/store-former.h"

#include <string.h>

static int
load_roles(struct archive *archive, struct store_former_entry *former, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_ENTRY_ROLES);

	statement_bind_int(&st, ":entry", former->id);
	while (statement_step(&st))
		former->roles |= 1u << statement_int(&st, 0);
	return statement_end(&st, err);
}

int
store_former_load(struct archive *archive, int64_t digest_id, int part, struct arena *arena,
		  struct store_former *former, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_DIGEST_ENTRIES);

	statement_bind_int(&st, ":digest", digest_id);
	statement_bind_int(&st, ":part", part);
	while (statement_step(&st)) {
		struct store_former_entry *entry = vec_push(&former->list);

		entry->id = statement_int(&st, 0);
		entry->key = statement_copy(&st, 1, arena);
		entry->change = statement_int(&st, 2);
	}
	if (statement_end(&st, err))
		return -1;
	for (size_t i = 0; i < former->list.count; i++) {
		if (load_roles(archive, &former->list.items[i], err))
			return -1;
	}
	return 0;
}

static const struct entry *
find_entry(const struct digest *digest, const char *key)
{
	for (size_t i = 0; i < digest->entry_count; i++) {
		if (!strcmp(digest->entries[i].paper.key, key))
			return &digest->entries[i];
	}
	return NULL;
}

static unsigned
roles_of(const struct entry *entry)
{
	unsigned roles = 0;

	for (size_t i = 0; i < entry->section_count; i++)
		roles |= 1u << entry->sections[i].role;
	return roles;
}

bool
store_former_is_richer(const struct store_former *former, const struct digest *digest)
{
	for (size_t i = 0; i < former->list.count; i++) {
		const struct store_former_entry *there = &former->list.items[i];
		const struct entry *entry = find_entry(digest, there->key);

		if (!entry || (there->roles & ~roles_of(entry)))
			return true;
	}
	return false;
}

bool
store_former_is_within(const struct store_former *former, const struct digest *digest)
{
	for (size_t i = 0; i < former->list.count; i++) {
		if (!find_entry(digest, former->list.items[i].key))
			return false;
	}
	return digest->entry_count > former->list.count;
}

int64_t
store_former_take_id(struct store_former *former, const char *key)
{
	for (size_t i = 0; i < former->list.count; i++) {
		struct store_former_entry *entry = &former->list.items[i];

		if (!entry->kept && !strcmp(entry->key, key)) {
			entry->kept = true;
			return entry->id;
		}
	}
	return 0;
}
