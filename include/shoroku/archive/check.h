// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the archive is whole and its search index says what the texts say; and making the index anew.
// Handles opened with ARCHIVE_IMPORT.
#ifndef SHOROKU_ARCHIVE_CHECK_H
#define SHOROKU_ARCHIVE_CHECK_H

#include <stddef.h>

#include "shoroku/archive/archive.h"

// Calls `problem` with a sentence for each thing that is wrong and counts them. −1 where nothing could
// be checked.
int check_archive(struct archive *archive, void (*problem)(void *context, const char *sentence),
		  void *context, size_t *problems, struct error *err) ERROR_CHECKED;

// The whole search index from the texts, and all that sections are warned of, in one transaction.
int check_rebuild(struct archive *archive, struct error *err) ERROR_CHECKED;

// The index alone, where the one there is was made by another version of the program.
int check_rebuild_if_other(struct archive *archive, struct error *err) ERROR_CHECKED;

#endif
