// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/store-part.h"

#include "archive/index.h"
#include "archive/store-entry.h"
#include "shoroku/base/vec.h"

static int
find_by_origin(struct archive *archive, int64_t digest_id, const char *origin, int *number,
	       struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_PART_OF_ORIGIN);

	statement_bind_int(&st, ":digest", digest_id);
	statement_bind_text(&st, ":origin", origin);
	*number = statement_step(&st) ? (int)statement_int(&st, 0) : 0;
	return statement_end(&st, err);
}

// How many papers of the digest each part has.
struct shares {
	VEC(int) of_part; // number minus 1
};

static int
count_shares(struct archive *archive, int64_t digest_id, const struct digest *digest,
	     struct shares *shares, struct error *err)
{
	for (size_t i = 0; i < digest->entry_count; i++) {
		struct statement st = statement_begin(archive, STATEMENT_PARTS_OF_PAPER);

		statement_bind_text(&st, ":key", digest->entries[i].paper.key);
		statement_bind_int(&st, ":digest", digest_id);
		while (statement_step(&st)) {
			size_t part = (size_t)statement_int(&st, 0);

			while (shares->of_part.count < part)
				*vec_push(&shares->of_part) = 0;
			shares->of_part.items[part - 1]++;
		}
		if (statement_end(&st, err))
			return -1;
	}
	return 0;
}

static int
find_by_papers(struct archive *archive, int64_t digest_id, const struct digest *digest, int *number,
	       struct error *err)
{
	struct shares shares = {0};
	int most = 0;
	int result = count_shares(archive, digest_id, digest, &shares, err);

	*number = 0;
	for (size_t i = 0; i < shares.of_part.count; i++) {
		if (shares.of_part.items[i] > most) {
			most = shares.of_part.items[i];
			*number = (int)i + 1;
		}
	}
	vec_release(&shares.of_part);
	return result;
}

static int
count_parts(struct archive *archive, int64_t digest_id, int *parts, int *papers, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_DIGEST_PARTS);

	statement_bind_int(&st, ":digest", digest_id);
	if (statement_step(&st)) {
		*parts = (int)statement_int(&st, 0);
		*papers = (int)statement_int(&st, 1);
	}
	return statement_end(&st, err);
}

int
store_part_find(struct archive *archive, int64_t digest_id, const struct digest *digest,
		const struct store_raw *raw, struct store_part *part, struct error *err)
{
	int parts = 1;
	int papers = 0;

	*part = (struct store_part){0};
	if (count_parts(archive, digest_id, &parts, &papers, err))
		return -1;
	if (raw->origin && find_by_origin(archive, digest_id, raw->origin, &part->number, err))
		return -1;
	part->only = parts == 1;
	part->next = parts + 1;
	part->guessed = !part->number;
	if (!part->number && (!papers || !digest->entry_count))
		part->number = 1;
	if (!part->number && !digest->joins &&
	    find_by_papers(archive, digest_id, digest, &part->number, err))
		return -1;
	part->joins = !part->number;
	if (part->joins)
		part->number = part->next;
	return 0;
}

void
store_part_reconsider(struct store_part *part, struct store_former *former,
		      const struct digest *digest)
{
	if (part->joins || !part->guessed || !store_former_is_richer(former, digest) ||
	    !store_former_is_within(former, digest))
		return;
	part->joins = true;
	part->number = part->next;
	vec_clear(&former->list);
}

// Numbers the entries of all parts through.
static int
renumber(struct archive *archive, int64_t digest_id, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_ENTRIES_IN_ORDER);
	VEC(int64_t) entries = {0};
	int result;

	statement_bind_int(&st, ":digest", digest_id);
	while (statement_step(&st))
		*vec_push(&entries) = statement_int(&st, 0);
	result = statement_end(&st, err);
	for (size_t i = 0; !result && i < entries.count; i++) {
		st = statement_begin(archive, STATEMENT_SET_POSITION);
		statement_bind_int(&st, ":position", (int64_t)i + 1);
		statement_bind_int(&st, ":entry", entries.items[i]);
		result = statement_run(&st, err);
	}
	vec_release(&entries);
	return result;
}

static int
last_position(struct archive *archive, int64_t digest_id, int64_t *position, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_LAST_POSITION);

	statement_bind_int(&st, ":digest", digest_id);
	if (statement_step(&st))
		*position = statement_int(&st, 0);
	return statement_end(&st, err);
}

static int
drop_former(struct archive *archive, const struct store_former *former, struct error *err)
{
	for (size_t i = 0; i < former->list.count; i++) {
		if (store_entry_drop(archive, former->list.items[i].id, err))
			return -1;
	}
	return 0;
}

int
store_part_write(struct archive *archive, struct digest *digest, int64_t digest_id,
		 const struct store_part *part, struct store_former *former, int64_t change,
		 struct error *err)
{
	int64_t before = 0; // the position of the last entry of another part
	int64_t next_id;
	bool new_paper;

	if (store_entry_next_id(archive, digest->date, digest->entry_count, &next_id, err) ||
	    (part->joins && last_position(archive, digest_id, &before, err)) ||
	    drop_former(archive, former, err))
		return -1;
	for (size_t i = 0; i < digest->entry_count; i++) {
		struct entry *entry = &digest->entries[i];

		entry->id = store_former_take_id(former, entry->paper.key);
		if (!entry->id)
			entry->id = next_id--; // they go down within a day
		entry->position = (int)(before + (int64_t)i + 1);
		if (store_entry_write(archive, entry, digest_id, part->number, change, &new_paper,
				      err))
			return -1;
		index_add(archive, entry->id);
	}
	return part->joins || part->only ? 0 : renumber(archive, digest_id, err);
}
