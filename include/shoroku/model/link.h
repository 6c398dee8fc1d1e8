// SPDX-License-Identifier: GPL-3.0-or-later
// Where a paper is to be found: a few links, always in the same order, so that they can be numbered.
#ifndef SHOROKU_MODEL_LINK_H
#define SHOROKU_MODEL_LINK_H

#include <stddef.h>

#include "shoroku/base/arena.h"
#include "shoroku/model/paper.h"

enum link_kind { LINK_ARXIV, LINK_DOI, LINK_PAGE, LINK_PDF };
#define LINKS_MOST 4

struct link {
	enum link_kind kind;
	const char *url; // of http or https and nothing but printable ASCII; in the arena
};

struct links {
	struct link items[LINKS_MOST];
	size_t count;
};

// The paper's record at arXiv, its DOI, the page its digest links to where that is another one, its PDF. A URL
// that is not fit for another program (base/process.h) is no link.
void link_find(struct arena *arena, const struct paper *paper, struct links *links);

#endif
