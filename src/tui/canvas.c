// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/canvas.h"

#include <stdlib.h>
#include <string.h>

#include "shoroku/base/memory.h"
#include "shoroku/text/utf8.h"

// clang-format off
static const struct glyphs glyphs_unicode = {
	.cursor = "▸", .unread = "•", .favourite = "★", .warning = "⚠", .note = "✎", .followed = "◆", .selected = "+",
	.ellipsis = "…", .vertical = "│",
	.horizontal = "─", .day_unread = "▫", .day_read = "▪", .day_none = "·", .changed = "↻",
	.day_failed = "!", .day_waiting = "~", .day_absent = "-",
	.shades = { "░", "▒", "▓", "█" },
};
static const struct glyphs glyphs_ascii = {
	.cursor = ">", .unread = "*", .favourite = "!", .warning = "?", .note = "#", .followed = "@", .selected = "+",
	.ellipsis = "~", .vertical = "|",
	.horizontal = "-", .day_unread = "o", .day_read = "x", .day_none = ".", .changed = "r",
	.day_failed = "!", .day_waiting = "~", .day_absent = "-",
	.shades = { ":", "=", "%", "#" },
};
// clang-format on

void
canvas_init(struct canvas *canvas)
{
	*canvas = (struct canvas){.ambiguous = WIDTH_NARROW, .glyphs = &glyphs_unicode};
}

void
canvas_release(struct canvas *canvas)
{
	free(canvas->cells);
	canvas_init(canvas);
}

void
canvas_set_ambiguous(struct canvas *canvas, enum width_ambiguous ambiguous)
{
	canvas->ambiguous = ambiguous;
	canvas->glyphs = ambiguous == WIDTH_WIDE ? &glyphs_ascii : &glyphs_unicode;
}

void
canvas_resize(struct canvas *canvas, int rows, int columns)
{
	free(canvas->cells);
	canvas->rows = rows > 0 ? rows : 1;
	canvas->columns = columns > 0 ? columns : 1;
	canvas->cells =
	    memory_alloc((size_t)canvas->rows * (size_t)canvas->columns * sizeof(*canvas->cells));
	canvas_clear(canvas);
}

static struct cell *
cell_at(const struct canvas *canvas, int row, int column)
{
	return &canvas->cells[(size_t)row * (size_t)canvas->columns + (size_t)column];
}

static void
blank(struct cell *cell)
{
	*cell = (struct cell){.text = {' '}, .width = 1, .role = STYLE_NORMAL};
}

void
canvas_clear(struct canvas *canvas)
{
	size_t count = (size_t)canvas->rows * (size_t)canvas->columns;

	for (size_t i = 0; i < count; i++)
		blank(&canvas->cells[i]);
	canvas->cursor_row = canvas->rows - 1;
	canvas->cursor_column = 0;
}

struct pane
canvas_whole(struct canvas *canvas)
{
	return (struct pane){canvas, 0, 0, canvas->rows, canvas->columns};
}

static int
clamp(int value, int low, int high)
{
	return value < low ? low : value > high ? high : value;
}

struct pane
canvas_part(const struct pane *pane, int row, int column, int rows, int columns)
{
	struct pane part = {.canvas = pane->canvas};
	int top = clamp(row, 0, pane->rows);
	int left = clamp(column, 0, pane->columns);

	part.row = pane->row + top;
	part.column = pane->column + left;
	part.rows = clamp(rows, 0, pane->rows - top);
	part.columns = clamp(columns, 0, pane->columns - left);
	return part;
}

// A wide character half overwritten would leave half a glyph: its other half becomes a blank.
static void
clear_cell(const struct canvas *canvas, int row, int column)
{
	struct cell *cell = cell_at(canvas, row, column);

	if (cell->width == 0 && column > 0)
		blank(cell_at(canvas, row, column - 1));
	if (cell->width == 2 && column + 1 < canvas->columns)
		blank(cell_at(canvas, row, column + 1));
	blank(cell);
}

// Fills a cell with one cluster; format characters (joiners, selectors) are not drawn.
static void
fill_cell(struct cell *cell, const char *text, size_t length, enum width_ambiguous ambiguous)
{
	size_t used = 0;

	memset(cell->text, 0, sizeof(cell->text));
	for (size_t i = 0; i < length && used < CANVAS_CLUSTER;) {
		uint32_t code = utf8_next(text, length, &i);
		int width = width_of(code, ambiguous);
		bool selector = code == 0x200C || code == 0x200D ||
				(code >= 0xFE00 && code <= 0xFE0F) ||
				(code >= 0xE0100 && code <= 0xE01EF);

		if (selector || (width == 0 && used == 0))
			continue;
		cell->text[used++] = width < 0 ? 0xFFFD : code;
	}
	if (!used)
		cell->text[0] = ' ';
}

static void
put_cluster(const struct canvas *canvas, int row, int column, const char *text, size_t length,
	    int width, struct cell style)
{
	struct cell *cell;

	clear_cell(canvas, row, column);
	if (width == 2)
		clear_cell(canvas, row, column + 1);
	cell = cell_at(canvas, row, column);
	*cell = style;
	cell->width = (uint8_t)width;
	fill_cell(cell, text, length, canvas->ambiguous);
	if (width == 2) {
		*cell_at(canvas, row, column + 1) = style;
		cell_at(canvas, row, column + 1)->width = 0;
	}
}

int
canvas_put(const struct pane *pane, int row, int column, int cells, const char *text, size_t length,
	   enum style_role role, bool bold)
{
	struct cell style = {.role = (uint8_t)role, .bold = bold};
	int end = cells < 0 ? pane->columns : column + cells;

	if (end > pane->columns)
		end = pane->columns;
	if (row < 0 || row >= pane->rows || column < 0)
		return column;
	for (size_t i = 0; i < length;) {
		int width;
		size_t bytes = width_cluster(text + i, length - i, pane->canvas->ambiguous, &width);

		if (width < 0)
			width = 1;
		if (column + width > end)
			break;
		if (width > 0)
			put_cluster(pane->canvas, pane->row + row, pane->column + column, text + i,
				    bytes, width, style);
		column += width;
		i += bytes;
	}
	return column;
}

int
canvas_put_string(const struct pane *pane, int row, int column, const char *text,
		  enum style_role role)
{
	return canvas_put(pane, row, column, -1, text, strlen(text), role, false);
}

int
canvas_cells_of(const struct canvas *canvas, const char *text)
{
	return (int)width_text(text, strlen(text), canvas->ambiguous);
}

int
canvas_put_cut(const struct pane *pane, int row, int column, int cells, const char *text,
	       enum style_role role, bool bold)
{
	const char *ellipsis = pane->canvas->glyphs->ellipsis;
	size_t length = strlen(text);
	size_t used;
	size_t fits;

	if (cells < 0 || column + cells > pane->columns)
		cells = pane->columns - column;
	if (cells <= 0)
		return column;
	if (canvas_cells_of(pane->canvas, text) <= cells)
		return canvas_put(pane, row, column, cells, text, length, role, bold);
	fits = width_fit(text, length, (size_t)cells - 1, pane->canvas->ambiguous, &used);
	column = canvas_put(pane, row, column, cells - 1, text, fits, role, bold);
	return canvas_put(pane, row, column, 1, ellipsis, strlen(ellipsis), role, bold);
}

void
canvas_rule_horizontal(const struct pane *pane, int row)
{
	for (int column = 0; column < pane->columns; column++)
		canvas_put_string(pane, row, column, pane->canvas->glyphs->horizontal, STYLE_RULE);
}

void
canvas_rule_vertical(const struct pane *pane, int column)
{
	for (int row = 0; row < pane->rows; row++)
		canvas_put_string(pane, row, column, pane->canvas->glyphs->vertical, STYLE_RULE);
}

void
canvas_set_cursor(const struct pane *pane, int row, int column)
{
	if (pane->rows <= 0 || pane->columns <= 0)
		return;
	pane->canvas->cursor_row = pane->row + clamp(row, 0, pane->rows - 1);
	pane->canvas->cursor_column = pane->column + clamp(column, 0, pane->columns - 1);
}

void
canvas_row_text(const struct canvas *canvas, int row, struct strbuf *out)
{
	for (int column = 0; column < canvas->columns; column++) {
		const struct cell *cell = cell_at(canvas, row, column);

		for (size_t i = 0; cell->width && i < CANVAS_CLUSTER && cell->text[i]; i++)
			strbuf_add_utf8(out, cell->text[i]);
	}
	while (out->length && out->data[out->length - 1] == ' ')
		strbuf_truncate(out, out->length - 1);
}
