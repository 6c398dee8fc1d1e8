// SPDX-License-Identifier: GPL-3.0-or-later
// Sources as a table.
#ifndef COMMANDS_SOURCES_LIST_H
#define COMMANDS_SOURCES_LIST_H

#include "shoroku/commands/common.h"
#include "shoroku/model/source.h"

// A kind in words: "a page a day"
const char *command_sources_list_kind(enum source_kind kind);

// `helps` runs parallel to the items; NULL: there is nothing to say about them.
void command_sources_list(const struct app *app, const struct source *items,
			  const char *const *helps, size_t count, enum command_format format);

#endif
