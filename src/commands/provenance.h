// SPDX-License-Identifier: GPL-3.0-or-later
// Where a text came from, in words.
#ifndef COMMANDS_PROVENANCE_H
#define COMMANDS_PROVENANCE_H

#include "shoroku/archive/raw.h"
#include "shoroku/base/strbuf.h"

// "date from the heading"
const char *command_provenance_date(enum date_origin origin);

// One line: the input's name, when and by what it was read, its revision, where the date came from.
void command_provenance_append(struct strbuf *out, const struct raw *raw);

// "1 added, 2 changed": how many papers the differences are of.
void command_provenance_count(struct strbuf *out, const struct differences *differences);

#endif
