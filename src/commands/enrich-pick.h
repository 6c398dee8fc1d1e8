// SPDX-License-Identifier: GPL-3.0-or-later
// The papers a command line means: entries and dates one by one, or all words as one query.
#ifndef COMMANDS_ENRICH_PICK_H
#define COMMANDS_ENRICH_PICK_H

#include <stddef.h>

#include "shoroku/archive/archive.h"
#include "shoroku/base/arena.h"
#include "shoroku/work/app.h"

// The entries, in the arena; there is at least one word. ERROR_NOT_FOUND where they name nothing.
int command_enrich_pick(const struct app *app, struct archive *archive, struct arena *arena,
			const char *const *words, size_t word_count, const int64_t **entries,
			size_t *count, struct error *err) ERROR_CHECKED;

#endif
