// SPDX-License-Identifier: GPL-3.0-or-later
// A tree of XML elements, and what readers ask of it; xml.h makes it.
#ifndef FEED_XML_NODE_H
#define FEED_XML_NODE_H

#include "shoroku/base/arena.h"
#include "shoroku/base/strbuf.h"

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

// The first child, or the next sibling, of that name; NULL where there is none.
const struct xml_node *xml_node_child(const struct xml_node *node, enum xml_space space,
				      const char *name);
const struct xml_node *xml_node_next(const struct xml_node *node, enum xml_space space,
				     const char *name);

// All the text in a node, markup dropped; "" for NULL.
const char *xml_node_text(struct arena *arena, const struct xml_node *node);
const char *xml_node_child_text(struct arena *arena, const struct xml_node *node,
				enum xml_space space, const char *name);
const char *xml_node_attribute(const struct xml_node *node, const char *name); // NULL: not there

// The children of a node as HTML: XHTML inside Atom.
void xml_node_print(struct strbuf *out, const struct xml_node *node);

#endif
