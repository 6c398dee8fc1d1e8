// SPDX-License-Identifier: GPL-3.0-or-later
// The places of a posting as numbers.
#ifndef ARCHIVE_PLACE_LIST_H
#define ARCHIVE_PLACE_LIST_H

#include "archive/posting.h"
#include "shoroku/base/vec.h"

struct place_list {
	VEC(uint32_t) places; // in ascending order
};

// Replaces `list` by the places; false where they are damaged.
bool place_list_set(struct place_list *list, struct posting_places places);

// Leaves those that have one of `others` `distance` behind them; false where none has.
bool place_list_keep_followed(struct place_list *list, const struct place_list *others,
			      uint32_t distance);

void place_list_release(struct place_list *list);

#endif
