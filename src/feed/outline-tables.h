// SPDX-License-Identifier: GPL-3.0-or-later
// Tables among blocks: runs of cells, a row from a column 0 to the next.
#ifndef FEED_OUTLINE_TABLES_H
#define FEED_OUTLINE_TABLES_H

#include <stddef.h>

#include "shoroku/feed/blocks.h"

size_t outline_tables_row_end(const struct blocks *blocks, size_t first);
size_t outline_tables_end(const struct blocks *blocks, size_t first); // a head row begins another

// The column of a table's head [head, end) whose cells are papers' titles; −1 where there is none.
int outline_tables_title_column(const struct blocks *blocks, size_t head, size_t end);

#endif
