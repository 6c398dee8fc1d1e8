// SPDX-License-Identifier: GPL-3.0-or-later
// A grid of cells in memory. Views draw here and nowhere else; the terminal is one way to show it,
// a test's memory another.
#ifndef TUI_CANVAS_H
#define TUI_CANVAS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shoroku/base/strbuf.h"
#include "shoroku/text/width.h"
#include "tui/style.h"

#define CANVAS_CLUSTER 5 // a base character and at most four marks, as ncurses keeps them

struct cell {
	uint32_t text[CANVAS_CLUSTER]; // unused ones are 0
	uint8_t width;		       // 1, 2, or 0 for the right half of a wide character
	uint8_t role;		       // enum style_role
	uint8_t bold;		       // beside what the role says: unread titles
	uint8_t reserved;	       // no padding: cells are compared as bytes
};

#define HEAT_SHADES 4

// Signs of the chrome. With ambiguous characters wide their ASCII forms are used, since a terminal
// would draw each in two cells.
struct glyphs {
	const char *cursor;
	const char *unread;
	const char *favourite;
	const char *warning;
	const char *note;
	const char *followed; // an author the user follows
	const char *selected;
	const char *ellipsis;
	const char *vertical;
	const char *horizontal;
	const char *day_unread;
	const char *day_read;
	const char *day_none;
	const char *changed;
	const char *day_failed;
	const char *day_waiting; // not yet published, not yet confirmed
	const char *day_absent;
	const char *shades[HEAT_SHADES]; // from light to dark
};

struct canvas {
	int rows;
	int columns;
	struct cell *cells;
	enum width_ambiguous ambiguous;
	const struct glyphs *glyphs;
	int cursor_row; // where the hardware cursor sits
	int cursor_column;
};

// A part of a canvas. Everything drawn into it is cut at its edges.
struct pane {
	struct canvas *canvas;
	int row;
	int column;
	int rows;
	int columns;
};

void canvas_init(struct canvas *canvas);
void canvas_release(struct canvas *canvas);
void canvas_resize(struct canvas *canvas, int rows, int columns); // and clears
void canvas_clear(struct canvas *canvas);
void canvas_set_ambiguous(struct canvas *canvas, enum width_ambiguous ambiguous);

struct pane canvas_whole(struct canvas *canvas);
struct pane canvas_part(const struct pane *pane, int row, int column, int rows, int columns);

// Draws one line of text from (row, column) of the pane on, at most `cells` cells (−1: to the
// edge); what is not safe to draw becomes U+FFFD. Returns the column after it.
int canvas_put(const struct pane *pane, int row, int column, int cells, const char *text,
	       size_t length, enum style_role role, bool bold);
int canvas_put_string(const struct pane *pane, int row, int column, const char *text,
		      enum style_role role);
// As canvas_put(), but text that does not fit ends in an ellipsis at a cell boundary.
int canvas_put_cut(const struct pane *pane, int row, int column, int cells, const char *text,
		   enum style_role role, bool bold);
void canvas_rule_horizontal(const struct pane *pane, int row);
void canvas_rule_vertical(const struct pane *pane, int column);

// The hardware cursor, in the pane's coordinates.
void canvas_set_cursor(const struct pane *pane, int row, int column);

int canvas_cells_of(const struct canvas *canvas, const char *text);

// One row as UTF-8 without blanks at the end, for tests and dumps.
void canvas_row_text(const struct canvas *canvas, int row, struct strbuf *out);

#endif
