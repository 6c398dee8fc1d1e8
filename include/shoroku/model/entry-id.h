// SPDX-License-Identifier: GPL-3.0-or-later
// Ids are dates: (Unix day << 20) + (2^20 − 1 − n), n counting the day's entries from 0. Descending
// ids are newest day first, and a day's entries in the order they were stored.
#ifndef SHOROKU_MODEL_ENTRY_ID_H
#define SHOROKU_MODEL_ENTRY_ID_H

#include <stdint.h>

#include "shoroku/base/date.h"

#define ENTRY_ID_BITS 20
#define ENTRY_ID_MAX_N ((1 << ENTRY_ID_BITS) - 1)

int64_t entry_id_make(date_day day, int n);

// Asked for each posting of the search index. Days before 1970 are negative; so are their ids.
static inline date_day
entry_id_day(int64_t id)
{
	return (date_day)((id - (id & ENTRY_ID_MAX_N)) / (1 << ENTRY_ID_BITS));
}

static inline int
entry_id_n(int64_t id)
{
	return ENTRY_ID_MAX_N - (int)(id & ENTRY_ID_MAX_N);
}

int64_t entry_id_day_first(date_day day); // the smallest id of the day
int64_t entry_id_day_last(date_day day);  // the greatest

#endif
