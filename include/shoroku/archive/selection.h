// SPDX-License-Identifier: GPL-3.0-or-later
// Which papers a command is about: entries by name, or whatever a query finds.
#ifndef SHOROKU_ARCHIVE_SELECTION_H
#define SHOROKU_ARCHIVE_SELECTION_H

#include <stdbool.h>
#include <stddef.h>

#include "shoroku/archive/archive.h"
#include "shoroku/base/arena.h"
#include "shoroku/base/date.h"

// So many papers are marked by a query without being asked for expressly.
#define SELECTION_USUAL_MOST ((size_t)1000)

// Whether the word can only name an entry: an id, a key, DATE#N.
bool selection_is_name(const char *word);

// Whether the word says of all of them that they are a query: it has a field, or quotes or brackets.
bool selection_is_query(const char *word);

// Tells names of entries (*is_query false) from a query. A word that is neither is ERROR_USAGE, so that
// a slip of the fingers is not searched for and whatever it finds marked; likewise names among a query.
// *bad is the index of the word.
int selection_tell(const char *const *words, size_t count, bool *is_query, size_t *bad,
		   struct error *err) ERROR_CHECKED;

struct selection {
	const char **keys; // each once, in the arena
	size_t count;
};

// The papers the query finds. ERROR_USAGE where it says nothing, which would find all, or is wrong at
// the byte *offset; ERROR_NOT_FOUND where it finds none. Any handle.
int selection_find(struct archive *archive, struct arena *arena, const char *text, date_day today,
		   struct selection *selection, size_t *offset, struct error *err) ERROR_CHECKED;

// Whether these are more than SELECTION_USUAL_MOST; then ERROR_USAGE says how many. `how` is what
// allows it, such as "--many".
int selection_check(const struct selection *selection, const char *how, struct error *err)
    ERROR_CHECKED;

#endif
