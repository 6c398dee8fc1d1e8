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
