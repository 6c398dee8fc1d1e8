// SPDX-License-Identifier: GPL-3.0-or-later
// A paper that digests of several languages have: the same in another one.
#ifndef SHOROKU_ARCHIVE_TRANSLATION_H
#define SHOROKU_ARCHIVE_TRANSLATION_H

#include <stdint.h>

#include "shoroku/archive/archive.h"
#include "shoroku/base/arena.h"

struct translation {
	int64_t id;	  // of the entry; 0: there is none
	const char *lang; // its language, in the arena
};

// The entry of the same paper in the next of its other languages, of the digest nearest in time: asked
// again and again it goes round.
int translation_find(struct archive *archive, struct arena *arena, int64_t id,
		     struct translation *translation, struct error *err) ERROR_CHECKED;

#endif
