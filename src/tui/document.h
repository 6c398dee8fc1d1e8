// SPDX-License-Identifier: GPL-3.0-or-later
// A paper laid out in lines: title, authors, ids, then the sections under their printed labels, as
// deep as the zoom says.
#ifndef TUI_DOCUMENT_H
#define TUI_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "shoroku/archive/load.h"
#include "shoroku/query/query.h"
#include "shoroku/text/wrap.h"
#include "tui/canvas.h"

// How much is shown; each depth includes those before it.
enum document_depth {
	DOCUMENT_TITLE,
	DOCUMENT_REASON,
	DOCUMENT_SHORT,
	DOCUMENT_DETAIL,
	DOCUMENT_ABSTRACT,
};

struct document_layout {
	int columns; // of the text
	enum document_depth depth;
	bool all_authors;
	const char *followed;	 // "◆ Ada Example", or NULL
	const char *translation; // the language there is the paper in, too, or NULL
	enum width_ambiguous ambiguous;
	int kinsoku; // the setting that the lines are broken by
};

struct document_line {
	const char *text; // into the document's arena; not terminated
	size_t length;
	int indent;  // cells before the text
	bool unread; // a title in the foot, of a paper that is
	enum style_role role;
	const char *right; // a note at the right edge, where there is room for it; or NULL
	// Where the line comes from, so that the same place is found again in another layout.
	int part; // 0 title, 1 authors, 2 ids, 3 seen before, 4 … the sections, then the foot
	size_t offset; // in the part's text
	bool starts_section;
	unsigned
	    texts; // the enum query_text it is a line of; 0: of none, nothing is searched there
};

// A place in a paper that survives another layout.
struct document_place {
	int part;
	size_t offset;
	size_t nth; // of the lines that begin there: a blank one, a heading, its text
};

// A paper named at the foot, which can be chosen.
struct document_item {
	int64_t entry;
	size_t line; // its first one
	size_t end;  // the line after its last one
	bool read;
	bool favourite;
	bool noted;
	bool warned;
};

struct document {
	VEC(struct document_line) lines;
	size_t text_lines; // of the paper's own; what stands behind them is the foot
	int end_part;	   // the first one that no line of the text has
	VEC(struct document_item) items;
	struct arena arena;
};

void document_init(struct document *document);
void document_release(struct document *document);

// Lays the paper out anew. The document keeps its own copy of what it shows.
int document_build(struct document *document, struct wrap *wrap, const struct load_entry *paper,
		   const struct document_layout *layout, struct error *err) ERROR_CHECKED;

// The shallowest depth from `depth` on at which the paper has a section to show; `depth` where it has none.
enum document_depth document_depth_from(const struct load_entry *paper, enum document_depth depth);

// Puts what stands at the right edge of the line, `columns` cells behind `margin`, where it has room
// behind the text, which ends at `column`.
void document_put_right(const struct document_line *line, const struct pane *pane, int row,
			int margin, int columns, int column);

// The place of the section with that role, its heading; of the top where the paper has none.
struct document_place document_section_place(const struct load_entry *paper,
					     enum section_role role);

// The role of the section a place is in. Returns false where it is in none.
bool document_role_at(const struct load_entry *paper, struct document_place place,
		      enum section_role *role);

struct document_place document_place_of(const struct document *document, size_t line);
size_t document_line_of(const struct document *document, struct document_place place);

// The first line of the section after (direction 1) or before (−1) `line`; `line` where none is.
size_t document_section(const struct document *document, size_t line, int direction);

#endif
