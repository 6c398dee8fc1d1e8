// SPDX-License-Identifier: GPL-3.0-or-later
// Putting a roster in order.
#ifndef ARCHIVE_ROSTER_ORDER_H
#define ARCHIVE_ROSTER_ORDER_H

#include "shoroku/archive/roster.h"
#include "shoroku/archive/search.h"

// The roster stands by date and its flags are read. `search` may be NULL but for the order by relevance.
int roster_order_arrange(struct archive *archive, struct search *search, enum roster_order order,
			 struct roster *roster, struct error *err) ERROR_CHECKED;

#endif
