// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/archive/store.h"

#include <stdlib.h>
#include <string.h>

#include <zlib.h>

#include "archive/handle.h"
#include "archive/index.h"
#include "archive/store-entry.h"
#include "archive/store-part.h"
#include "shoroku/base/clock.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/base/vec.h"
#include "shoroku/model/entry-id.h"
#include "shoroku/model/key.h"

#define HASH_SIZE 33

// An entry that stands in the archive already.
struct former {
	int64_t id;
	const char *key;
	unsigned roles; // a bit a section role it has
	bool kept;
};

// One run of store_digest().
struct job {
	struct digest *digest;
	const struct store_raw *raw;
	enum store_outcome *outcome;
	struct arena arena;
	char hash[HASH_SIZE]; // of the content
	int64_t digest_id;    // 0: new
	char former_hash[HASH_SIZE];
	struct store_part part;
	int64_t change;
	int64_t next_id;
	VEC(struct former) former;
};

static void
hash_string(struct key_hash *hash, const char *text)
{
	// NULL and "" differ, and no two fields run into each other.
	key_hash_add(hash, text ? "+" : "-", 1);
	if (text)
		key_hash_add(hash, text, strlen(text) + 1);
}

static void
hash_content(const struct digest *digest, char text[HASH_SIZE])
{
	struct key_hash hash;

	key_hash_init(&hash);
	hash_string(&hash, digest->lang);
	for (size_t i = 0; i < digest->entry_count; i++) {
		const struct entry *entry = &digest->entries[i];
		const struct paper *paper = &entry->paper;

		hash_string(&hash, paper->title);
		hash_string(&hash, paper->title_original);
		for (size_t j = 0; j < paper->author_count; j++)
			hash_string(&hash, paper->authors[j]);
		hash_string(&hash, paper->authors_truncated ? "et al." : NULL);
		hash_string(&hash, paper->arxiv_id);
		hash_string(&hash, paper->doi);
		hash_string(&hash, paper->url);
		hash_string(&hash, paper->pdf_url);
		for (size_t j = 0; j < paper->category_count; j++)
			hash_string(&hash, paper->categories[j]);
		hash_string(&hash, paper->published);
		for (size_t j = 0; j < entry->section_count; j++) {
			hash_string(&hash, paper_role_name(entry->sections[j].role));
			hash_string(&hash, entry->sections[j].label);
			hash_string(&hash, entry->sections[j].text);
		}
	}
	key_hash_hex(&hash, text);
}

static int
find_digest(struct archive *archive, struct job *job, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_FIND_DIGEST);

	statement_bind_int(&st, ":day", job->digest->date);
	statement_bind_text(&st, ":source", job->digest->source);
	if (statement_step(&st)) {
		job->digest_id = statement_int(&st, 0);
		memcpy(job->former_hash, statement_text(&st, 1), HASH_SIZE);
	}
	return statement_end(&st, err);
}

// Whether the same content was kept before, as the day's text or as a poorer revision.
static int
find_same(struct archive *archive, const struct job *job, bool *same, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_FIND_RAW);

	statement_bind_int(&st, ":digest", job->digest_id);
	statement_bind_text(&st, ":hash", job->hash);
	*same = statement_step(&st) || !strcmp(job->hash, job->former_hash);
	return statement_end(&st, err);
}

static int
load_roles(struct archive *archive, struct former *former, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_ENTRY_ROLES);

	statement_bind_int(&st, ":entry", former->id);
	while (statement_step(&st))
		former->roles |= 1u << statement_int(&st, 0);
	return statement_end(&st, err);
}

static int
load_former(struct archive *archive, struct job *job, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_DIGEST_ENTRIES);

	statement_bind_int(&st, ":digest", job->digest_id);
	statement_bind_int(&st, ":part", job->part.number);
	while (statement_step(&st)) {
		struct former *former = vec_push(&job->former);

		former->id = statement_int(&st, 0);
		former->key = statement_copy(&st, 1, &job->arena);
	}
	if (statement_end(&st, err))
		return -1;
	for (size_t i = 0; i < job->former.count; i++) {
		if (load_roles(archive, &job->former.items[i], err))
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

// A page that lost a paper, or a section a paper had, is poorer.
static bool
is_poorer(const struct job *job)
{
	for (size_t i = 0; i < job->former.count; i++) {
		const struct former *former = &job->former.items[i];
		const struct entry *entry = find_entry(job->digest, former->key);

		if (!entry || (former->roles & ~roles_of(entry)))
			return true;
	}
	return false;
}

// An input of several days is kept once.
static int
has_raw(struct archive *archive, const char *hash, bool *has, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_RAW_BYTES);

	statement_bind_text(&st, ":hash", hash);
	*has = statement_step(&st);
	return statement_end(&st, err);
}

static int
add_raw(struct archive *archive, const struct job *job, int revision, struct error *err)
{
	const struct store_raw *raw = job->raw;
	uLongf size = compressBound(raw->length);
	Bytef *packed = memory_alloc(size);
	struct key_hash hash;
	char hex[HASH_SIZE];
	bool kept = false;
	struct statement st;
	int result;

	key_hash_init(&hash);
	key_hash_add(&hash, raw->bytes, raw->length);
	key_hash_hex(&hash, hex);
	if (has_raw(archive, hex, &kept, err)) {
		free(packed);
		return -1;
	}
	st = statement_begin(archive, STATEMENT_ADD_RAW);
	if (kept)
		size = 0;
	else if (compress(packed, &size, (const Bytef *)raw->bytes, raw->length) != Z_OK)
		BUG("compressing %zu bytes", raw->length);
	statement_bind_int(&st, ":digest", job->digest_id);
	statement_bind_int(&st, ":part", job->part.number);
	statement_bind_text(&st, ":origin", raw->origin);
	statement_bind_int(&st, ":revision", revision);
	statement_bind_text(&st, ":content", job->hash);
	statement_bind_text(&st, ":name", raw->name);
	statement_bind_text(&st, ":reader", raw->reader);
	statement_bind_int(&st, ":reader_version", raw->reader_version);
	statement_bind_text(&st, ":hash", hex);
	statement_bind_int(&st, ":length", (int64_t)raw->length);
	statement_bind_int(&st, ":stored_at", clock_now_ms());
	statement_bind_blob(&st, ":bytes", packed, size);
	result = statement_run(&st, err);
	free(packed);
	return result;
}

static int
last_revision(struct archive *archive, const struct job *job, int *revision, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_LAST_REVISION);

	statement_bind_int(&st, ":digest", job->digest_id);
	statement_bind_int(&st, ":part", job->part.number);
	if (statement_step(&st))
		*revision = (int)statement_int(&st, 0);
	return statement_end(&st, err);
}

static int
write_digest(struct archive *archive, struct job *job, int revision, struct error *err)
{
	const struct digest *digest = job->digest;
	struct statement st = statement_begin(archive, STATEMENT_ADD_SOURCE);

	statement_bind_text(&st, ":name", digest->source);
	if (statement_run(&st, err))
		return -1;
	st = statement_begin(archive,
			     job->digest_id ? STATEMENT_REVISE_DIGEST : STATEMENT_ADD_DIGEST);
	statement_bind_text(&st, ":lang", digest->lang);
	statement_bind_int(&st, ":state", DIGEST_COMPLETE);
	statement_bind_text(&st, ":hash", job->hash);
	statement_bind_int(&st, ":papers", (int64_t)digest->entry_count);
	statement_bind_int(&st, ":change", job->change);
	statement_bind_int(&st, ":origin", digest->date_origin);
	if (job->digest_id) {
		statement_bind_int(&st, ":former", (int64_t)job->former.count);
		statement_bind_int(&st, ":revision", revision);
		statement_bind_int(&st, ":digest", job->digest_id);
	} else {
		statement_bind_int(&st, ":day", digest->date);
		statement_bind_text(&st, ":source", digest->source);
	}
	if (statement_run(&st, err))
		return -1;
	return job->digest_id ? 0 : find_digest(archive, job, err);
}

static int
extend_digest(struct archive *archive, const struct job *job, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_EXTEND_DIGEST);

	statement_bind_int(&st, ":papers", (int64_t)job->digest->entry_count);
	statement_bind_int(&st, ":change", job->change);
	statement_bind_int(&st, ":parts", job->part.number);
	statement_bind_int(&st, ":digest", job->digest_id);
	return statement_run(&st, err);
}

// Ids go down within a day. A paper that stood in the digest before keeps its id.
static int64_t
choose_id(struct job *job, const char *key)
{
	for (size_t i = 0; i < job->former.count; i++) {
		struct former *former = &job->former.items[i];

		if (!former->kept && !strcmp(former->key, key)) {
			former->kept = true;
			return former->id;
		}
	}
	return job->next_id--;
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
write_entries(struct archive *archive, struct job *job, struct error *err)
{
	struct digest *digest = job->digest;
	int64_t before = 0; // the position of the last entry of another part
	bool new_paper;

	if (store_entry_next_id(archive, digest->date, digest->entry_count, &job->next_id, err))
		return -1;
	if (job->part.joins && last_position(archive, job->digest_id, &before, err))
		return -1;
	for (size_t i = 0; i < job->former.count; i++) {
		if (store_entry_drop(archive, job->former.items[i].id, err))
			return -1;
	}
	for (size_t i = 0; i < digest->entry_count; i++) {
		struct entry *entry = &digest->entries[i];

		entry->id = choose_id(job, entry->paper.key);
		entry->position = (int)(before + (int64_t)i + 1);
		if (store_entry_write(archive, entry, job->digest_id, job->part.number, job->change,
				      &new_paper, err))
			return -1;
		index_add(archive, entry->id);
	}
	return job->part.joins ? 0 : store_part_renumber(archive, job->digest_id, err);
}

static int
keep_poorer(struct archive *archive, struct job *job, int revision, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_FLAG_DIGEST);

	*job->outcome = STORE_POORER;
	statement_bind_int(&st, ":state", DIGEST_CHANGED);
	statement_bind_int(&st, ":change", job->change);
	statement_bind_int(&st, ":digest", job->digest_id);
	if (statement_run(&st, err))
		return -1;
	return add_raw(archive, job, revision, err);
}

// What the input is to the day that is there.
static int
look_at_former(struct archive *archive, struct job *job, bool *same, int *revision,
	       struct error *err)
{
	if (find_same(archive, job, same, err) ||
	    store_part_find(archive, job->digest_id, job->digest, job->raw, &job->part, err))
		return -1;
	if (job->part.joins)
		return 0;
	return load_former(archive, job, err) || last_revision(archive, job, revision, err) ? -1
											    : 0;
}

static int
store(struct archive *archive, struct job *job, struct error *err)
{
	bool same = false;
	int revision = 0;

	job->part = (struct store_part){.number = 1};
	if (find_digest(archive, job, err) ||
	    (job->digest_id && look_at_former(archive, job, &same, &revision, err)))
		return -1;
	*job->outcome = same				     ? STORE_UNCHANGED
			: job->digest_id && !job->part.joins ? STORE_REVISED
							     : STORE_ADDED;
	if (same)
		return 0;
	revision++;
	if (store_entry_next_change(archive, &job->change, err))
		return -1;
	if (*job->outcome == STORE_REVISED && is_poorer(job))
		return keep_poorer(archive, job, revision, err);
	if ((job->part.joins ? extend_digest(archive, job, err)
			     : write_digest(archive, job, revision, err)) ||
	    write_entries(archive, job, err))
		return -1;
	return add_raw(archive, job, revision, err);
}

static int
store_item(struct archive *archive, struct store_item *item, struct error *err)
{
	struct job job = {.digest = item->digest, .raw = &item->raw, .outcome = &item->outcome};
	int result;

	arena_init(&job.arena);
	hash_content(item->digest, job.hash);
	result = store(archive, &job, err);
	vec_release(&job.former);
	arena_release(&job.arena);
	return result;
}

struct items {
	struct store_item *list;
	size_t count;
};

static int
store_all(struct archive *archive, void *context, struct error *err)
{
	struct items *items = context;

	for (size_t i = 0; i < items->count; i++) {
		if (store_item(archive, &items->list[i], err))
			return -1;
	}
	return index_flush(archive, err);
}

int
store_digests(struct archive *archive, struct store_item *list, size_t count, struct error *err)
{
	struct items items = {list, count};

	if (handle_transaction(archive, store_all, &items, err))
		return -1;
	index_tidy_quietly(archive);
	return 0;
}

int
store_digest(struct archive *archive, struct digest *digest, const struct store_raw *raw,
	     enum store_outcome *outcome, struct error *err)
{
	struct store_item item = {.digest = digest, .raw = *raw};
	int result = store_digests(archive, &item, 1, err);

	*outcome = item.outcome;
	return result;
}
