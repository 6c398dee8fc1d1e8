// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/archive/store.h"

#include <stdlib.h>
#include <string.h>

#include <zlib.h>

#include "archive/fetched-note.h"
#include "archive/handle.h"
#include "archive/index.h"
#include "archive/store-content.h"
#include "archive/store-entry.h"
#include "archive/store-former.h"
#include "archive/store-key.h"
#include "archive/store-part.h"
#include "archive/warnings-counts.h"
#include "archive/warnings.h"
#include "shoroku/base/clock.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/model/key.h"

// One run of store_digest().
struct job {
	struct digest *digest;
	const struct store_raw *raw;
	enum store_outcome *outcome;
	struct arena arena;
	char hash[STORE_CONTENT_HASH]; // of the content
	int64_t digest_id;	       // 0: new
	char former_hash[STORE_CONTENT_HASH];
	struct store_part part;
	int64_t change;
	struct store_former former;
};

static int
find_digest(struct archive *archive, struct job *job, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_FIND_DIGEST);

	statement_bind_int(&st, ":day", job->digest->date);
	statement_bind_text(&st, ":source", job->digest->source);
	if (statement_step(&st)) {
		job->digest_id = statement_int(&st, 0);
		memcpy(job->former_hash, statement_text(&st, 1), STORE_CONTENT_HASH);
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
	char hex[STORE_CONTENT_HASH];
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
	statement_bind_int(&st, ":poorer", *job->outcome == STORE_POORER);
	statement_bind_int(&st, ":change", job->change);
	statement_bind_int(&st, ":date_origin", job->digest->date_origin);
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
		statement_bind_int(&st, ":former", (int64_t)job->former.list.count);
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
	if (store_former_load(archive, job->digest_id, job->part.number, &job->arena, &job->former,
			      err))
		return -1;
	return last_revision(archive, job, revision, err);
}

static int
store(struct archive *archive, struct job *job, struct error *err)
{
	bool same = false;
	int revision = 0;

	job->part = (struct store_part){.number = 1, .only = true};
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
	if (*job->outcome == STORE_REVISED && store_former_is_richer(&job->former, job->digest))
		return keep_poorer(archive, job, revision, err);
	if ((job->part.joins ? extend_digest(archive, job, err)
			     : write_digest(archive, job, revision, err)) ||
	    store_part_write(archive, job->digest, job->digest_id, &job->part, &job->former,
			     job->change, err))
		return -1;
	return add_raw(archive, job, revision, err);
}

static int
store_content(struct archive *archive, const struct store_item *item, struct job *job,
	      struct error *err)
{
	struct entry *entries = item->digest->entries;
	const char **typed;
	int result;

	arena_init(&job->arena);
	result =
	    store_key_follow(archive, &job->arena, entries, item->digest->entry_count, &typed, err);
	if (!result)
		result = store(archive, job, err);
	store_key_restore(entries, item->digest->entry_count, typed);
	vec_release(&job->former.list);
	arena_release(&job->arena);
	if (!result && item->fetched)
		result = fetched_note_judge(archive, item->fetched, item->digest, job->hash, err);
	return result;
}

static int
store_item(struct archive *archive, struct store_item *item, struct error *err)
{
	struct job job = {.digest = item->digest, .raw = &item->raw, .outcome = &item->outcome};
	struct fetched_answer *fetched = item->fetched;

	if (!item->digest)
		return fetched_note_write(archive, fetched, NULL, err);
	store_content_hash(item->digest, job.hash);
	item->outcome = STORE_UNCHANGED;
	if (fetched && fetched_note_is_same(fetched, job.hash))
		fetched->answer = DAY_SAME;
	else if (fetched && !item->digest->entry_count && !fetched->before->record.has_text)
		fetched->answer = DAY_EMPTY; // which is no day
	else if (store_content(archive, item, &job, err))
		return -1;
	return fetched ? fetched_note_write(archive, fetched, job.hash, err) : 0;
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
	return warnings_flush(archive, NULL, err) || index_flush(archive, err) ? -1 : 0;
}

int
store_digests(struct archive *archive, struct store_item *list, size_t count, struct error *err)
{
	struct items items = {list, count};

	if (handle_transaction(archive, store_all, &items, err))
		return -1;
	index_tidy_quietly(archive);
	warnings_counts_settle(archive);
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
