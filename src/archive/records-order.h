// SPDX-License-Identifier: GPL-3.0-or-later
// A batch of records in the order of the ids they will have: the newest day first, those of a day as they
// came.
#ifndef ARCHIVE_RECORDS_ORDER_H
#define ARCHIVE_RECORDS_ORDER_H

#include <stddef.h>

#include "shoroku/base/date.h"
#include "shoroku/base/vec.h"
#include "shoroku/model/paper.h"

struct records_place {
	date_day date;
	size_t index; // in the batch
};

struct records_order {
	VEC(struct records_place) places;
};

// Replaces what was in it.
void records_order_fill(struct records_order *order, const struct entry *entries, size_t count);
void records_order_release(struct records_order *order);

// The places of the day: from *first to before *end.
void records_order_day(const struct records_order *order, date_day date, size_t *first,
		       size_t *end);

#endif
