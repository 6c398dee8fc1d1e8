// SPDX-License-Identifier: GPL-3.0-or-later
// The two SQLite files of an archive directory: archive.db (digests; can be fetched again) and
// user.db (journal and marks; small and precious). No transaction writes both.
//
// A handle belongs to one thread. Its mode says which file it may write; the other is attached
// read-only. Every statement stands in archive/statements.def and is prepared once a handle.
#ifndef SHOROKU_ARCHIVE_ARCHIVE_H
#define SHOROKU_ARCHIVE_ARCHIVE_H

#include <stdbool.h>
#include <stdint.h>

#include "shoroku/base/error.h"

enum archive_mode {
	ARCHIVE_READ,	// neither file
	ARCHIVE_IMPORT, // archive.db
	ARCHIVE_MARK,	// user.db
};

struct archive;

// Makes the directory (0700) and both files (0600) where missing and migrates them, each file in
// one transaction, user.db copied to user.db.before-N first. A newer format is refused. Must have
// succeeded before any handle is opened with archive_open().
int archive_prepare(const char *directory, struct error *err) ERROR_CHECKED;

// The caller closes it with archive_close(). Errors: ERROR_NOT_FOUND (no archive there),
// ERROR_LOCKED, ERROR_DISK, ERROR_DATA (not our file, damaged).
struct archive *archive_open(const char *directory, enum archive_mode mode, struct error *err)
    ERROR_CHECKED;
void archive_close(struct archive *archive); // NULL is fine

// Whether another connection (also of this process) has committed to either file since this
// handle was last asked (PRAGMA data_version). Two system calls at most.
bool archive_changed(struct archive *archive);

#endif
