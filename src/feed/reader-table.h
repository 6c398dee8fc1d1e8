// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of all input formats, special before general.
#ifndef FEED_READER_TABLE_H
#define FEED_READER_TABLE_H

#include "feed/reader.h"

// The readers in the order in which they are asked; NULL after the last.
extern const struct reader *const reader_table[];

const struct reader *reader_table_find(const char *name); // NULL where there is none by that name

#endif
