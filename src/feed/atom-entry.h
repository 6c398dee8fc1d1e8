// SPDX-License-Identifier: GPL-3.0-or-later
// What every Atom entry has (RFC 4287), whoever made the feed.
#ifndef FEED_ATOM_ENTRY_H
#define FEED_ATOM_ENTRY_H

#include "feed/listing.h"
#include "feed/xml.h"

// A text construct as HTML: what it says it is, plain text escaped. The caller releases `out`.
void atom_entry_html(struct arena *arena, const struct xml_node *node, struct strbuf *out);

// A text construct that is one line: markup taken out of it.
const char *atom_entry_line(struct arena *arena, const struct xml_node *node);

// Links, authors (one a <name> each, or all in one), categories, dates.
void atom_entry_fields(struct listing *listing, const struct xml_node *entry);

// `updated`, else `published` and their names in Atom 0.3; "" where there is none.
const char *atom_entry_date(struct arena *arena, const struct xml_node *node);

#endif
