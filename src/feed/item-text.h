// SPDX-License-Identifier: GPL-3.0-or-later
// The HTML inside a feed's item.
#ifndef FEED_ITEM_TEXT_H
#define FEED_ITEM_TEXT_H

#include "feed/listing.h"

// What is one line: markup dropped, character references resolved.
const char *item_text_plain(struct arena *arena, const char *html);

// For an item that prints no title, as short posts do: how its text begins.
void item_text_title(struct listing *listing, const char *html);

// Sections by the labels in it, and what else it says of the entry that is not known yet, by the rules of
// entry-filler.h; the entry has its title. Text under no label becomes a section of the role and label
// given.
void item_text_sections(struct listing *listing, const char *html, enum section_role role,
			const char *label);

#endif
