// SPDX-License-Identifier: GPL-3.0-or-later
// A line that begins with a label.
#ifndef FEED_PIECE_H
#define FEED_PIECE_H

#include <stdbool.h>
#include <stddef.h>

#include "shoroku/feed/labels.h"

struct piece {
	const struct label *label;
	size_t label_length; // bytes of the line up to the label's end
	size_t value;	     // where what it labels begins; the line's end where it stands alone
};

// Whether a line is a label, or begins with one before a colon of either width.
bool piece_find(const struct labels *labels, const char *line, size_t length, struct piece *piece);

#endif
