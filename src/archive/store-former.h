// SPDX-License-Identifier: GPL-3.0-or-later
// What the archive holds of a part of a day before another text of it is stored.
#ifndef ARCHIVE_STORE_FORMER_H
#define ARCHIVE_STORE_FORMER_H

#include <stdbool.h>
#include <stddef.h>

#include "archive/handle.h"
#include "shoroku/base/vec.h"
#include "shoroku/model/paper.h"

struct store_former_entry {
	int64_t id;
	const char *key;
	int64_t change; // by which it was written
	unsigned roles; // a bit a section role it has
	bool kept;	// its id was taken
};

// Begins as {0}; the caller releases the list.
struct store_former {
	VEC(struct store_former_entry) list;
};

// Keys live in `arena`.
int store_former_load(struct archive *archive, int64_t digest_id, int part, struct arena *arena,
		      struct store_former *former, struct error *err) ERROR_CHECKED;

// Whether it has a paper, or a section of a paper, that the digest lacks.
bool store_former_is_richer(const struct store_former *former, const struct digest *digest);

// Whether the digest has all of its papers and others besides.
bool store_former_is_within(const struct store_former *former, const struct digest *digest);

// The id of a paper that is there already, once for each of its entries; 0: there is none left.
int64_t store_former_take_id(struct store_former *former, const char *key);

#endif
