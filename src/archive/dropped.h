// SPDX-License-Identifier: GPL-3.0-or-later
// Entries dropped from segments that are written already: their copies there do not count any more.
#ifndef ARCHIVE_DROPPED_H
#define ARCHIVE_DROPPED_H

#include <stdbool.h>
#include <stdint.h>

#include "shoroku/base/vec.h"

// Copies in segments of less than the age are not there any more; a later one may be.
struct dropped_entry {
	int64_t id;
	int64_t before;
};

// In ascending order of ids.
struct dropped {
	VEC(struct dropped_entry) list;
};

bool dropped_from(const struct dropped *dropped, int64_t id, int64_t age);

#endif
