// SPDX-License-Identifier: GPL-3.0-or-later
// A paper that several digests have: where else it stands.
#ifndef SHOROKU_ARCHIVE_ELSEWHERE_H
#define SHOROKU_ARCHIVE_ELSEWHERE_H

#include <stddef.h>
#include <stdint.h>

#include "shoroku/archive/archive.h"
#include "shoroku/base/arena.h"

// The other entries of an entry's paper, the newest first, at most `most`, into the arena. Any handle will
// do; none where there is no such entry.
int elsewhere_find(struct archive *archive, struct arena *arena, int64_t entry, size_t most,
		   int64_t **entries, size_t *count, struct error *err) ERROR_CHECKED;

#endif
