// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/archive/records.h"

#include <stdlib.h>
#include <string.h>

#include "archive/index.h"
#include "archive/records-terms.h"
#include "archive/records-verdicts.h"
#include "archive/store-entry.h"
#include "archive/store-key.h"
#include "archive/warnings-counts.h"
#include "archive/warnings.h"
#include "shoroku/archive/load.h"
#include "shoroku/base/log.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/vec.h"

// A digest entries of this batch belong to.
struct place {
	date_day date;
	const char *source;
	const char *lang; // in the batch's arena
	int64_t id;
	int64_t next_id;
	int position; // of its last entry
	bool touched;
};

struct batch {
	struct entry *entries;
	size_t count;
	const struct records_found *found; // or NULL
	bool *ready;			   // the terms say all there is to search of the entry
	struct records_totals *totals;
	int64_t change;
	const char **typed; // the entries' keys as they came
	VEC(struct place) places;
	struct arena arena;
	size_t current; // the place of the entry before, nearly always the next one's
};

static int
find_digest(struct archive *archive, struct batch *batch, struct place *place, struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_FIND_DIGEST);

	statement_bind_int(&st, ":day", place->date);
	statement_bind_text(&st, ":source", place->source);
	place->id = statement_step(&st) ? statement_int(&st, 0) : 0;
	if (place->id)
		place->lang = statement_copy(&st, 4, &batch->arena);
	return statement_end(&st, err);
}

static int
add_digest(struct archive *archive, const struct batch *batch, const struct entry *entry,
	   struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_ADD_SOURCE);

	statement_bind_text(&st, ":name", entry->source);
	if (statement_run(&st, err))
		return -1;
	st = statement_begin(archive, STATEMENT_ADD_DIGEST);
	statement_bind_int(&st, ":day", entry->date);
	statement_bind_text(&st, ":source", entry->source);
	statement_bind_text(&st, ":lang", entry->lang);
	statement_bind_int(&st, ":state", DIGEST_COMPLETE);
	statement_bind_text(&st, ":hash", "records");
	statement_bind_int(&st, ":papers", 0);
	statement_bind_int(&st, ":change", batch->change);
	statement_bind_int(&st, ":origin", entry->date_origin);
	return statement_run(&st, err);
}

static int
open_place(struct archive *archive, struct batch *batch, const struct entry *entry,
	   struct place *place, struct error *err)
{
	struct statement st;

	*place = (struct place){.date = entry->date, .source = entry->source};
	if (find_digest(archive, batch, place, err))
		return -1;
	if (!place->id &&
	    (add_digest(archive, batch, entry, err) || find_digest(archive, batch, place, err)))
		return -1;
	st = statement_begin(archive, STATEMENT_LAST_POSITION);
	statement_bind_int(&st, ":digest", place->id);
	if (statement_step(&st))
		place->position = (int)statement_int(&st, 0);
	return statement_end(&st, err);
}

static bool
is_place_of(const struct place *place, const struct entry *entry)
{
	return place->date == entry->date && !strcmp(place->source, entry->source);
}

static int
find_place(struct archive *archive, struct batch *batch, const struct entry *entry,
	   struct error *err)
{
	struct place place;

	if (batch->current < batch->places.count &&
	    is_place_of(&batch->places.items[batch->current], entry))
		return 0;
	for (batch->current = 0; batch->current < batch->places.count; batch->current++) {
		if (is_place_of(&batch->places.items[batch->current], entry))
			return 0;
	}
	if (open_place(archive, batch, entry, &place, err))
		return -1;
	*vec_push(&batch->places) = place;
	return 0;
}

static bool
same_text(const char *a, const char *b)
{
	return a && b ? !strcmp(a, b) : a == b;
}

// What a record leaves out is kept.
static bool
adds_nothing(const char *known, const char *told)
{
	return !told || same_text(known, told);
}

static bool
same_names(const char *const *a, size_t a_count, const char *const *b, size_t b_count)
{
	if (a_count != b_count)
		return false;
	for (size_t i = 0; i < a_count; i++) {
		if (strcmp(a[i], b[i]) != 0)
			return false;
	}
	return true;
}

static bool
same_paper(const struct paper *known, const struct paper *told)
{
	return same_text(known->title, told->title) &&
	       adds_nothing(known->title_original, told->title_original) &&
	       adds_nothing(known->arxiv_id, told->arxiv_id) &&
	       adds_nothing(known->doi, told->doi) && adds_nothing(known->url, told->url) &&
	       adds_nothing(known->pdf_url, told->pdf_url) &&
	       adds_nothing(known->published, told->published) &&
	       adds_nothing(known->updated, told->updated) &&
	       adds_nothing(known->journal_ref, told->journal_ref) &&
	       adds_nothing(known->comment, told->comment) &&
	       known->authors_truncated == told->authors_truncated &&
	       same_names(known->authors, known->author_count, told->authors, told->author_count) &&
	       (!told->category_count || same_names(known->categories, known->category_count,
						    told->categories, told->category_count));
}

static bool
same_sections(const struct entry *a, const struct entry *b)
{
	if (a->section_count != b->section_count)
		return false;
	for (size_t i = 0; i < a->section_count; i++) {
		const struct section *x = &a->sections[i];
		const struct section *y = &b->sections[i];

		if (x->role != y->role || x->origin != y->origin ||
		    strcmp(x->label, y->label) != 0 || strcmp(x->text, y->text) != 0)
			return false;
	}
	return true;
}

// What arXiv says is compared only where the record hands it on.
static bool
same_entry(const struct entry *known, const struct entry *told)
{
	struct entry own = *known;

	paper_keep_own_sections(&own);
	return same_paper(&known->paper, &told->paper) &&
	       (same_sections(known, told) || same_sections(&own, told));
}

static int
find_former(struct archive *archive, const struct place *place, const char *key, int64_t *id,
	    struct error *err)
{
	struct statement st = statement_begin(archive, STATEMENT_DIGEST_ENTRY);

	statement_bind_text(&st, ":key", key);
	statement_bind_int(&st, ":digest", place->id);
	*id = statement_step(&st) ? statement_int(&st, 0) : 0;
	return statement_end(&st, err);
}

// Puts the entry in the place of its former self; *same where nothing was to do.
static int
replace(struct archive *archive, struct entry *entry, int64_t id, bool *same, struct error *err)
{
	struct load_entry former;
	struct arena arena;
	int result;

	arena_init(&arena);
	result = load_entry(archive, &arena, id, &former, err);
	*same = !result && same_entry(&former.entry, entry);
	entry->id = id;
	entry->position = result ? 0 : former.entry.position;
	arena_release(&arena);
	if (result || *same)
		return result;
	return store_entry_drop(archive, id, err);
}

static int
add_to_place(struct archive *archive, struct place *place, struct entry *entry, struct error *err)
{
	if (!place->next_id &&
	    store_entry_next_id(archive, place->date, RECORDS_BATCH, &place->next_id, err))
		return -1;
	entry->id = place->next_id--;
	place->position++;
	if (entry->position > place->position)
		place->position = entry->position;
	else
		entry->position = place->position;
	return 0;
}

// What arXiv says is not among the terms made of the batch.
static bool
has_foreign(const struct entry *entry)
{
	return entry->section_count &&
	       entry->sections[entry->section_count - 1].origin != SECTION_FROM_SOURCE;
}

static int
put(struct archive *archive, struct batch *batch, struct entry *entry, bool *ready,
    struct error *err)
{
	struct place *place;
	bool same = false;
	bool new_paper;
	int64_t former;

	if (find_place(archive, batch, entry, err))
		return -1;
	place = &batch->places.items[batch->current];
	if (find_former(archive, place, entry->paper.key, &former, err))
		return -1;
	if (former ? replace(archive, entry, former, &same, err)
		   : add_to_place(archive, place, entry, err))
		return -1;
	batch->totals->added += former == 0;
	batch->totals->unchanged += same;
	batch->totals->changed += former != 0 && !same;
	if (same)
		return 0;
	place->touched = true;
	if (store_entry_write(archive, entry, place->id, 1, batch->change, &new_paper, err))
		return -1;
	*ready = batch->found && !former && new_paper && !has_foreign(entry) &&
		 same_text(entry->lang, place->lang);
	if (!*ready)
		index_add(archive, entry->id);
	return 0;
}

// Other digests of the same day take ids too, so each place asks again after another was written to.
static void
forget_ids(struct batch *batch, date_day date)
{
	for (size_t i = 0; i < batch->places.count; i++) {
		if (i != batch->current && batch->places.items[i].date == date)
			batch->places.items[i].next_id = 0;
	}
}

// A day that came whole and new with this batch need not be read again to be judged.
static bool
give_day(void *context, date_day day, size_t count, int64_t counted,
	 struct warnings_entries *entries)
{
	struct batch *batch = context;

	return records_verdicts_day(batch->found->verdicts, batch->entries, batch->ready, day,
				    count, counted, entries);
}

static int
store(struct archive *archive, void *context, struct error *err)
{
	struct batch *batch = context;
	const struct warnings_known known = {give_day, batch};

	if (store_entry_next_change(archive, &batch->change, err) ||
	    store_key_follow(archive, &batch->arena, batch->entries, batch->count, &batch->typed,
			     err))
		return -1;
	for (size_t i = 0; i < batch->count; i++) {
		if (put(archive, batch, &batch->entries[i], &batch->ready[i], err))
			return -1;
		forget_ids(batch, batch->entries[i].date);
	}
	for (size_t i = 0; i < batch->places.count; i++) {
		struct statement st;

		if (!batch->places.items[i].touched)
			continue;
		st = statement_begin(archive, STATEMENT_RECOUNT_DIGEST);
		statement_bind_int(&st, ":digest", batch->places.items[i].id);
		statement_bind_int(&st, ":change", batch->change);
		if (statement_run(&st, err))
			return -1;
	}
	if (batch->found &&
	    records_terms_write(archive, batch->found->terms, batch->entries, batch->ready, err))
		return -1;
	return warnings_flush(archive, batch->found && batch->found->verdicts ? &known : NULL,
			      err) ||
		       index_flush(archive, err)
		   ? -1
		   : 0;
}

int
records_store(struct archive *archive, struct entry *entries, size_t count,
	      const struct records_found *found, struct records_totals *totals, struct error *err)
{
	struct records_totals before = *totals;
	struct batch batch = {.entries = entries, .count = count, .found = found, .totals = totals};
	int result;

	batch.ready = memory_alloc(count * sizeof(*batch.ready));
	result = handle_transaction(archive, store, &batch, err);
	store_key_restore(entries, count, batch.typed);
	free(batch.ready);
	vec_release(&batch.places);
	arena_release(&batch.arena);
	if (result)
		*totals = before;
	else
		index_tidy_in_a_hurry(archive);
	return result;
}

void
records_settle(struct archive *archive)
{
	struct error err;

	if (index_tidy_settle(archive, &err))
		log_message(LOG_WARNING, "merging the search index: %s", err.text);
	warnings_counts_settle(archive);
}
