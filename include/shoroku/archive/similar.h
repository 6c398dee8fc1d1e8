// SPDX-License-Identifier: GPL-3.0-or-later
// Papers that speak of the same, over the whole archive, by the search index: those that share the rarest
// words are looked for, and compared as wholes. Across languages papers are near by the Latin words, names
// and formulas that they share.
#ifndef SHOROKU_ARCHIVE_SIMILAR_H
#define SHOROKU_ARCHIVE_SIMILAR_H

#include <stddef.h>
#include <stdint.h>

#include "shoroku/archive/archive.h"
#include "shoroku/base/arena.h"
#include "shoroku/model/paper.h"

#define SIMILAR_WORDS 5
#define SIMILAR_USUAL 5

struct similar {
	int64_t entry;			  // the newest of the paper's
	double score;			  // 0 to 1
	const char *words[SIMILAR_WORDS]; // that both have, the most telling first
	size_t word_count;
};

// The nearest to an entry's paper first, at most `most`, into the arena. The same paper elsewhere is none of
// them. Any handle will do.
int similar_find(struct archive *archive, struct arena *arena, int64_t entry, size_t most,
		 struct similar **list, size_t *count, struct error *err) ERROR_CHECKED;

// The same by one section's text only: the papers it may belong to.
int similar_find_section(struct archive *archive, struct arena *arena, int64_t entry,
			 enum section_role role, size_t most, struct similar **list, size_t *count,
			 struct error *err) ERROR_CHECKED;

#endif
