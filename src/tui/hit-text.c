// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/hit-text.h"

int
hit_text_put(const struct pane *pane, int row, int column, int cells, const char *text,
	     size_t start, size_t end, const struct highlight_spans *spans, enum style_role role,
	     bool bold)
{
	int edge = cells < 0 ? pane->columns : column + cells;
	size_t at = start;

	for (size_t i = 0; at < end; i++) {
		bool hit = i < spans->list.count;
		size_t from = hit ? spans->list.items[i].start : end;
		size_t to = hit ? spans->list.items[i].end : end;

		if (to <= at && hit)
			continue;
		from = from < at ? at : from > end ? end : from;
		to = to > end ? end : to;
		column =
		    canvas_put(pane, row, column, edge - column, text + at, from - at, role, bold);
		if (to > from)
			column = canvas_put(pane, row, column, edge - column, text + from,
					    to - from, STYLE_HIT, bold);
		at = to > from ? to : from;
		if (!hit)
			break;
	}
	return column;
}

int
hit_text_put_cut(const struct pane *pane, int row, int column, int cells, const char *text,
		 size_t start, size_t end, const struct highlight_spans *spans,
		 enum style_role role, bool bold)
{
	enum width_ambiguous ambiguous = pane->canvas->ambiguous;
	size_t used;

	if (cells < 1)
		return column;
	if (width_text(text + start, end - start, ambiguous) <= (size_t)cells)
		return hit_text_put(pane, row, column, cells, text, start, end, spans, role, bold);
	end = start + width_fit(text + start, end - start, (size_t)cells - 1, ambiguous, &used);
	column = hit_text_put(pane, row, column, cells - 1, text, start, end, spans, role, bold);
	return canvas_put_string(pane, row, column, pane->canvas->glyphs->ellipsis, role);
}
