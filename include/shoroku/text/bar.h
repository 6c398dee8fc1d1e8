// SPDX-License-Identifier: GPL-3.0-or-later
// A number as a bar of blocks, for plots in lines of text.
#ifndef SHOROKU_TEXT_BAR_H
#define SHOROKU_TEXT_BAR_H

#include <stdbool.h>
#include <stddef.h>

#include "shoroku/base/strbuf.h"

// Appends a bar of `value` where `most` would fill `cells` cells, in eighths of a cell, or in whole cells
// of '#' where `ascii`. What is not 0 shows. Nothing is appended behind the bar.
void bar_append(struct strbuf *out, size_t value, size_t most, size_t cells, bool ascii);

#endif
