// SPDX-License-Identifier: GPL-3.0-or-later
// Why a section is thought to speak of another paper: its words that the paper has nowhere else.
#ifndef SHOROKU_TRUST_FOREIGN_H
#define SHOROKU_TRUST_FOREIGN_H

#include <stddef.h>

#include "shoroku/base/arena.h"
#include "shoroku/trust/statistics.h"

// The most telling words of a text that stand in none of the others, at most `most` of them, the
// most telling first; as the text has them, into the arena. Of Han characters it is all that stand
// together. Returns how many.
size_t foreign_words(struct arena *arena, const char *text, const char *const *others,
		     size_t other_count, const struct trust_statistics *statistics,
		     const char **words, size_t most);

// The same of words that do stand in one of the others: what two texts share, of Han characters the
// longest stretches.
size_t foreign_shared_words(struct arena *arena, const char *text, const char *const *others,
			    size_t other_count, const struct trust_statistics *statistics,
			    const char **words, size_t most);

#endif
