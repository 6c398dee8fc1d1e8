// SPDX-License-Identifier: GPL-3.0-or-later
// More about a warning of an entry (model/paper.h); any handle will do.
#ifndef SHOROKU_ARCHIVE_WARNED_H
#define SHOROKU_ARCHIVE_WARNED_H

#include <stdbool.h>
#include <stddef.h>

#include "shoroku/archive/archive.h"
#include "shoroku/base/arena.h"
#include "shoroku/model/paper.h"

// Below which score entries that are loaded or searched for are warned of; TRUST_THRESHOLD
// (trust/crowd.h) unless set.
void warned_set_threshold(struct archive *archive, double threshold);

// Sets the evidence of warnings that a section speaks of another paper, which loading leaves out: the words
// that its paper has nowhere else, the most telling first, in the arena. The entry has its sections.
int warned_explain(struct archive *archive, struct arena *arena, struct entry *entry,
		   struct error *err) ERROR_CHECKED;

// The entry of the whole archive that a section warned of fits clearly better than its own paper, which no
// paper of its day did: its id into *other, 0 where there is none.
int warned_better(struct archive *archive, const struct entry *entry, int64_t *other,
		  struct error *err) ERROR_CHECKED;

// The field of the journal that dismisses a warning: "dismissed:reason-mismatch". In the arena.
const char *warned_field(struct arena *arena, const struct warning *warning);

#endif
