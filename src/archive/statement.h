// SPDX-License-Identifier: GPL-3.0-or-later
// All SQL the program runs stands in statements.def: name and text. A statement is
// prepared once a handle, its parameters bound by name, and it is reset before the caller goes on.
#ifndef ARCHIVE_STATEMENT_H
#define ARCHIVE_STATEMENT_H

#include <stdbool.h>
#include <stdint.h>

#include <sqlite3.h>

#include "shoroku/archive/archive.h"
#include "shoroku/base/arena.h"

enum statement_id {
#define STATEMENT(name, sql) STATEMENT_##name,
#include "archive/statements.def"
#undef STATEMENT
	STATEMENT_COUNT
};

// One run of a statement. Always ended by statement_end(), which also tells whether all went well.
struct statement {
	struct archive *archive;
	sqlite3_stmt *prepared;
	int code; // SQLITE_OK, or the first failure
};

struct statement statement_begin(struct archive *archive, enum statement_id id);
void statement_bind_int(struct statement *st, const char *name, int64_t value);
void statement_bind_text(struct statement *st, const char *name, const char *value); // NULL is NULL
void statement_bind_blob(struct statement *st, const char *name, const void *bytes, size_t length);

// The next row; false at the end and on failure.
bool statement_step(struct statement *st);
int64_t statement_int(const struct statement *st, int column);
const char *statement_text(const struct statement *st, int column); // borrowed until the next step
const void *statement_blob(const struct statement *st, int column, size_t *length); // as well
const char *statement_copy(const struct statement *st, int column, struct arena *arena);

// Resets the statement. −1 with `err` where any step failed.
int statement_end(struct statement *st, struct error *err) ERROR_CHECKED;

// begin, bind, step to the end, end: for statements without rows and without parameters left.
int statement_run(struct statement *st, struct error *err) ERROR_CHECKED;

const char *statement_sql(enum statement_id id);
void statement_finalize_all(struct archive *archive);

#endif
