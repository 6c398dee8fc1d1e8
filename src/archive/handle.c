// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/handle.h"

#include "archive/index.h"
#include "archive/warnings.h"
#include "shoroku/base/i18n.h"

int
handle_error(struct archive *archive, int code, struct error *err)
{
	const char *text = sqlite3_errmsg(archive->db);

	switch (code & 0xFF) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return error_set(err, ERROR_LOCKED,
				 _("another process is writing to the archive; try again"));
	case SQLITE_FULL:
		return error_set(err, ERROR_DISK,
				 _("no space is left for the archive; nothing was changed"));
	case SQLITE_IOERR:
	case SQLITE_CANTOPEN:
	case SQLITE_READONLY:
		return error_set(err, ERROR_DISK, _("the archive cannot be read or written: %s"),
				 text);
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
		return error_set(err, ERROR_DATA, _("the archive is damaged: %s"), text);
	case SQLITE_INTERRUPT:
		return error_set(err, ERROR_LOCKED, _("the search was interrupted"));
	case SQLITE_NOMEM:
		error_out_of_memory();
	default:
		return error_set(err, ERROR_DATA, _("the archive cannot be used: %s"), text);
	}
}

bool
handle_is_stopped(struct archive *archive)
{
	return atomic_load_explicit(&archive->stop, memory_order_relaxed);
}

int
handle_run(struct archive *archive, const char *sql, struct error *err)
{
	int code = sqlite3_exec(archive->db, sql, NULL, NULL, NULL);

	return code == SQLITE_OK ? 0 : handle_error(archive, code, err);
}

int
handle_transaction(struct archive *archive, int (*body)(struct archive *, void *, struct error *),
		   void *context, struct error *err)
{
	if (handle_run(archive, "BEGIN IMMEDIATE", err))
		return -1;
	if (!body(archive, context, err) && !handle_run(archive, "COMMIT", err))
		return 0;
	// A failed commit may have rolled back by itself; then there is nothing left to roll back.
	if (!sqlite3_get_autocommit(archive->db))
		sqlite3_exec(archive->db, "ROLLBACK", NULL, NULL, NULL);
	index_forget(archive);
	warnings_forget(archive);
	return -1;
}
