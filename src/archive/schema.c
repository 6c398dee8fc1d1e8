// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/schema.h"

#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sqlite3.h>

#include "shoroku/archive/archive.h"
#include "shoroku/base/compiler.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/paths.h"

#include <errno.h>

// "SHOR": says that a file is ours (PRAGMA application_id).
#define APPLICATION_ID 0x53484F52

// The texts of one role of an entry.
#define SECTION_TEXT(role)                                                                         \
	"(SELECT group_concat(text, char(10)) FROM (SELECT text FROM section"                      \
	" WHERE entry_id = entry.id AND role = " role " ORDER BY position))"

// What FTS5 kept of a table.
#define FORMER_TABLE(name)                                                                         \
	"DROP TABLE IF EXISTS " name "_data; DROP TABLE IF EXISTS " name "_idx;"                   \
	"DROP TABLE IF EXISTS " name "_docsize; DROP TABLE IF EXISTS " name "_config;"

// Step N of a list brings a file from user_version N to N + 1.
static const char *const archive_steps[] = {
    "CREATE TABLE meta(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;"
    "INSERT INTO meta VALUES('change', 0);"
    "CREATE TABLE source(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);"
    "CREATE TABLE digest(id INTEGER PRIMARY KEY, day INTEGER NOT NULL,"
    " source_id INTEGER NOT NULL REFERENCES source, lang TEXT, state INTEGER NOT NULL,"
    " revision INTEGER NOT NULL, content_hash TEXT NOT NULL, papers INTEGER NOT NULL,"
    " change INTEGER NOT NULL, UNIQUE(day, source_id));"
    // Authors are one column, a name a line: lists show them as printed and never join.
    "CREATE TABLE paper(id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, title TEXT NOT NULL,"
    " title_original TEXT, authors TEXT NOT NULL, authors_truncated INTEGER NOT NULL,"
    " arxiv_id TEXT, doi TEXT, url TEXT);"
    "CREATE TABLE entry(id INTEGER PRIMARY KEY, digest_id INTEGER NOT NULL REFERENCES digest,"
    " paper_id INTEGER NOT NULL REFERENCES paper, position INTEGER NOT NULL,"
    " change INTEGER NOT NULL);"
    "CREATE INDEX entry_digest ON entry(digest_id, position);"
    "CREATE INDEX entry_paper ON entry(paper_id);"
    "CREATE INDEX entry_change ON entry(change);"
    "CREATE TABLE section(entry_id INTEGER NOT NULL REFERENCES entry, position INTEGER NOT NULL,"
    " role INTEGER NOT NULL, label TEXT NOT NULL, text TEXT NOT NULL,"
    " PRIMARY KEY(entry_id, position));"
    "CREATE TABLE raw(id INTEGER PRIMARY KEY, digest_id INTEGER NOT NULL REFERENCES digest,"
    " revision INTEGER NOT NULL, content_hash TEXT NOT NULL, name TEXT NOT NULL,"
    " reader TEXT NOT NULL, reader_version INTEGER NOT NULL, hash TEXT NOT NULL,"
    " length INTEGER NOT NULL, stored_at INTEGER NOT NULL, bytes BLOB NOT NULL);"
    "CREATE INDEX raw_digest ON raw(digest_id, content_hash);",
    // Once an index of another kind.
    "",
    "PRAGMA writable_schema=ON;"
    "DELETE FROM sqlite_schema WHERE name IN('phrases', 'terms');"
    "PRAGMA writable_schema=RESET;" FORMER_TABLE("phrases") FORMER_TABLE(
	"terms") "DROP VIEW IF EXISTS entry_terms; DROP VIEW IF EXISTS entry_text;"
		 "DELETE FROM meta WHERE name = 'index';"
		 "ALTER TABLE paper ADD COLUMN pdf_url TEXT;"
		 // A line each, like the authors.
		 "ALTER TABLE paper ADD COLUMN categories TEXT;"
		 "ALTER TABLE paper ADD COLUMN published TEXT;"
		 "ALTER TABLE entry ADD COLUMN announcement INTEGER NOT NULL DEFAULT 0;"
		 "ALTER TABLE digest ADD COLUMN parts INTEGER NOT NULL DEFAULT 1;"
		 "ALTER TABLE entry ADD COLUMN part INTEGER NOT NULL DEFAULT 1;"
		 "ALTER TABLE raw ADD COLUMN part INTEGER NOT NULL DEFAULT 1;"
		 "ALTER TABLE raw ADD COLUMN origin TEXT;"
		 "CREATE INDEX raw_hash ON raw(hash);"
		 "CREATE INDEX raw_part ON raw(digest_id, part, revision);"
		 "CREATE INDEX raw_origin ON raw(digest_id, origin);"
		 "ALTER TABLE digest ADD COLUMN date_origin INTEGER NOT NULL DEFAULT 0;"
		 "CREATE INDEX digest_change ON digest(change);"
		 // What is searched; the index below can be made anew from it, see archive/index.h.
		 "CREATE VIEW entry_text(id, title, authors, reason, short, detail, abstract) AS"
		 " SELECT entry.id, title || coalesce(char(10) || title_original, ''), authors,"
		 " " SECTION_TEXT("0") ", " SECTION_TEXT("1") ", " SECTION_TEXT(
		     "2") ", " SECTION_TEXT("3") " FROM entry JOIN paper ON paper.id = "
						 "entry.paper_id;"
						 "CREATE TABLE segment(id INTEGER PRIMARY KEY, age "
						 "INTEGER NOT NULL,"
						 " first_leaf INTEGER NOT NULL, last_leaf INTEGER "
						 "NOT NULL, entries INTEGER NOT NULL,"
						 " least INTEGER NOT NULL, greatest INTEGER NOT "
						 "NULL);"
						 "CREATE TABLE leaf(id INTEGER PRIMARY KEY, data "
						 "BLOB NOT NULL);"
						 "CREATE TABLE leaf_key(key BLOB PRIMARY KEY, leaf "
						 "INTEGER NOT NULL) WITHOUT ROWID;"
						 "CREATE TABLE dropped(entry_id INTEGER PRIMARY "
						 "KEY, before INTEGER NOT NULL);"
						 "INSERT INTO meta VALUES('index', 0), "
						 "('index_epoch', 0);",
    // Which inputs gave a day its text, with which change, and how each was dated. What is not the day's
    // text though it came after it was poorer.
    "ALTER TABLE raw ADD COLUMN poorer INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE raw ADD COLUMN change INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE raw ADD COLUMN date_origin INTEGER NOT NULL DEFAULT 0;"
    "UPDATE raw SET date_origin = (SELECT date_origin FROM digest WHERE digest.id = raw.digest_id);"
    "UPDATE raw SET poorer = 1 WHERE revision > (SELECT max(shown.revision) FROM digest"
    " JOIN raw AS shown ON shown.digest_id = digest.id AND shown.content_hash = digest.content_hash"
    " WHERE digest.id = raw.digest_id AND digest.parts = 1);",
    // What is known of a fetched day, see archive/fetched.h; day −2³¹ is a page as a whole.
    "CREATE TABLE fetched(source_id INTEGER NOT NULL REFERENCES source, day INTEGER NOT NULL,"
    " state INTEGER NOT NULL, trouble INTEGER NOT NULL, settled INTEGER NOT NULL,"
    " agreed_at INTEGER NOT NULL, tried_at INTEGER NOT NULL, url TEXT, etag TEXT, last_modified "
    "TEXT,"
    " content_hash TEXT, reason TEXT, PRIMARY KEY(source_id, day)) WITHOUT ROWID;"
    "CREATE INDEX fetched_day ON fetched(day);",
    // What arXiv says of a paper, see archive/enrichment.h, and the keys papers once had.
    "ALTER TABLE paper ADD COLUMN journal_ref TEXT;"
    "ALTER TABLE paper ADD COLUMN comment TEXT;"
    "ALTER TABLE paper ADD COLUMN updated TEXT;"
    "CREATE TABLE enrichment(paper_id INTEGER PRIMARY KEY REFERENCES paper,"
    " asked_at INTEGER NOT NULL, found INTEGER NOT NULL, label TEXT, abstract TEXT);"
    "CREATE TABLE former_key(key TEXT PRIMARY KEY, paper_id INTEGER NOT NULL REFERENCES paper,"
    " change INTEGER NOT NULL) WITHOUT ROWID;"
    "CREATE INDEX former_key_change ON former_key(change);"
    "CREATE INDEX former_key_paper ON former_key(paper_id);"
    "DROP VIEW entry_text;"
    "CREATE VIEW entry_text(id, title, authors, reason, short, detail, abstract) AS"
    " SELECT entry.id, title || coalesce(char(10) || title_original, ''), authors,"
    " " SECTION_TEXT("0") ", " SECTION_TEXT("1") ", " SECTION_TEXT(
	"2") ","
	     " (SELECT group_concat(text, char(10)) FROM (SELECT text FROM (SELECT position, text "
	     "FROM section"
	     " WHERE entry_id = entry.id AND role = 3 UNION ALL SELECT 9223372036854775807, "
	     "abstract"
	     " FROM enrichment WHERE enrichment.paper_id = entry.paper_id AND abstract IS NOT NULL)"
	     " ORDER BY position)) FROM entry JOIN paper ON paper.id = entry.paper_id;",
    // What is wrong with sections, in thousandths of a score, and the counts of words that say so; see
    // archive/warnings.h.
    "CREATE TABLE warning(entry_id INTEGER NOT NULL, name TEXT NOT NULL, score INTEGER NOT NULL,"
    " other INTEGER NOT NULL, PRIMARY KEY(entry_id, name)) WITHOUT ROWID;"
    "CREATE TABLE word_counts(last_paper INTEGER PRIMARY KEY, counts BLOB NOT NULL);",
    // What sections say, see archive/warnings-said.h; the days of a former version that are to be judged;
    // and what arXiv calls a paper.
    "CREATE INDEX warning_other ON warning(other) WHERE other <> 0;"
    "CREATE TABLE said(day INTEGER PRIMARY KEY, hashes BLOB NOT NULL);"
    "CREATE TABLE unjudged(day INTEGER PRIMARY KEY);"
    "INSERT OR IGNORE INTO unjudged SELECT day FROM digest WHERE day >= -2000000;"
    "ALTER TABLE enrichment ADD COLUMN title TEXT;"
    "ALTER TABLE enrichment ADD COLUMN authors TEXT;",
};

static const char *const user_steps[] = {
    "CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;"
    "INSERT INTO meta VALUES('device', lower(hex(randomblob(8)))), ('archive_change', '0');"
    "CREATE TABLE journal(device TEXT NOT NULL, seq INTEGER NOT NULL, clock INTEGER NOT NULL,"
    " step INTEGER NOT NULL, origin TEXT NOT NULL, undoes INTEGER, key TEXT NOT NULL,"
    " field TEXT NOT NULL, value TEXT, prior_value TEXT, prior_step INTEGER NOT NULL,"
    " PRIMARY KEY(device, seq)) WITHOUT ROWID;"
    "CREATE INDEX journal_step ON journal(device, step, seq);"
    "CREATE TABLE step(id INTEGER PRIMARY KEY, origin TEXT NOT NULL, state TEXT NOT NULL,"
    " made_at INTEGER NOT NULL);"
    "CREATE INDEX step_state ON step(state, id);"
    // A mark taken away leaves a row without value: which step did it is still asked.
    "CREATE TABLE mark(key TEXT NOT NULL, field TEXT NOT NULL, value TEXT,"
    " step INTEGER NOT NULL, PRIMARY KEY(key, field)) WITHOUT ROWID;"
    "CREATE TABLE alias(old TEXT PRIMARY KEY, new TEXT NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE entry_mark(field TEXT NOT NULL, entry_id INTEGER NOT NULL,"
    " value TEXT NOT NULL, PRIMARY KEY(field, entry_id)) WITHOUT ROWID;"
    "CREATE INDEX entry_mark_entry ON entry_mark(entry_id);"
    "CREATE TABLE state(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;",
    // The days with an entry that is not read, and which of their entries are not, but for days of
    // which nothing is read: derived, like entry_mark.
    "CREATE TABLE unread_day(day INTEGER PRIMARY KEY, whole INTEGER NOT NULL);"
    "CREATE TABLE unread(entry_id INTEGER PRIMARY KEY);"
    "UPDATE meta SET value = '0' WHERE name = 'archive_change';",
    "CREATE TABLE saved(name TEXT PRIMARY KEY, query TEXT NOT NULL) WITHOUT ROWID;",
    "CREATE INDEX alias_new ON alias(new);",
};

struct file_format {
	const char *name;
	const char *const *steps;
	int count;
	const char *pragmas;
	bool copy_first; // before a migration
};

static const struct file_format formats[] = {
    {"archive.db", archive_steps, ARRAY_LENGTH(archive_steps),
     "PRAGMA synchronous=NORMAL; PRAGMA journal_size_limit=0", false},
    {"user.db", user_steps, ARRAY_LENGTH(user_steps),
     "PRAGMA synchronous=FULL; PRAGMA journal_size_limit=0", true},
};

static int
fail(sqlite3 *db, const char *path, struct error *err)
{
	int code = db ? sqlite3_errcode(db) & 0xFF : SQLITE_CANTOPEN;

	switch (code) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return error_set(err, ERROR_LOCKED, _("%s is in use by another process"), path);
	case SQLITE_NOTADB:
	case SQLITE_CORRUPT:
		return error_set(err, ERROR_DATA,
				 _("%s is damaged or no archive of this program; move it away"),
				 path);
	default:
		return error_set(err, ERROR_DISK, _("cannot prepare %s: %s"), path,
				 sqlite3_errmsg(db));
	}
}

static int
read_pragma(sqlite3 *db, const char *sql, int *value)
{
	sqlite3_stmt *st;
	int code = sqlite3_prepare_v2(db, sql, -1, &st, NULL);

	if (code != SQLITE_OK)
		return -1;
	code = sqlite3_step(st);
	if (code == SQLITE_ROW)
		*value = sqlite3_column_int(st, 0);
	sqlite3_finalize(st);
	return code == SQLITE_ROW ? 0 : -1;
}

static int
copy_file(sqlite3 *db, const char *path, int version, struct error *err)
{
	char *copy = sqlite3_mprintf("%s.before-%d", path, version + 1);
	sqlite3 *to = NULL;
	sqlite3_backup *backup;
	int result = -1;

	unlink(copy);
	if (sqlite3_open(copy, &to) == SQLITE_OK &&
	    (backup = sqlite3_backup_init(to, "main", db, "main"))) {
		sqlite3_backup_step(backup, -1);
		result = sqlite3_backup_finish(backup) == SQLITE_OK ? 0 : -1;
	}
	if (result)
		fail(to, copy, err);
	sqlite3_close(to);
	sqlite3_free(copy);
	return result;
}

// All steps and the new version number in one transaction. Another process may have done it while
// this one waited for the lock, so the version is read again inside.
static int
migrate(sqlite3 *db, const struct file_format *format)
{
	char *version_sql;
	int version = 0;
	int code = sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL);

	if (code != SQLITE_OK || read_pragma(db, "PRAGMA user_version", &version))
		return -1;
	for (int i = version; code == SQLITE_OK && i < format->count; i++)
		code = sqlite3_exec(db, format->steps[i], NULL, NULL, NULL);
	version_sql = sqlite3_mprintf("PRAGMA application_id=%d; PRAGMA user_version=%d; COMMIT",
				      APPLICATION_ID, format->count);
	if (code == SQLITE_OK)
		code = sqlite3_exec(db, version_sql, NULL, NULL, NULL);
	sqlite3_free(version_sql);
	return code == SQLITE_OK ? 0 : -1;
}

static int
bring_up_to_date(sqlite3 *db, const struct file_format *format, const char *path, struct error *err)
{
	int version = 0;
	int application = 0;

	if (read_pragma(db, "PRAGMA application_id", &application) ||
	    read_pragma(db, "PRAGMA user_version", &version))
		return fail(db, path, err);
	if (version > format->count)
		return error_set(err, ERROR_DATA,
				 _("%s was written by a newer shoroku (format %d, this one knows "
				   "%d); please upgrade"),
				 path, version, format->count);
	if (application && application != APPLICATION_ID)
		return error_set(err, ERROR_DATA, _("%s is a database of another program"), path);
	if (version == format->count)
		return 0;
	if (version > 0 && format->copy_first && copy_file(db, path, version, err))
		return -1;
	if (version == 0 && sqlite3_exec(db, "PRAGMA page_size=16384; PRAGMA journal_mode=WAL",
					 NULL, NULL, NULL) != SQLITE_OK)
		return fail(db, path, err);
	return migrate(db, format) ? fail(db, path, err) : 0;
}

static int
prepare_file(const char *directory, const struct file_format *format, struct error *err)
{
	char *path = paths_join(directory, format->name);
	sqlite3 *db = NULL;
	int result = -1;
	int persist = 1;
	// SQLite gives the -wal and -shm files the mode of the database.
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

	if (fd < 0) {
		error_set_errno(err, errno, _("cannot open %s"), path);
		goto out;
	}
	close(fd);
	if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) !=
	    SQLITE_OK) {
		fail(db, path, err);
		goto out;
	}
	sqlite3_file_control(db, "main", SQLITE_FCNTL_PERSIST_WAL, &persist);
	sqlite3_busy_timeout(db, 5000);
	if (sqlite3_exec(db, format->pragmas, NULL, NULL, NULL) != SQLITE_OK)
		fail(db, path, err);
	else
		result = bring_up_to_date(db, format, path, err);
out:
	sqlite3_close(db);
	free(path);
	return result;
}

static uint32_t
read_big_endian(const unsigned char *bytes)
{
	return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 |
	       bytes[3];
}

// Whether the file's header already says what preparing would bring about; asking SQLite takes a
// millisecond, which every start would pay. The header may be behind a log that was not yet
// written back, never ahead of it. https://www.sqlite.org/fileformat.html#the_database_header
static bool
is_up_to_date(const char *directory, const struct file_format *format)
{
	unsigned char header[100];
	char *path = paths_join(directory, format->name);
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	bool whole = fd >= 0 && pread(fd, header, sizeof(header), 0) == sizeof(header);

	if (fd >= 0)
		close(fd);
	free(path);
	return whole && read_big_endian(header + 68) == APPLICATION_ID &&
	       read_big_endian(header + 60) == (uint32_t)format->count;
}

int
schema_prepare(const char *directory, bool *migrated, struct error *err)
{
	*migrated = false;
	for (size_t i = 0; i < ARRAY_LENGTH(formats); i++) {
		if (is_up_to_date(directory, &formats[i]))
			continue;
		if (prepare_file(directory, &formats[i], err))
			return -1;
		*migrated = true;
	}
	return 0;
}
