// SPDX-License-Identifier: GPL-3.0-or-later
// A picture of the reader on the examples, as SVG on standard output: `draw COLUMNS ROWS KEYS`, the keys as
// tests/unit/memory-reader.h has them. Each character stands at its cell, whatever font shows it.
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>

#include "memory-reader.h"
#include "shoroku/base/compiler.h"
#include "shoroku/base/i18n.h"
#include "tui/wakeup.h"

// In tenths of a pixel, as all numbers here.
enum { CELL = 84, LINE = 200, BASE = 148, MARGIN = 120 };

static struct memory_reader reader;

// The palette's first colours, on a dark ground.
static const char *const palette[] = {"#45475a", "#f38ba8", "#a6e3a1", "#f9e2af",
				      "#89b4fa", "#cba6f7", "#7fd3d8", "#cdd6f4"};

static const struct cell *
cell_at(int row, int column)
{
	const struct canvas *canvas = &reader.frame.canvas;

	return &canvas->cells[row * canvas->columns + column];
}

static void
put_number(int tenths)
{
	if (tenths % 10)
		printf("%d.%d", tenths / 10, tenths % 10);
	else
		printf("%d", tenths / 10);
}

static void
put_code(uint32_t code)
{
	struct strbuf text;

	strbuf_init(&text);
	if (code == '<')
		strbuf_add_string(&text, "&lt;");
	else if (code == '&')
		strbuf_add_string(&text, "&amp;");
	else
		strbuf_add_utf8(&text, code);
	fputs(text.data, stdout);
	strbuf_release(&text);
}

static struct style
style_of(const struct cell *cell)
{
	struct style style = reader.session.theme.roles[cell->role];

	style.attributes |= cell->bold ? STYLE_BOLD : 0;
	return style;
}

static bool
is_rule(const struct cell *cell)
{
	return cell->text[0] == 0x2502 || cell->text[0] == 0x2500;
}

static bool
is_shown(const struct cell *cell)
{
	return cell->width && cell->text[0] != ' ' && !is_rule(cell);
}

// Hairlines are drawn, for the signs of most fonts leave gaps between the lines.
static void
put_rules(void)
{
	const struct canvas *canvas = &reader.frame.canvas;

	printf("<path class=\"r\" d=\"");
	for (int i = 0; i < canvas->rows * canvas->columns; i++) {
		int x = MARGIN + i % canvas->columns * CELL;
		int y = MARGIN + i / canvas->columns * LINE;

		if (!is_rule(&canvas->cells[i]))
			continue;
		printf("M");
		put_number(canvas->cells[i].text[0] == 0x2502 ? x + CELL / 2 : x);
		printf(" ");
		put_number(canvas->cells[i].text[0] == 0x2502 ? y : y + LINE / 2);
		printf(canvas->cells[i].text[0] == 0x2502 ? "v" : "h");
		put_number(canvas->cells[i].text[0] == 0x2502 ? LINE : CELL);
	}
	puts("\"/>");
}

static bool
is_alike(const struct cell *a, const struct cell *b)
{
	return a->role == b->role && a->bold == b->bold && a->width == b->width && !a->text[1] &&
	       !b->text[1];
}

static void
put_classes(const struct cell *cell)
{
	struct style style = style_of(cell);

	if (cell->width == 2)
		printf(" w");
	if (style.attributes & STYLE_BOLD)
		printf(" b");
	if (style.attributes & STYLE_DIM)
		printf(" d");
	if (style.attributes & STYLE_UNDERLINE)
		printf(" u");
}

// Characters of one look, one text: the places of all of them, then all of them. Returns the column after.
static int
put_run(int row, int column)
{
	const struct canvas *canvas = &reader.frame.canvas;
	const struct cell *first = cell_at(row, column);
	int foreground = style_of(first).foreground;
	int end = column;

	printf("<text class=\"t");
	put_classes(first);
	if (foreground >= 0 && (size_t)foreground < ARRAY_LENGTH(palette))
		printf("\" fill=\"%s", palette[foreground]);
	printf("\" y=\"");
	put_number(MARGIN + row * LINE + BASE);
	printf("\" x=\"");
	for (; end < canvas->columns && is_shown(cell_at(row, end)) &&
	       (end == column || is_alike(first, cell_at(row, end)));
	     end += first->width) {
		printf(end == column ? "" : " ");
		put_number(MARGIN + end * CELL);
	}
	printf("\">");
	for (int i = column; i < end; i += first->width) {
		for (int j = 0; j < CANVAS_CLUSTER && cell_at(row, i)->text[j]; j++)
			put_code(cell_at(row, i)->text[j]);
	}
	puts("</text>");
	return end;
}

static void
put_text(void)
{
	const struct canvas *canvas = &reader.frame.canvas;

	for (int row = 0; row < canvas->rows; row++) {
		for (int column = 0; column < canvas->columns;) {
			if (is_shown(cell_at(row, column)))
				column = put_run(row, column);
			else
				column++;
		}
	}
}

static void
put_picture(void)
{
	int width = (reader.frame.canvas.columns * CELL + 2 * MARGIN) / 10;
	int height = (reader.frame.canvas.rows * LINE + 2 * MARGIN) / 10;

	printf("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" "
	       "height=\"%d\">\n",
	       width, height, width, height);
	puts(
	    "<style>\n"
	    ".t{font:14px ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,'Noto Sans Mono CJK JP',"
	    "'IPAGothic','Hiragino Sans','MS Gothic',monospace;white-space:pre}\n"
	    ".w{font-size:16.8px}.b{font-weight:bold}.d{opacity:.62}.u{text-decoration:underline}\n"
	    ".r{stroke:#585b70;fill:none}\n"
	    "</style>");
	printf("<rect width=\"%d\" height=\"%d\" rx=\"8\" fill=\"#1e1e2e\"/>\n<g fill=\"%s\">\n",
	       width, height, palette[7]);
	put_rules();
	put_text();
	puts("</g>\n</svg>");
}

// What the hits have in common comes after them.
static void
wait_for_facets(void)
{
	while (reader.session.finder.wants_facets && !reader.session.finder.facets) {
		struct pollfd polled = {wakeup_read_fd(), POLLIN, 0};

		if (poll(&polled, 1, 10000) <= 0)
			BUG("no answer");
		memory_reader_collect(&reader);
	}
	memory_reader_settle(&reader);
}

int
main(int argc, char **argv)
{
	if (argc != 4 || atoi(argv[1]) < 1 || atoi(argv[2]) < 1)
		BUG("usage: draw COLUMNS ROWS KEYS");
	if (i18n_init())
		BUG("a locale of UTF-8 is wanted");
	memory_reader_open(&reader);
	memory_reader_import_examples(&reader);
	memory_reader_start(&reader);
	memory_reader_resize(&reader, atoi(argv[1]), atoi(argv[2]));
	memory_reader_do(&reader, argv[3]);
	wait_for_facets();
	reader.session.message.text[0] = '\0';
	frame_draw(&reader.frame);
	put_picture();
	return memory_reader_close(&reader) ? EXIT_SUCCESS : EXIT_FAILURE;
}
