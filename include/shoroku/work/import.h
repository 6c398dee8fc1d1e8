// SPDX-License-Identifier: GPL-3.0-or-later
// From paths to the archive: find the files, read, parse, store, one transaction a digest.
#ifndef SHOROKU_WORK_IMPORT_H
#define SHOROKU_WORK_IMPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "shoroku/archive/records.h"
#include "shoroku/archive/store.h"
#include "shoroku/base/error.h"
#include "shoroku/feed/labels.h"

// The format of records, which are no digests and have no reader.
#define IMPORT_RECORDS_FORMAT "records"

struct import_totals {
	size_t added;
	size_t unchanged;
	size_t revised;
	size_t poorer;
	size_t refused;		       // inputs that held no digest or could not be read
	size_t papers;		       // in what was added or revised
	struct records_totals records; // of inputs of records
};

struct import_options {
	struct archive *marking; // takes the marks of records; NULL: they are passed over
	const char *source;	 // overrides the reader's, or NULL; ERROR_USAGE where it is no name
	const char *format;	 // a reader's name or IMPORT_RECORDS_FORMAT; NULL: told by content
	date_day date;		 // of all digests; DATE_NONE: as found
	const struct labels *labels; // the user's beside the built-in ones; NULL: these alone
	// Called before each file, and after the last, with how many of how many are done.
	void (*progress)(void *context, size_t done, size_t total, const char *name);
	// Called after each digest stored, and with `err` for each input refused. `name` is clean.
	void (*stored)(void *context, const char *name, const struct digest *digest,
		       const char *reader, enum store_outcome outcome);
	void (*refused)(void *context, const char *name, const struct error *err);
	// Called instead of storing where there is no archive.
	void (*planned)(void *context, const char *name, const struct digest *digest,
			const char *reader);
	// Called after each input of records, with the number of its lines that are none.
	void (*records)(void *context, const char *name, const struct records_totals *totals,
			size_t refused);
	bool (*cancelled)(void *context); // asked between files; NULL: never
	void *context;
};

// Imports files and directories (recursively, names in byte order; names beginning with a dot and,
// in directories, files whose names end otherwise than digests' do, .gz behind it or not, are passed
// over, symbolic links to directories are not followed), or "-" for standard input. A refused input
// does not stop the others. Without an archive nothing is
// stored, and `planned` is told what would be. Digests are stored some at a time.
// Returns -1 only for what stops everything (disk full, locked, a bad option).
int import_paths(struct archive *archive, const char *const *paths, size_t count,
		 const struct import_options *options, struct import_totals *totals,
		 struct error *err) ERROR_CHECKED;

#endif
