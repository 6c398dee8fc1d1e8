// SPDX-License-Identifier: GPL-3.0-or-later
// Inputs that are parsed and wait to be stored, some at a time: a commit costs the same for one and for
// a thousand.
#ifndef WORK_IMPORT_BATCH_H
#define WORK_IMPORT_BATCH_H

#include "shoroku/archive/store.h"
#include "shoroku/base/strbuf.h"
#include "shoroku/base/vec.h"
#include "shoroku/feed/parse.h"

// One input. Its digests live in the arena.
struct import_waiting {
	struct arena arena;
	struct strbuf bytes;
	const char *name;
	const char *origin; // see struct store_raw
	struct parse_result parsed;
	// Where it was fetched, in the arena: what is to be noted with the digest of the same index (not
	// where it has no source), and those beyond the digests alone.
	struct fetched_answer *answers;
	size_t answer_count;
	void *context; // of whoever is told
};

struct import_batch {
	VEC(struct import_waiting) inputs;
	size_t bytes;
	size_t digests;
};

// Takes the input over, its arena and bytes; the other texts are copied.
void import_batch_add(struct import_batch *batch, const struct import_waiting *input);

// Whether it is time to store what waits.
bool import_batch_is_full(const struct import_batch *batch);

// Stores all that waits, in one transaction, and tells of each digest. Nothing waits afterwards, also
// where it fails and nothing is stored.
int import_batch_store(struct import_batch *batch, struct archive *archive,
		       void (*told)(void *context, const struct import_waiting *input,
				    const struct store_item *item),
		       void *context, struct error *err) ERROR_CHECKED;

void import_batch_release(struct import_batch *batch);

#endif
