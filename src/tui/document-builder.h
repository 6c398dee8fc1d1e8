// SPDX-License-Identifier: GPL-3.0-or-later
// What lays a document out, line by line: for document.c and those who add to it.
#ifndef TUI_DOCUMENT_BUILDER_H
#define TUI_DOCUMENT_BUILDER_H

#include "tui/document.h"

struct document_builder {
	struct document *document;
	struct wrap *wrap;
	const struct document_layout *layout;
	struct error *err;
};

// Adds an empty line. Good until another is added.
struct document_line *document_builder_add(struct document_builder *builder, int part,
					   size_t offset, enum style_role role);

// Adds a text broken into lines that are indented by so many cells; the document keeps a copy of it.
int document_builder_wrap(struct document_builder *builder, int part, int indent, const char *text,
			  enum style_role role) ERROR_CHECKED;

#endif
