// SPDX-License-Identifier: GPL-3.0-or-later
// Papers that come in files of their own join the days they belong to: gathered, and stored a batch at a
// time, since a commit costs the same for one and for a thousand.
#ifndef WORK_JOINER_H
#define WORK_JOINER_H

#include <stdbool.h>

#include "shoroku/archive/records.h"
#include "shoroku/base/arena.h"
#include "shoroku/base/vec.h"
#include "shoroku/model/paper.h"

struct joiner {
	VEC(struct entry) entries;
	VEC(struct arena) arenas; // where they live
};

// Takes the papers of digests, and the arena they live in, which is empty afterwards.
void joiner_take(struct joiner *joiner, const struct digest *digests, size_t count,
		 struct arena *arena);

// Stores what was taken; nothing is waiting afterwards, also where it fails. Adds to *totals.
int joiner_flush(struct joiner *joiner, struct archive *archive, struct records_totals *totals,
		 struct error *err) ERROR_CHECKED;
void joiner_release(struct joiner *joiner);

#endif
