// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/archive/reading.h"

#include "archive/handle.h"

int
reading_begin(struct archive *archive, struct error *err)
{
	reading_end(archive); // where an interruption kept the former one from ending
	return handle_run(archive, "BEGIN", err);
}

// An interruption may end the one statement, and nothing was written that the other would lose.
void
reading_end(struct archive *archive)
{
	if (!sqlite3_get_autocommit(archive->db) &&
	    sqlite3_exec(archive->db, "COMMIT", NULL, NULL, NULL) != SQLITE_OK)
		sqlite3_exec(archive->db, "ROLLBACK", NULL, NULL, NULL);
}
