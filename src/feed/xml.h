// SPDX-License-Identifier: GPL-3.0-or-later
// The XML door: a whole document through libxml2's push parser into a small tree. No network, no file,
// no entity but the five of XML itself, and no more of anything than a feed has: past a cap the
// document is refused with a sentence, before the parser sees the bytes where that can be told.
#ifndef FEED_XML_H
#define FEED_XML_H

#include <stdbool.h>
#include <stddef.h>

#include "shoroku/base/arena.h"
#include "shoroku/base/error.h"
#include "shoroku/base/strbuf.h"

#define XML_TAG_BYTES ((size_t)64 << 10) // of one tag, from < to >
#define XML_TAG_ATTRIBUTES 128
#define XML_DEPTH 128
#define XML_NODES ((size_t)1 << 18)

// Whose vocabulary a name is from. What a format calls its own is XML_CORE: no namespace at all, Atom
// (RFC 4287 and 0.3), RSS 1.0 and 0.9, OAI-PMH and the metadata formats of arXiv's.
enum xml_space { XML_CORE, XML_DC, XML_CONTENT, XML_ARXIV, XML_RDF, XML_XHTML, XML_OTHER };

struct xml_attribute {
	const char *name; // without its prefix
	const char *value;
	const struct xml_attribute *next;
};

struct xml_node {
	const char *name; // without its prefix; NULL: text between elements
	const char *text; // of a text node, or of an element that holds nothing else; NULL: none
	const struct xml_attribute *attributes;
	struct xml_node *first; // child
	struct xml_node *next;	// sibling
	enum xml_space space;
};

struct xml_document {
	const struct xml_node *root;
	size_t nodes;
	size_t bytes; // given to the parser, also where the document was refused
};

// `text` is UTF-8 whatever its declaration says; `name` is the input's, for messages. The tree lives in
// `arena`. Text of nothing but blanks is left out.
int xml_read(struct arena *arena, const char *name, const char *text, size_t length,
	     struct xml_document *document, struct error *err) ERROR_CHECKED;

// Whether text begins like an XML document whose root is called so, whatever its prefix.
bool xml_root_is(const char *text, size_t length, const char *local_name);

// The first child, or the next sibling, of that name; NULL where there is none.
const struct xml_node *xml_child(const struct xml_node *node, enum xml_space space,
				 const char *name);
const struct xml_node *xml_next(const struct xml_node *node, enum xml_space space,
				const char *name);

// All the text in a node, markup dropped; "" for NULL.
const char *xml_text(struct arena *arena, const struct xml_node *node);
const char *xml_child_text(struct arena *arena, const struct xml_node *node, enum xml_space space,
			   const char *name);
const char *xml_attribute(const struct xml_node *node, const char *name); // NULL: not there

// The children of a node as HTML: XHTML inside Atom.
void xml_print(struct strbuf *out, const struct xml_node *node);

#endif
