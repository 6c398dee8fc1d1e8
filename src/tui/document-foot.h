// SPDX-License-Identifier: GPL-3.0-or-later
// What stands below a paper's own text: the same paper in other digests, and the papers near it.
#ifndef TUI_DOCUMENT_FOOT_H
#define TUI_DOCUMENT_FOOT_H

#include "shoroku/work/relater.h"
#include "tui/document.h"

// Related papers shown, of those that are known.
#define DOCUMENT_FOOT_PAPERS SIMILAR_USUAL

// Behind what document_build() laid out of the paper; the document keeps its own copy.
int document_foot_add(struct document *document, struct wrap *wrap, const struct load_entry *paper,
		      const struct document_layout *layout, const struct relater_event *related,
		      struct error *err) ERROR_CHECKED;

// The item with that entry, or NULL.
const struct document_item *document_foot_find(const struct document *document, int64_t entry);

// Whose first line it is, or NULL.
const struct document_item *document_foot_at(const struct document *document, size_t line);

#endif
