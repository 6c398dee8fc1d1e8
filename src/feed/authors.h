// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of authors as printed: "A, B, C", "A、B", "A; B", "A, B and C", "A, B, et al.".
#ifndef FEED_AUTHORS_H
#define FEED_AUTHORS_H

#include <stdbool.h>
#include <stddef.h>

#include "shoroku/base/arena.h"

struct authors {
	const char **names; // in the arena
	size_t count;
	bool truncated; // the list ended in "et al.", 他 or dots
};

void authors_split(struct arena *arena, const char *text, struct authors *authors);

// Whether a paragraph reads as a list of names: no sentence's end, every piece short, in Latin
// script begun by a capital (particles such as "van" aside), without digits.
bool authors_look_like(const char *text);

#endif
