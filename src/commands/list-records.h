// SPDX-License-Identifier: GPL-3.0-or-later
// Entries and days for programs: TSV, JSON, JSON Lines.
#ifndef COMMANDS_LIST_RECORDS_H
#define COMMANDS_LIST_RECORDS_H

#include "shoroku/archive/load.h"
#include "shoroku/commands/common.h"
#include "shoroku/query/highlight.h"

// With `highlight`, which may be NULL, JSON says where its words stand.
void command_list_records_entries(const struct load_entries *entries, enum command_format format,
				  const struct highlight *highlight);
void command_list_records_days(const struct load_days *days, enum command_format format);

#endif
