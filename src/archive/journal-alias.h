// SPDX-License-Identifier: GPL-3.0-or-later
// Keys that grew stronger. archive.db says which keys its papers once had; user.db makes an alias of each
// on its own, since no transaction writes both: whenever it is written to and on being repaired.
#ifndef ARCHIVE_JOURNAL_ALIAS_H
#define ARCHIVE_JOURNAL_ALIAS_H

#include "archive/journal-private.h"

// Within a transaction: the aliases of keys that papers lost since the derived sets were made.
int journal_alias_catch_up(struct archive *archive, struct arena *arena, struct error *err)
    ERROR_CHECKED;

#endif
