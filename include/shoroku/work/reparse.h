// SPDX-License-Identifier: GPL-3.0-or-later
// Kept inputs read again: all of them after readers have learned, or one to see what it said.
#ifndef SHOROKU_WORK_REPARSE_H
#define SHOROKU_WORK_REPARSE_H

#include <stdbool.h>
#include <stddef.h>

#include "shoroku/archive/raw.h"
#include "shoroku/feed/labels.h"
#include "shoroku/feed/parse.h"

// An input as it was read last. What follows of the same input is not parsed again.
struct reparse {
	struct archive *archive;     // borrowed
	const struct labels *labels; // likewise
	struct arena arena;
	struct parse_result parsed;
	struct raw of; // the input; id 0: none was read yet
};

void reparse_init(struct reparse *reparse, struct archive *archive, const struct labels *labels);
void reparse_release(struct reparse *reparse);

// What the input says today of the day of `raw`, under its source. Read as it was then: by the same
// reader, under the same path, with the date the user had given. Lives until the next call. ERROR_DATA
// where it cannot be read any more, or speaks of another day.
int reparse_read(struct reparse *reparse, const struct raw *raw, struct digest **digest,
		 struct error *err) ERROR_CHECKED;

struct reparse_totals {
	size_t unchanged;
	size_t changed;
	size_t poorer; // than what the archive has, which stays
	size_t failed; // could not be read again
};

struct reparse_options {
	const struct labels *labels; // as import_options
	// Called before each input, and after the last, with how many of how many are done.
	void (*progress)(void *context, size_t done, size_t total);
	// Called for each input that says something else now, and for each that cannot be read.
	void (*changed)(void *context, const struct raw *raw, const struct raw_change *change);
	void (*failed)(void *context, const struct raw *raw, const struct error *err);
	void *context;
};

// Reads every kept input again, one at a time, and stores what is no poorer than what is there, each in
// a transaction of its own. −1 only for what stops everything. The search index is kept up to date.
int reparse_all(struct archive *archive, const struct reparse_options *options,
		struct reparse_totals *totals, struct error *err) ERROR_CHECKED;

#endif
