// SPDX-License-Identifier: GPL-3.0-or-later
// What a dry run of import shows.
#ifndef COMMANDS_IMPORT_PLAN_H
#define COMMANDS_IMPORT_PLAN_H

#include "shoroku/model/paper.h"

// The file and how it was read, the day and where its date comes from, a line a paper.
void command_import_plan_print(const char *name, const struct digest *digest, const char *reader);

#endif
