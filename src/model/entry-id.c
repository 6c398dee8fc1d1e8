// SPDX-License-Identifier: GPL-3.0-or-later
#include "shoroku/model/entry-id.h"

#include "shoroku/base/error.h"

int64_t
entry_id_make(date_day day, int n)
{
	if (n < 0 || n > ENTRY_ID_MAX_N)
		BUG("entry %d of a day", n);
	return (int64_t)day * (1 << ENTRY_ID_BITS) + (ENTRY_ID_MAX_N - n);
}

date_day
entry_id_day(int64_t id)
{
	int64_t day = id / (1 << ENTRY_ID_BITS);

	// Days before 1970 are negative; division rounds towards zero.
	return (date_day)(id % (1 << ENTRY_ID_BITS) < 0 ? day - 1 : day);
}

int
entry_id_n(int64_t id)
{
	return ENTRY_ID_MAX_N - (int)(id - entry_id_day_first(entry_id_day(id)));
}

int64_t
entry_id_day_first(date_day day)
{
	return (int64_t)day * (1 << ENTRY_ID_BITS);
}

int64_t
entry_id_day_last(date_day day)
{
	return entry_id_day_first(day) + ENTRY_ID_MAX_N;
}
