// SPDX-License-Identifier: GPL-3.0-or-later
// The papers selected in the list, by id: what marks are about while there are any. They stay selected
// over reloads, as long as they are in the list.
#ifndef TUI_CHOSEN_H
#define TUI_CHOSEN_H

#include <stdbool.h>
#include <stdint.h>

#include "shoroku/base/vec.h"
#include "tui/paper-set.h"

struct chosen {
	VEC(int64_t) ids; // ascending
	int64_t anchor;	  // the paper toggled last, where a range begins; 0: none
	uint64_t pruned;  // the papers' generation that was pruned to
};

void chosen_release(struct chosen *chosen);

bool chosen_has(const struct chosen *chosen, int64_t id);
void chosen_toggle(struct chosen *chosen, int64_t id);
void chosen_clear(struct chosen *chosen);

// All from the paper toggled last, or from the first one, to the index.
void chosen_range(struct chosen *chosen, const struct paper_set *papers, size_t to);
void chosen_invert(struct chosen *chosen, const struct paper_set *papers);

// Forgets those that are not among the papers any more; at once where they are the same as before.
void chosen_prune(struct chosen *chosen, const struct paper_set *papers);

#endif
