// SPDX-License-Identifier: GPL-3.0-or-later
// The XML door: a whole document through libxml2's push parser into a small tree. No network, no file,
// no entity but the five of XML itself, and no more of anything than a feed has: past a cap the
// document is refused with a sentence, before the parser sees the bytes where that can be told.
#ifndef FEED_XML_H
#define FEED_XML_H

#include <stddef.h>

#include "feed/xml-node.h"
#include "shoroku/base/error.h"

#define XML_TAG_BYTES ((size_t)64 << 10) // of one tag, from < to >
#define XML_TAG_ATTRIBUTES 128
#define XML_DEPTH 128
#define XML_NODES ((size_t)1 << 18)

struct xml_document {
	const struct xml_node *root;
	size_t nodes;
	size_t bytes; // given to the parser, also where the document was refused
};

// `text` is UTF-8 whatever its declaration says; `name` is the input's, for messages. The tree lives in
// `arena`. Text of nothing but blanks is left out.
int xml_read(struct arena *arena, const char *name, const char *text, size_t length,
	     struct xml_document *document, struct error *err) ERROR_CHECKED;

#endif
