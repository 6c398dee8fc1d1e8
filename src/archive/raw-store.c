// SPDX-License-Identifier: GPL-3.0-or-later
// What a kept input says today, into the archive.
#include <string.h>

#include "archive/index.h"
#include "archive/store-content.h"
#include "archive/store-entry.h"
#include "archive/store-former.h"
#include "archive/store-key.h"
#include "archive/store-part.h"
#include "archive/warnings.h"
#include "shoroku/archive/load.h"
#include "shoroku/archive/raw.h"

// One run of raw_store().
struct job {
	struct arena *arena;
	const struct raw *raw;
	struct digest *digest;
	int reader_version;
	struct raw_change *result;
	char hash[STORE_CONTENT_HASH]; // of what the input says today
	struct store_former former;
	struct digest stored; // what the archive has of the part
};

static int
load_stored(struct archive *archive, struct job *job, struct error *err)
{
	const struct store_former *former = &job->former;
	struct entry *entries =
	    arena_alloc(job->arena, (former->list.count + 1) * sizeof(*entries));

	for (size_t i = 0; i < former->list.count; i++) {
		struct load_entry loaded;

		if (load_entry(archive, job->arena, former->list.items[i].id, &loaded, err))
			return -1;
		entries[i] = loaded.entry;
		paper_keep_own_sections(&entries[i]);
	}
	job->stored = (struct digest){.entries = entries, .entry_count = former->list.count};
	return 0;
}

static int
stands_alone(struct archive *archive, int64_t entry, bool *alone, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_OTHER_ENTRIES);

	statement_bind_int(&st, ":entry", entry);
	*alone = statement_step(&st) && !statement_int(&st, 0);
	return statement_end(&st, err);
}

// A paper is known by all inputs that told of it. Where this one says what it always said, only what it
// alone could have said is compared.
static int
take_known(struct archive *archive, const struct entry *stored, struct entry *entry,
	   struct error *err)
{
	struct paper known = stored->paper;
	const struct paper *paper = &entry->paper;
	bool alone;

	if (stands_alone(archive, stored->id, &alone, err))
		return -1;
	if (alone && known.author_count <= paper->author_count) {
		known.title = paper->title;
		known.authors = paper->authors;
		known.author_count = paper->author_count;
		known.authors_truncated = paper->authors_truncated;
	}
	entry->paper = known;
	return 0;
}

// Papers keep the keys they are marked by, also where the reader has learned a stronger one.
static int
match_papers(struct archive *archive, struct job *job, bool same_content, struct error *err)
{
	const size_t *partner = difference_pair(job->arena, &job->stored, job->digest);

	for (size_t i = 0; i < job->digest->entry_count; i++) {
		struct entry *entry = &job->digest->entries[i];
		const struct entry *stored;

		if (partner[i] == SIZE_MAX)
			continue;
		stored = &job->stored.entries[partner[i]];
		entry->paper.key = stored->paper.key;
		if (same_content && take_known(archive, stored, entry, err))
			return -1;
	}
	return 0;
}

// Whether records that came after the input have changed papers of its part: its text is not the input's.
static bool
is_overtaken(const struct job *job)
{
	for (size_t i = 0; job->raw->change && i < job->former.list.count; i++) {
		if (job->former.list.items[i].change > job->raw->change)
			return true;
	}
	return false;
}

static bool
says(const struct entry *entry, const char *line)
{
	for (size_t i = 0; i < entry->section_count; i++) {
		if (strstr(entry->sections[i].text, line) ||
		    !strcmp(entry->sections[i].label, line))
			return true;
	}
	return false;
}

// Whether the entry has a section of the former one's role, or every line of it elsewhere: a reader that
// knows more labels tells sections apart that were one.
static bool
keeps(struct arena *arena, const struct entry *entry, const struct section *former)
{
	char *lines = arena_strdup(arena, former->text);
	char *line;

	for (size_t i = 0; i < entry->section_count; i++) {
		if (entry->sections[i].role == former->role)
			return true;
	}
	while ((line = strsep(&lines, "\n"))) {
		if (*line && !says(entry, line))
			return false;
	}
	return true;
}

// Whether what the archive has would lose a paper or a section.
static bool
is_poorer(const struct job *job)
{
	const size_t *partner = difference_pair(job->arena, job->digest, &job->stored);

	for (size_t i = 0; i < job->stored.entry_count; i++) {
		const struct entry *stored = &job->stored.entries[i];

		if (partner[i] == SIZE_MAX)
			return true;
		for (size_t j = 0; j < stored->section_count; j++) {
			if (!keeps(job->arena, &job->digest->entries[partner[i]],
				   &stored->sections[j]))
				return true;
		}
	}
	return false;
}

// Notes how the input reads today. `change` 0: it has not become the text by this.
static int
note_reading(struct archive *archive, const struct job *job, bool poorer, int64_t change,
	     struct error *err)
{
	const struct raw *raw = job->raw;
	struct statement st;

	if (!change && poorer == raw->poorer && job->reader_version == raw->reader_version &&
	    !strcmp(job->hash, raw->content_hash))
		return 0;
	st = statement_begin(archive, STATEMENT_UPDATE_RAW);
	statement_bind_text(&st, ":content", job->hash);
	statement_bind_int(&st, ":version", job->reader_version);
	statement_bind_int(&st, ":poorer", poorer);
	statement_bind_int(&st, ":origin", job->digest->date_origin);
	if (change)
		statement_bind_int(&st, ":change", change);
	statement_bind_int(&st, ":raw", raw->id);
	return statement_run(&st, err);
}

static int
write_digest(struct archive *archive, const struct job *job, int64_t change, struct error *err)
{
	const struct digest *digest = job->digest;
	struct statement st = statement_begin(archive, STATEMENT_REREAD_DIGEST);

	statement_bind_text(&st, ":lang", digest->lang);
	statement_bind_text(&st, ":hash", job->hash);
	statement_bind_int(&st, ":former", (int64_t)job->former.list.count);
	statement_bind_int(&st, ":papers", (int64_t)digest->entry_count);
	statement_bind_int(&st, ":change", change);
	statement_bind_int(&st, ":origin", digest->date_origin);
	statement_bind_int(&st, ":digest", job->raw->digest_id);
	return statement_run(&st, err);
}

// Whether the day is complete or a poorer text came after what it shows.
static int
settle_state(struct archive *archive, const struct job *job, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_SETTLE_DIGEST);

	statement_bind_int(&st, ":digest", job->raw->digest_id);
	statement_bind_int(&st, ":changed", DIGEST_CHANGED);
	statement_bind_int(&st, ":complete", DIGEST_COMPLETE);
	return statement_run(&st, err);
}

static int
replace(struct archive *archive, struct job *job, struct error *err)
{
	struct store_part part = {.number = job->raw->part, .only = job->raw->parts == 1};
	int64_t change;

	job->result->outcome = RAW_CHANGED;
	if (store_entry_next_change(archive, &change, err) ||
	    write_digest(archive, job, change, err) ||
	    store_part_write(archive, job->digest, job->raw->digest_id, &part, &job->former, change,
			     err) ||
	    note_reading(archive, job, false, change, err) || settle_state(archive, job, err))
		return -1;
	return warnings_flush(archive, NULL, err) || index_flush(archive, err) ? -1 : 0;
}

static int
store(struct archive *archive, void *context, struct error *err)
{
	struct job *job = context;
	const struct raw *raw = job->raw;
	bool same_content = !raw->poorer && !strcmp(job->hash, raw->content_hash);

	if (!raw->latest)
		return note_reading(archive, job, raw->poorer, 0, err);
	if (store_former_load(archive, raw->digest_id, raw->part, job->arena, &job->former, err))
		return -1;
	if (!raw->poorer && is_overtaken(job))
		return 0;
	if (store_key_follow(archive, job->arena, job->digest->entries, job->digest->entry_count,
			     NULL, err) ||
	    load_stored(archive, job, err) || match_papers(archive, job, same_content, err))
		return -1;
	difference_find(job->arena, &job->stored, job->digest, &job->result->differences);
	if (is_poorer(job)) {
		job->result->outcome = raw->poorer ? RAW_SAME : RAW_POORER;
		return raw->poorer ? note_reading(archive, job, true, 0, err) : 0;
	}
	if (same_content && !job->result->differences.count)
		return note_reading(archive, job, false, 0, err);
	return replace(archive, job, err);
}

int
raw_store(struct archive *archive, struct arena *arena, const struct raw *raw,
	  struct digest *digest, int reader_version, struct raw_change *change, struct error *err)
{
	struct job job = {
	    .arena = arena,
	    .raw = raw,
	    .digest = digest,
	    .reader_version = reader_version,
	    .result = change,
	};
	int result;

	*change = (struct raw_change){.outcome = RAW_SAME};
	store_content_hash(digest, job.hash);
	result = handle_transaction(archive, store, &job, err);
	vec_release(&job.former.list);
	if (!result && change->outcome == RAW_CHANGED)
		index_tidy_quietly(archive);
	return result;
}
