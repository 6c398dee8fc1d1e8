// SPDX-License-Identifier: GPL-3.0-or-later
// Reading the archive. Any handle will do; no read statement outlives the call. What is returned
// lives in the arena passed in.
#ifndef SHOROKU_ARCHIVE_LOAD_H
#define SHOROKU_ARCHIVE_LOAD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shoroku/archive/archive.h"
#include "shoroku/base/arena.h"
#include "shoroku/model/day-state.h"
#include "shoroku/model/paper.h"

// One digest without its entries.
struct load_day {
	date_day date;
	const char *source;
	enum day_state state;
	const char *reason; // of trouble there is with fetching it, or NULL
	int papers;
	int unread;
	int favourites;
	int revision; // 1 for the first
};

struct load_days {
	struct load_day *items; // newest first; of one day in the order their sources came
	size_t count;
};

// An entry with its marks and what lists show of it; sections only where asked for.
struct load_entry {
	struct entry entry;
	struct marks marks;
	int day_position; // 1-based among all the day's entries as displayed: the N of DATE#N
};

struct load_entries {
	struct load_entry *items; // newest day first, each day in printed order
	size_t count;
};

int load_days(struct archive *archive, struct arena *arena, struct date_range range,
	      struct load_days *days, struct error *err) ERROR_CHECKED;

// The newest date with a digest, or DATE_NONE in *day.
int load_newest_day(struct archive *archive, date_day *day, struct error *err) ERROR_CHECKED;

int load_entries(struct archive *archive, struct arena *arena, struct date_range range,
		 bool with_sections, struct load_entries *entries, struct error *err) ERROR_CHECKED;

// One entry by id, with its sections. ERROR_NOT_FOUND where there is none.
int load_entry(struct archive *archive, struct arena *arena, int64_t id, struct load_entry *entry,
	       struct error *err) ERROR_CHECKED;

// The same without sections: what lists show of it.
int load_row(struct archive *archive, struct arena *arena, int64_t id, struct load_entry *entry,
	     struct error *err) ERROR_CHECKED;

// The number of the archive's latest change; it only grows.
int load_change(struct archive *archive, int64_t *change, struct error *err) ERROR_CHECKED;

// What is:new compares with: entries of later changes are new. A state of load_state().
#define LOAD_NEW_SINCE "new_since"

// Resolves what a person types: an id, a key (through aliases; the newest entry of that paper), or
// DATE#N / DATE/SOURCE#N with the date grammar of base/date.h. ERROR_NOT_FOUND or ERROR_USAGE.
int load_resolve(struct archive *archive, const char *name, date_day today, int64_t *id,
		 struct error *err) ERROR_CHECKED;

// The key of an entry, for marking it. ERROR_NOT_FOUND where there is none.
int load_key(struct archive *archive, struct arena *arena, int64_t id, const char **key,
	     struct error *err) ERROR_CHECKED;

// All tags in use, the most used first, then by code point.
struct load_tags {
	const char **names;
	int *uses;
	size_t count;
};
int load_tags(struct archive *archive, struct arena *arena, struct load_tags *tags,
	      struct error *err) ERROR_CHECKED;

// The names alone, in the order of their bytes; as soon with a million papers tagged as with one.
int load_tag_names(struct archive *archive, struct arena *arena, struct load_tags *tags,
		   struct error *err) ERROR_CHECKED;

// Likewise the names of all sources that were ever stored or asked.
int load_source_names(struct archive *archive, struct arena *arena, struct load_tags *sources,
		      struct error *err) ERROR_CHECKED;

// How many papers are favourites.
int load_favourite_count(struct archive *archive, int *count, struct error *err) ERROR_CHECKED;

// The first unread entry after `after` in display order (newest day first; after = 0 begins at the
// top), wrapping round once; *id is 0 where everything is read.
int load_next_unread(struct archive *archive, int64_t after, int64_t *id, struct error *err)
    ERROR_CHECKED;

// The nearest day with a digest before (direction −1) or after (+1) `from`; with `unread`, one that
// has an unread paper. *day is DATE_NONE where there is none.
int load_near_day(struct archive *archive, date_day from, int direction, bool unread, date_day *day,
		  struct error *err) ERROR_CHECKED;

// Small things the reader remembers between runs; NULL where never kept. Lives in the arena.
int load_state(struct archive *archive, struct arena *arena, const char *name, const char **value,
	       struct error *err) ERROR_CHECKED;

#endif
