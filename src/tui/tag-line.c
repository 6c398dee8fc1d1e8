// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/tag-line.h"

int
tag_line_cells(const struct pane *pane, const struct marks *marks)
{
	int cells = marks->rating ? 4 : 0;

	for (size_t i = 0; i < marks->tag_count; i++)
		cells += canvas_cells_of(pane->canvas, marks->tags[i]) + 1;
	return cells ? cells - 1 : 0;
}

void
tag_line_draw(const struct style_theme *theme, const struct pane *pane, int row, int column,
	      int end, const struct marks *marks)
{
	char rating[] = {(char)('0' + marks->rating), '/', '5', '\0'};

	if (marks->rating)
		column = canvas_put_cut(pane, row, column, end - column, rating, STYLE_FAVOURITE,
					false) +
			 1;
	for (size_t i = 0; i < marks->tag_count && column < end; i++)
		column = canvas_put_cut(pane, row, column, end - column, marks->tags[i],
					style_tag(theme, marks->tags[i]), false) +
			 1;
}
