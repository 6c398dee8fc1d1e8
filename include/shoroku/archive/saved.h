// SPDX-License-Identifier: GPL-3.0-or-later
// Searches kept under a name, in user.db.
#ifndef SHOROKU_ARCHIVE_SAVED_H
#define SHOROKU_ARCHIVE_SAVED_H

#include "shoroku/archive/archive.h"
#include "shoroku/base/arena.h"

struct saved_search {
	const char *name;
	const char *query; // as typed
};

struct saved_searches {
	struct saved_search *items; // by code point of their names
	size_t count;
};

// Into the arena. Any handle.
int saved_load(struct archive *archive, struct arena *arena, struct saved_searches *searches,
	       struct error *err) ERROR_CHECKED;

// Keeps a search, in place of one of the same name; NULL as `query` removes it. An ARCHIVE_MARK handle.
int saved_keep(struct archive *archive, const char *name, const char *query, struct error *err)
    ERROR_CHECKED;

#endif
