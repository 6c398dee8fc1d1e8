// SPDX-License-Identifier: GPL-3.0-or-later
// The inside of a handle, for this room. The connection's main database is empty and in memory; the
// two files are attached as `archive` and `user`, each read-only unless the mode says otherwise, so
// that one list of statements serves every handle.
#ifndef ARCHIVE_HANDLE_H
#define ARCHIVE_HANDLE_H

#include <stdatomic.h>

#include <sqlite3.h>

#include "archive/statement.h"
#include "shoroku/archive/archive.h"

struct archive {
	sqlite3 *db;
	enum archive_mode mode;
	sqlite3_stmt *statements[STATEMENT_COUNT]; // prepared on first use
	int archive_version;			   // PRAGMA data_version when last asked
	int user_version;
	struct index *index;	   // see archive/index.h
	struct warnings *warnings; // see archive/warnings.h
	atomic_bool stop;	   // set by another thread, see search_interrupt()
};

// Sets `err` from SQLite's result code, with what was being done.
int handle_error(struct archive *archive, int code, struct error *err);

bool handle_is_stopped(struct archive *archive);

// Runs SQL without parameters and rows (BEGIN, COMMIT …).
int handle_run(struct archive *archive, const char *sql, struct error *err) ERROR_CHECKED;

// BEGIN IMMEDIATE … COMMIT; on failure of `body` everything is rolled back.
int handle_transaction(struct archive *archive,
		       int (*body)(struct archive *, void *, struct error *), void *context,
		       struct error *err) ERROR_CHECKED;

#endif
