// SPDX-License-Identifier: GPL-3.0-or-later
// The HTML inside a feed's item, into sections.
#ifndef FEED_ITEM_TEXT_H
#define FEED_ITEM_TEXT_H

#include "feed/listing.h"

// Markup and character references resolved; block elements end lines.
const char *item_text_plain(struct arena *arena, const char *html);

// Labelled sections where the text has labels; text under no label is `role`.
void item_text_sections(struct listing *listing, const char *html, enum section_role role,
			const char *label);

#endif
