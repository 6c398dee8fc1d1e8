// SPDX-License-Identifier: GPL-3.0-or-later
// The label table: which printed labels open which section.
#ifndef SHOROKU_FEED_LABEL_H
#define SHOROKU_FEED_LABEL_H

#include <stdbool.h>
#include <stddef.h>

#include "shoroku/model/paper.h"

struct label {
	const char *lang;
	const char *text; // as usually printed
	enum section_role role;
};

// The built-in rows.
extern const struct label label_table[];
extern const size_t label_table_size;

// Rows of the user's own beside them.
struct labels;

// Finds the row whose text equals `text` after folding, with brackets, colons, numbering, emoji
// and a gloss in parentheses dropped. NULL where none does.
const struct label *label_find(const char *text, size_t length);

#endif
