// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/statement.h"

#include <string.h>

#include "archive/handle.h"

static const char *const statements[STATEMENT_COUNT] = {
#define STATEMENT(name, sql) [STATEMENT_##name] = sql,
#include "archive/statements.def"
#undef STATEMENT
};

const char *
statement_sql(enum statement_id id)
{
	return statements[id];
}

struct statement
statement_begin(struct archive *archive, enum statement_id id)
{
	struct statement st = {.archive = archive, .code = SQLITE_OK};

	if (!archive->statements[id])
		st.code =
		    sqlite3_prepare_v3(archive->db, statements[id], -1, SQLITE_PREPARE_PERSISTENT,
				       &archive->statements[id], NULL);
	st.prepared = archive->statements[id];
	return st;
}

// An unknown name is a mistake in this program, not in its data.
static int
parameter(const struct statement *st, const char *name)
{
	int index = sqlite3_bind_parameter_index(st->prepared, name);

	if (!index)
		BUG("no parameter %s in: %s", name, sqlite3_sql(st->prepared));
	return index;
}

static void
note(struct statement *st, int code)
{
	if (st->code == SQLITE_OK)
		st->code = code;
}

void
statement_bind_int(struct statement *st, const char *name, int64_t value)
{
	if (st->code == SQLITE_OK)
		note(st, sqlite3_bind_int64(st->prepared, parameter(st, name), value));
}

void
statement_bind_text(struct statement *st, const char *name, const char *value)
{
	if (st->code == SQLITE_OK)
		note(st,
		     sqlite3_bind_text64(st->prepared, parameter(st, name), value,
					 value ? strlen(value) : 0, SQLITE_STATIC, SQLITE_UTF8));
}

void
statement_bind_blob(struct statement *st, const char *name, const void *bytes, size_t length)
{
	if (st->code == SQLITE_OK)
		note(st, sqlite3_bind_blob64(st->prepared, parameter(st, name), bytes, length,
					     SQLITE_STATIC));
}

bool
statement_step(struct statement *st)
{
	int code;

	if (st->code != SQLITE_OK)
		return false;
	code = sqlite3_step(st->prepared);
	if (code == SQLITE_ROW)
		return true;
	if (code != SQLITE_DONE)
		note(st, code);
	return false;
}

int64_t
statement_int(const struct statement *st, int column)
{
	return sqlite3_column_int64(st->prepared, column);
}

const char *
statement_text(const struct statement *st, int column)
{
	return (const char *)sqlite3_column_text(st->prepared, column);
}

const void *
statement_blob(const struct statement *st, int column, size_t *length)
{
	const void *bytes = sqlite3_column_blob(st->prepared, column);

	*length = (size_t)sqlite3_column_bytes(st->prepared, column);
	return bytes;
}

const char *
statement_copy(const struct statement *st, int column, struct arena *arena)
{
	return arena_strdup(arena, statement_text(st, column));
}

int
statement_end(struct statement *st, struct error *err)
{
	int result = 0;

	if (st->code != SQLITE_OK)
		result = handle_error(st->archive, st->code, err);
	if (st->prepared) {
		sqlite3_reset(st->prepared);
		sqlite3_clear_bindings(st->prepared);
	}
	return result;
}

int
statement_run(struct statement *st, struct error *err)
{
	while (statement_step(st))
		;
	return statement_end(st, err);
}

void
statement_finalize_all(struct archive *archive)
{
	for (int i = 0; i < STATEMENT_COUNT; i++)
		sqlite3_finalize(archive->statements[i]);
}
