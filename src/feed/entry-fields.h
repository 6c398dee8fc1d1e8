// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of an entry out of labelled values.
#ifndef FEED_ENTRY_FIELDS_H
#define FEED_ENTRY_FIELDS_H

#include <stdbool.h>

#include "shoroku/base/arena.h"
#include "shoroku/feed/blocks.h"
#include "shoroku/feed/labels.h"
#include "shoroku/model/paper.h"

// Takes a value of one line or several into the field its label names; what is known already stays.
void entry_fields_take(struct arena *arena, struct entry *entry, const struct label *label,
		       const char *value);

bool entry_fields_is_category(const char *text); // of arXiv: "cs.LG", "hep-ex"
void entry_fields_add_category(struct arena *arena, struct paper *paper, const char *text);

// What can be told at the end: the language.
void entry_fields_finish(struct entry *entry);

#endif
