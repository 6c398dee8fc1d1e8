// SPDX-License-Identifier: GPL-3.0-or-later
// Ids in running text, used only where they are all the same.
#ifndef FEED_LOOSE_IDS_H
#define FEED_LOOSE_IDS_H

#include <stdbool.h>

#include "shoroku/base/arena.h"
#include "shoroku/feed/blocks.h"
#include "shoroku/model/paper.h"

struct loose_ids {
	const char *id;
	const char *href;
	bool many;
	const char *text; // being looked through
};
void loose_ids_note(struct loose_ids *ids, struct arena *arena, const struct block *block);
void loose_ids_use(const struct loose_ids *ids, struct arena *arena, struct paper *paper);

#endif
