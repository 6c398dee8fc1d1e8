// SPDX-License-Identifier: GPL-3.0-or-later
// Searches kept under a name, in an archive of now and in one from before there were any.
#include "shoroku/archive/saved.h"

#include <stdlib.h>
#include <unistd.h>

#include <sqlite3.h>

#include "shoroku/base/paths.h"
#include "shoroku/base/strbuf.h"
#include "scratch.h"
#include "tap.h"

static char directory[] = "saved-test-XXXXXX";
static struct error err;

static void
keep(const char *name, const char *query)
{
	struct archive *archive = archive_open(directory, ARCHIVE_MARK, &err);

	if (!archive || saved_keep(archive, name, query, &err))
		BUG("%s", err.text);
	archive_close(archive);
}

static void
is_kept(const char *wanted, const char *what)
{
	struct archive *archive = archive_open(directory, ARCHIVE_READ, &err);
	struct saved_searches searches;
	struct strbuf found;
	struct arena arena;

	arena_init(&arena);
	strbuf_init(&found);
	if (!archive || saved_load(archive, &arena, &searches, &err))
		BUG("%s", err.text);
	for (size_t i = 0; i < searches.count; i++)
		strbuf_addf(&found, "%s%s=%s", i ? ", " : "", searches.items[i].name,
			    searches.items[i].query);
	tap_is_str(found.data, wanted, what);
	strbuf_release(&found);
	arena_release(&arena);
	archive_close(archive);
}

// As the file was in the format before there were any.
static void
go_back(void)
{
	char *path = paths_join(directory, "user.db");
	sqlite3 *db;

	if (sqlite3_open(path, &db) != SQLITE_OK ||
	    sqlite3_exec(db, "DROP TABLE saved; DROP INDEX alias_new; PRAGMA user_version=2", NULL,
			 NULL, NULL) != SQLITE_OK)
		BUG("%s", sqlite3_errmsg(db));
	sqlite3_exec(db, "PRAGMA wal_checkpoint(TRUNCATE)", NULL, NULL, NULL);
	sqlite3_close(db);
	free(path);
}

int
main(void)
{
	char *copy;

	if (!mkdtemp(directory) || archive_prepare(directory, &err))
		return EXIT_FAILURE;
	is_kept("", "none at first");
	keep("銀河", "銀河 \"date:2025\"");
	keep("a b", "x");
	is_kept("a b=x, 銀河=銀河 \"date:2025\"", "kept, by name");
	keep("a b", "y or z");
	is_kept("a b=y or z, 銀河=銀河 \"date:2025\"", "another query under the same name");
	keep("a b", NULL);
	keep("nothing", NULL);
	is_kept("銀河=銀河 \"date:2025\"", "removed");

	go_back();
	tap_ok(!archive_prepare(directory, &err),
	       "a file of an older format is brought up to date");
	copy = paths_join(directory, "user.db.before-3");
	tap_ok(!access(copy, F_OK), "and copied before");
	free(copy);
	keep("new", "q");
	is_kept("new=q", "and keeps searches");
	scratch_remove(directory);
	return tap_done();
}
