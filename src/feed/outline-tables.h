// SPDX-License-Identifier: GPL-3.0-or-later
// Tables among blocks: runs of cells, a row from a column 0 to the next.
#ifndef FEED_OUTLINE_TABLES_H
#define FEED_OUTLINE_TABLES_H

#include <stddef.h>

#include "shoroku/feed/blocks.h"

size_t outline_row_end(const struct blocks *blocks, size_t first);
size_t outline_table_end(const struct blocks *blocks, size_t first); // a head row begins another

#endif
