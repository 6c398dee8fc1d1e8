// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/archive/archive.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "archive/handle.h"
#include "archive/index.h"
#include "archive/schema.h"
#include "archive/warnings.h"
#include "shoroku/archive/check.h"
#include "shoroku/archive/journal.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/log.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/paths.h"
#include "shoroku/base/strbuf.h"

#define BUSY_TIMEOUT_MS 5000

// A new format may come with an index that is still to be made.
static int
renew_index(const char *directory, struct error *err)
{
	struct archive *archive = archive_open(directory, ARCHIVE_IMPORT, err);
	int result = archive ? check_rebuild_if_other(archive, err) : -1;

	archive_close(archive);
	return result;
}

int
archive_prepare(const char *directory, struct error *err)
{
	bool migrated;

	if (paths_make_private_dir(directory, err))
		return -1;
	return schema_prepare(directory, &migrated, err) ||
		       (migrated && renew_index(directory, err))
		   ? -1
		   : 0;
}

// "file:" URI of a path; the three characters that mean something in one are written as %XX.
static char *
file_uri(const char *path, bool writable)
{
	struct strbuf uri;

	strbuf_init(&uri);
	strbuf_add_string(&uri, "file:");
	for (; *path; path++) {
		if (strchr("%?#", *path))
			strbuf_addf(&uri, "%%%02X", (unsigned)(unsigned char)*path);
		else
			strbuf_add_byte(&uri, *path);
	}
	strbuf_add_string(&uri, writable ? "?mode=rw" : "?mode=ro");
	return strbuf_detach(&uri);
}

static int
attach(struct archive *archive, const char *directory, const char *name, bool writable,
       struct error *err)
{
	char *file = paths_join(directory, name);
	char *path = realpath(file, NULL);
	char *uri = NULL;
	char *sql = NULL;
	char *schema = memory_strdup(name);
	int persist = 1;
	int result = -1;

	if (!path) {
		error_set(err, ERROR_NOT_FOUND,
			  _("there is no archive in %s yet; 'shoroku import FILE' makes one"),
			  directory);
		goto out;
	}
	uri = file_uri(path, writable);
	// The schema's name is the file's without its ending.
	sql = sqlite3_mprintf("ATTACH %Q AS %.*s", uri, (int)strcspn(name, "."), name);
	result = handle_run(archive, sql, err);
	// The log stays when the last handle closes, since on a full disk it could not be made again
	// and without it nothing could be read; it stays empty (the size limit), since the next to
	// open it would read it through.
	*strchr(schema, '.') = '\0';
	sqlite3_file_control(archive->db, schema, SQLITE_FCNTL_PERSIST_WAL, &persist);
out:
	free(schema);
	sqlite3_free(sql);
	free(uri);
	free(path);
	free(file);
	return result;
}

static void
configure(struct archive *archive)
{
	sqlite3_busy_timeout(archive->db, BUSY_TIMEOUT_MS);
	sqlite3_db_config(archive->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(archive->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	sqlite3_db_config(archive->db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
}

static int
open_files(struct archive *archive, const char *directory, struct error *err)
{
	if (attach(archive, directory, "archive.db", archive->mode == ARCHIVE_IMPORT, err) ||
	    attach(archive, directory, "user.db", archive->mode == ARCHIVE_MARK, err))
		return -1;
	if (archive->mode == ARCHIVE_READ)
		return 0;
	// A power loss may take the latest import, never a mark.
	return handle_run(archive,
			  "PRAGMA archive.synchronous=NORMAL; PRAGMA user.synchronous=FULL;"
			  "PRAGMA archive.journal_size_limit=0; PRAGMA user.journal_size_limit=0;"
			  "PRAGMA archive.wal_autocheckpoint=4000;"
			  "PRAGMA archive.cache_size=-16000",
			  err);
}

// Entries stored since the derived sets were made get their marks before anybody looks. Where that
// cannot be done now (a copy that may not be written, a full disk) the archive is read as it is.
static int
catch_up(struct archive *archive, const char *directory, struct error *err)
{
	struct archive *marking;
	struct error ignored;
	bool behind;

	if (archive->mode != ARCHIVE_READ)
		return 0;
	if (journal_is_behind(archive, &behind, err))
		return -1;
	if (behind && (marking = archive_open(directory, ARCHIVE_MARK, &ignored))) {
		if (journal_repair(marking, &ignored))
			log_message(LOG_WARNING, "derived sets: %s", ignored.text);
		archive_close(marking);
	}
	return 0;
}

struct archive *
archive_open(const char *directory, enum archive_mode mode, struct error *err)
{
	struct archive *archive = memory_alloc(sizeof(*archive));
	int flags =
	    SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX;

	archive->mode = mode;
	archive->index = index_new();
	archive->warnings = warnings_new();
	// No statistics and no pages set aside: fewer of them are used than touching them costs. Refused
	// once SQLite is in use, which is as well.
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
	sqlite3_config(SQLITE_CONFIG_PAGECACHE, NULL, 0, 0);
	if (sqlite3_open_v2(":memory:", &archive->db, flags, NULL) != SQLITE_OK)
		error_out_of_memory();
	configure(archive);
	if (open_files(archive, directory, err) || catch_up(archive, directory, err)) {
		archive_close(archive);
		return NULL;
	}
	archive_changed(archive);
	return archive;
}

void
archive_close(struct archive *archive)
{
	if (!archive)
		return;
	statement_finalize_all(archive);
	index_free(archive->index);
	warnings_free(archive->warnings);
	sqlite3_close(archive->db);
	free(archive);
}

static bool
version_changed(struct archive *archive, enum statement_id id, int *version)
{
	struct statement st = statement_begin(archive, id);
	int now = statement_step(&st) ? (int)statement_int(&st, 0) : *version;
	bool changed = now != *version;
	struct error ignored;

	*version = now;
	return statement_end(&st, &ignored) ? false : changed;
}

bool
archive_changed(struct archive *archive)
{
	bool archive_differs =
	    version_changed(archive, STATEMENT_ARCHIVE_VERSION, &archive->archive_version);
	bool user_differs =
	    version_changed(archive, STATEMENT_USER_VERSION, &archive->user_version);

	return archive_differs || user_differs;
}
