// SPDX-License-Identifier: GPL-3.0-or-later
// The files of an archive: made, recognised, refused; and how every statement finds its rows.
#include "shoroku/archive/archive.h"

#include <stdio.h>
#include <unistd.h>

#include <sqlite3.h>

#include "archive/handle.h"
#include "shoroku/base/file.h"
#include "shoroku/base/paths.h"
#include "scratch.h"
#include "tap.h"

static char directory[] = "archive-test-XXXXXX";
static struct error err;

static void
run_sql(const char *name, const char *sql)
{
	char *path = paths_join(directory, name);
	sqlite3 *db;

	if (sqlite3_open(path, &db) || sqlite3_exec(db, sql, NULL, NULL, NULL))
		BUG("%s: %s", sql, sqlite3_errmsg(db));
	sqlite3_close(db);
	free(path);
}

static void
write_file(const char *name, const char *bytes, size_t length)
{
	char *path = paths_join(directory, name);

	if (file_replace(path, bytes, length, &err))
		BUG("%s", err.text);
	free(path);
}

// Whether the plan of the statement reads a table from end to end.
static bool
scans(struct archive *archive, enum statement_id id)
{
	char *sql = sqlite3_mprintf("EXPLAIN QUERY PLAN %s", statement_sql(id));
	sqlite3_stmt *st;
	bool found = false;

	if (sqlite3_prepare_v2(archive->db, sql, -1, &st, NULL) != SQLITE_OK) {
		tap_ok(false, "prepared: %s", statement_sql(id));
		tap_note("%s", sqlite3_errmsg(archive->db));
	} else {
		while (sqlite3_step(st) == SQLITE_ROW) {
			const char *detail = (const char *)sqlite3_column_text(st, 3);

			// A subquery's rows are no table, and of these there are always few.
			if (!strncmp(detail, "SCAN ", 5) && strcmp(detail, "SCAN since") != 0 &&
			    strcmp(detail, "SCAN fresh") != 0 &&
			    strcmp(detail, "SCAN names") != 0 &&
			    strcmp(detail, "SCAN marks") != 0 && // for statistics
			    strcmp(detail, "SCAN archive.segment") != 0 &&
			    strcmp(detail, "SCAN archive.dropped") != 0 &&
			    strcmp(detail, "SCAN archive.said") != 0 && // once a transaction
			    strcmp(detail, "SCAN unjudged") != 0 &&	// after a migration
			    strcmp(detail, "SCAN archive.unjudged") != 0 &&
			    strcmp(detail, "SCAN CONSTANT ROW") != 0 &&
			    strncmp(detail, "SCAN (", 6) != 0 &&
			    !strstr(detail, " VIRTUAL TABLE INDEX ")) {
				found = true;
				tap_note("%s: %s", detail, statement_sql(id));
			}
		}
		sqlite3_finalize(st);
	}
	sqlite3_free(sql);
	return found;
}

static void
test_statements(void)
{
	struct archive *archive;
	int scanning = 0;

	if (archive_prepare(directory, &err) ||
	    !(archive = archive_open(directory, ARCHIVE_READ, &err)))
		BUG("%s", err.text);
	for (int id = 0; id < STATEMENT_COUNT; id++)
		scanning += scans(archive, (enum statement_id)id);
	tap_is_int(scanning, 0, "no statement reads a whole table");
	archive_close(archive);
}

static void
test_refusals(void)
{
	static const char junk[] = "This is no database, whatever its name may say about it.";

	scratch_empty(directory);
	tap_ok(!archive_open(directory, ARCHIVE_READ, &err) && err.kind == ERROR_NOT_FOUND,
	       "no archive yet");
	write_file("user.db", junk, sizeof(junk) - 1);
	tap_ok(archive_prepare(directory, &err) && err.kind == ERROR_DATA &&
		   strstr(err.text, "user.db"),
	       "junk in the place of a file is refused by name");
	scratch_empty(directory);
	run_sql("archive.db", "PRAGMA application_id=1; CREATE TABLE theirs(x)");
	tap_ok(archive_prepare(directory, &err) && err.kind == ERROR_DATA,
	       "another program's database is refused");
	scratch_empty(directory);
	tap_ok(!archive_prepare(directory, &err), "a fresh pair");
	run_sql("user.db", "PRAGMA user_version=99");
	tap_ok(archive_prepare(directory, &err) && err.kind == ERROR_DATA && strstr(err.text, "99"),
	       "a newer format is refused");
	scratch_empty(directory);
	write_file("user.db", "", 0);
	tap_ok(!archive_prepare(directory, &err), "an empty file is one never made");
}

// What a start must not pay for: a second preparing asks SQLite nothing.
static void
test_preparing_again(void)
{
	scratch_empty(directory);
	tap_ok(!archive_prepare(directory, &err), "prepared");
	sqlite3_shutdown();
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 1);
	sqlite3_memory_highwater(1);
	tap_ok(!archive_prepare(directory, &err), "and again");
	tap_is_int(sqlite3_memory_highwater(0), 0, "without a byte of SQLite's");
}

static void
test_changes(void)
{
	struct archive *reader = archive_open(directory, ARCHIVE_READ, &err);
	struct archive *writer = archive_open(directory, ARCHIVE_MARK, &err);

	if (!reader || !writer)
		BUG("%s", err.text);
	tap_ok(!archive_changed(reader), "nothing has changed");
	if (handle_run(writer, "INSERT INTO user.state VALUES('a', 'b')", &err))
		BUG("%s", err.text);
	tap_ok(archive_changed(reader) && !archive_changed(reader), "a commit is seen once");
	tap_ok(handle_run(writer, "INSERT INTO archive.source VALUES(7, 'x')", &err),
	       "a handle for marks cannot write digests");
	tap_ok(handle_run(reader, "INSERT INTO user.state VALUES('c', 'd')", &err),
	       "a reading one nothing");
	archive_close(reader);
	archive_close(writer);
}

int
main(void)
{
	if (!mkdtemp(directory))
		return EXIT_FAILURE;
	test_statements();
	test_refusals();
	test_preparing_again();
	test_changes();
	scratch_empty(directory);
	scratch_remove(directory);
	return tap_done();
}
