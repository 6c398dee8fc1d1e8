// SPDX-License-Identifier: GPL-3.0-or-later
// Inputs know a paper by the key it had before it grew stronger; the archive follows it.
#ifndef ARCHIVE_STORE_KEY_H
#define ARCHIVE_STORE_KEY_H

#include "archive/handle.h"
#include "shoroku/model/paper.h"

// Gives the entries' papers the keys the archive has them by, in the arena. *typed: their own, for
// store_key_restore(), which is called before the arena goes; or NULL.
int store_key_follow(struct archive *archive, struct arena *arena, struct entry *entries,
		     size_t count, const char ***typed, struct error *err) ERROR_CHECKED;
void store_key_restore(struct entry *entries, size_t count,
		       const char *const *typed); // NULL: nothing

#endif
