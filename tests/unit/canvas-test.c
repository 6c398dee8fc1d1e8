// SPDX-License-Identifier: GPL-3.0-or-later
// The grid of cells: cutting at edges and at cells, glyphs never halved, nothing unsafe drawn.
#include "tui/canvas.h"

#include "tap.h"

static struct canvas canvas;

static void
is_row(int row, const char *want, const char *name)
{
	struct strbuf text;

	strbuf_init(&text);
	canvas_row_text(&canvas, row, &text);
	tap_is_str(text.data, want, name);
	strbuf_release(&text);
}

// Every wide cell has its right half and every half its cell.
static bool
is_sound(void)
{
	for (int i = 0; i < canvas.rows * canvas.columns; i++) {
		int column = i % canvas.columns;
		const struct cell *cell = &canvas.cells[i];

		if (cell->width == 2 && (column + 1 == canvas.columns || cell[1].width != 0))
			return false;
		if (cell->width == 0 && (column == 0 || cell[-1].width != 2))
			return false;
	}
	return true;
}

static void
put(int row, int column, int cells, const char *text)
{
	struct pane whole = canvas_whole(&canvas);

	canvas_put(&whole, row, column, cells, text, strlen(text), STYLE_NORMAL, false);
}

static void
test_putting(void)
{
	struct pane whole = canvas_whole(&canvas);

	put(0, 0, -1, "抄録 digest");
	is_row(0, "抄録 digest", "text");
	put(0, 1, 1, "x");
	is_row(0, " x録 digest", "half of a glyph becomes a blank");
	put(0, 2, 1, "y");
	is_row(0, " xy  digest", "the other half too");
	put(1, 11, -1, "録");
	is_row(1, "", "a wide glyph does not hang over the edge");
	put(1, 0, 3, "あい");
	is_row(1, "あ", "nor over the cells it was given");
	tap_is_int(canvas_put_cut(&whole, 2, 0, 5, "あいう", STYLE_NORMAL, false), 5, "cut");
	is_row(2, "あい…", "with an ellipsis at a cell's boundary");
	canvas_put_cut(&whole, 3, 0, 6, "あいう", STYLE_NORMAL, false);
	is_row(3, "あいう", "what fits is whole");
	canvas_put_cut(&whole, 4, 0, 4, "あいう", STYLE_NORMAL, false);
	is_row(4, "あ…", "a cell may stay free");
	tap_ok(is_sound(), "no half is alone");
}

static void
test_safety(void)
{
	put(5, 0, -1, "a\033[31mb");
	is_row(5, "a\uFFFD[31mb", "an escape is not drawn");
	put(5, 0, -1,
	    "a\xC2\x9B"
	    "b\nc  ");
	is_row(5, "a\uFFFDb\uFFFDc", "nor a C1 control or a line's end");
	put(6, 0, -1, "e\u0301か\u3099");
	is_row(6, "e\u0301か\u3099", "marks stay on their base");
	put(6, -3, -1, "abcde");
	put(99, 0, -1, "x");
	tap_ok(is_sound(), "what is outside does no harm");
}

static void
test_parts(void)
{
	struct pane whole = canvas_whole(&canvas);
	struct pane part;

	canvas_clear(&canvas);
	part = canvas_part(&whole, 2, 3, 2, 4);
	canvas_put_string(&part, 0, 0, "あいうえ", STYLE_NORMAL);
	is_row(2, "   あい", "a part cuts at its own edge");
	canvas_put_string(&part, 2, 0, "x", STYLE_NORMAL);
	is_row(4, "", "and below");
	part = canvas_part(&whole, 6, 8, 100, 100);
	tap_ok(part.rows == canvas.rows - 6 && part.columns == canvas.columns - 8,
	       "a part lies inside");
	canvas_set_cursor(&part, 1, 1);
	tap_ok(canvas.cursor_row == 7 && canvas.cursor_column == 9,
	       "the cursor in its coordinates");
}

static void
test_ambiguous(void)
{
	struct pane whole = canvas_whole(&canvas);

	canvas_set_ambiguous(&canvas, WIDTH_WIDE);
	canvas_clear(&canvas);
	put(0, 0, -1, "α1");
	tap_is_int(canvas.cells[0].width, 2, "ambiguous characters take two cells when told");
	canvas_put_cut(&whole, 1, 0, 4, "abcdef", STYLE_NORMAL, false);
	is_row(1, "abc~", "and the chrome keeps to one");
	tap_is_int(canvas_cells_of(&canvas, "αx"), 3, "measured alike");
	tap_ok(is_sound(), "no half is alone");
}

int
main(void)
{
	canvas_init(&canvas);
	canvas_resize(&canvas, 8, 12);
	test_putting();
	test_safety();
	test_parts();
	test_ambiguous();
	canvas_resize(&canvas, 0, -1);
	tap_ok(canvas.rows == 1 && canvas.columns == 1, "no canvas is smaller than a cell");
	canvas_release(&canvas);
	return tap_done();
}
