// SPDX-License-Identifier: GPL-3.0-or-later
// The short author list of a line: "Panfilov, Kortukov, Nikolić +6", and other words lists share.
#ifndef SHOROKU_EXPORT_BRIEF_H
#define SHOROKU_EXPORT_BRIEF_H

#include <stddef.h>

#include "shoroku/base/strbuf.h"
#include "shoroku/model/day-state.h"
#include "shoroku/model/link.h"
#include "shoroku/model/paper.h"
#include "shoroku/text/width.h"

// Appends the family names (model/name.h) of at most `most` first authors, whole names only,
// within `cells`, and how many were left out as " +N" ("+" alone where the source printed "et al.").
// Where not even one name fits, only "+N" or nothing. Returns the cells used.
size_t brief_append_authors(struct strbuf *out, const struct paper *paper, size_t most,
			    size_t cells, enum width_ambiguous ambiguous);

// The word for the state of a day, translated.
const char *brief_state(enum day_state state);

// Whose words a section is, translated: what a model wrote is labelled wherever it is shown or exported.
// NULL: the label says it, or nobody knows.
const char *brief_writer(const struct section *section);

// The section's label as printed and, in brackets, whose words it is.
void brief_append_label(struct strbuf *out, const struct section *section);

// All names, ", " between them, and "et al." where the source printed it.
void brief_append_all_authors(struct strbuf *out, const struct paper *paper);

// "unread, favourite, rating 4, tags: a, b", translated.
void brief_append_marks(struct strbuf *out, const struct marks *marks);

// "arXiv", "DOI", "page", "PDF", translated.
const char *brief_link(enum link_kind kind);

#endif
