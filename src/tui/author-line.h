// SPDX-License-Identifier: GPL-3.0-or-later
// Author lists on one line: cut by whole names, with the count.
#ifndef TUI_AUTHOR_LINE_H
#define TUI_AUTHOR_LINE_H

#include "shoroku/base/strbuf.h"
#include "shoroku/model/paper.h"
#include "shoroku/text/width.h"

// Every author, separated by commas; "et al." where the source cut the list.
void author_line_all(struct strbuf *out, const struct paper *paper);

// As many whole names as fit into `cells`, then "… 28 authors (a)" where some are left out.
void author_line_one(struct strbuf *out, const struct paper *paper, int cells,
		     enum width_ambiguous ambiguous);

// Family names of at most three first authors and how many more, as many as fit into `cells`:
// "Isobe, Maiolino, Ji +25". One name is always there.
void author_line_short(struct strbuf *out, const struct paper *paper, int cells,
		       enum width_ambiguous ambiguous);

#endif
