// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the command line as one query.
#ifndef COMMANDS_QUERY_TEXT_H
#define COMMANDS_QUERY_TEXT_H

#include "shoroku/commands/table.h"
#include "shoroku/query/query.h"

// `sort` is an order as `sort:` takes it, or NULL. No words find everything. ERROR_USAGE shows where the
// mistake is.
int command_query_text(const struct app *app, const struct command_arguments *arguments,
		       const char *sort, struct arena *arena, struct query *query,
		       struct error *err) ERROR_CHECKED;

// Likewise of a query that was put together.
int command_query_text_parse(const struct app *app, const char *text, struct arena *arena,
			     struct query *query, struct error *err) ERROR_CHECKED;

#endif
