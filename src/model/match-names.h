// SPDX-License-Identifier: GPL-3.0-or-later
// Names of people, compared as they may be printed.
#ifndef MODEL_MATCH_NAMES_H
#define MODEL_MATCH_NAMES_H

#include <stdbool.h>

// Whether both may be one person's: a whole word in common, and each word of the shorter name in the
// longer, in any order, as a whole, as its beginning or as its initial.
bool match_names(const char *a, const char *b);

#endif
