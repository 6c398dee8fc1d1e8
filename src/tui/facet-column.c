// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/facet-column.h"

#include <stdio.h>
#include <string.h>

#include "shoroku/base/i18n.h"

enum { CURSOR_COLUMN = 1, LABEL_COLUMN = 3, COUNT_CELLS = 4, MOST_SHOWN = 12 };

struct drawing {
	const struct facet_column *column;
	const struct facets *facets;
	int label_cells;
	bool focused;
};

static const struct facet_value *
value_of(const struct facets *facets, const struct facet_row *row)
{
	return &facets->of[row->facet].values[row->value];
}

static const char *
label_of(enum narrow_facet facet)
{
	switch (facet) {
	case NARROW_YEAR:
		return NC_("facet", "year");
	case NARROW_TAG:
		return NC_("facet", "tag");
	case NARROW_AUTHOR:
		return NC_("facet", "author");
	case NARROW_SOURCE:
		break;
	}
	return NC_("facet", "source");
}

void
facet_column_init(struct facet_column *column)
{
	*column = (struct facet_column){0};
	strbuf_init(&column->value);
}

void
facet_column_release(struct facet_column *column)
{
	vec_release(&column->rows);
	strbuf_release(&column->value);
}

// How many values of each facet are shown: all have the same share of the rows, and what one does
// not need goes to the others.
static void
share_out(const struct facets *facets, int rows, size_t shown[NARROW_FACETS])
{
	size_t left = rows > NARROW_FACETS ? (size_t)rows - (NARROW_FACETS - 1) : 1;
	bool any = true;

	memset(shown, 0, NARROW_FACETS * sizeof(*shown));
	while (any) {
		any = false;
		for (int i = 0; i < NARROW_FACETS; i++) {
			bool more = shown[i] < facets->of[i].count && shown[i] < MOST_SHOWN &&
				    (left > 0 || !shown[i]);

			shown[i] += more;
			left -= more && left > 0;
			any |= more;
		}
	}
}

// The row of the value the cursor was on, else the first of its facet, else the nearest.
static void
find_cursor(struct facet_column *column, struct list *list, const struct facets *facets)
{
	size_t found = column->rows.count;

	for (size_t i = column->rows.count; i-- > 0;) {
		const struct facet_row *row = &column->rows.items[i];

		if (row->facet != column->facet)
			continue;
		if (!strcmp(value_of(facets, row)->text, column->value.data)) {
			list->selected = i;
			return;
		}
		found = i;
	}
	if (found < column->rows.count && column->value.length)
		list->selected = found;
	if (list->selected >= list->count)
		list->selected = list->count ? list->count - 1 : 0;
}

// What is chosen takes the last place where it would have none.
static size_t
last_shown(const struct facet *facet, size_t shown)
{
	size_t last = shown - 1;

	for (size_t i = shown; i < facet->count; i++) {
		if (facet->values[i].chosen)
			last = i;
	}
	return last;
}

void
facet_column_lay_out(struct facet_column *column, struct list *list, const struct facets *facets,
		     int rows)
{
	size_t shown[NARROW_FACETS];

	share_out(facets, rows, shown);
	vec_clear(&column->rows);
	for (int i = 0; i < NARROW_FACETS; i++) {
		for (size_t j = 0; j < shown[i]; j++)
			*vec_push(&column->rows) = (struct facet_row){
			    .facet = (enum narrow_facet)i,
			    .value = j + 1 < shown[i] ? j : last_shown(&facets->of[i], shown[i]),
			    .first = j == 0,
			    .last = j + 1 == shown[i],
			};
	}
	if (column->rows.count)
		column->rows.items[column->rows.count - 1].last = false;
	list->count = column->rows.count;
	find_cursor(column, list, facets);
}

void
facet_column_moved(struct facet_column *column, const struct list *list,
		   const struct facets *facets)
{
	const struct facet_row *row;

	if (list->selected >= column->rows.count)
		return;
	row = &column->rows.items[list->selected];
	if (row->value >= facets->of[row->facet].count)
		return;
	column->facet = row->facet;
	strbuf_clear(&column->value);
	strbuf_add_string(&column->value, value_of(facets, row)->text);
}

static int
rows_of(const struct facet_row *row)
{
	return row->last ? 2 : 1;
}

// Label, value and its number at the right edge.
static int
draw_row(void *context, size_t index, const struct pane *pane, bool selected)
{
	const struct drawing *drawing = context;
	const struct facet_row *row = &drawing->column->rows.items[index];
	const struct facet_value *value = value_of(drawing->facets, row);
	int name = LABEL_COLUMN + drawing->label_cells + 1;
	int end = pane->columns - 1 - COUNT_CELLS;
	char count[16];

	if (!pane->rows)
		return rows_of(row);
	if (selected && drawing->focused)
		canvas_put_string(pane, 0, CURSOR_COLUMN, pane->canvas->glyphs->cursor,
				  STYLE_CURSOR);
	if (row->first)
		canvas_put_string(pane, 0, LABEL_COLUMN, i18n_in("facet", label_of(row->facet)),
				  STYLE_META);
	if (value->chosen)
		canvas_put_string(pane, 0, name, "+", STYLE_CURSOR);
	canvas_put_cut(pane, 0, name + 1, end - name - 2, value->text,
		       row->facet == NARROW_TAG ? STYLE_TAG : STYLE_NORMAL, value->chosen);
	snprintf(count, sizeof(count), "%*zu", COUNT_CELLS, value->count);
	canvas_put_string(pane, 0, end, count, STYLE_META);
	return rows_of(row);
}

void
facet_column_draw(const struct facet_column *column, struct list *list, const struct facets *facets,
		  const struct pane *pane, bool focused)
{
	struct drawing drawing = {column, facets, 0, focused};

	for (int i = 0; i < NARROW_FACETS; i++) {
		int cells =
		    canvas_cells_of(pane->canvas, i18n_in("facet", label_of((enum narrow_facet)i)));

		if (cells > drawing.label_cells)
			drawing.label_cells = cells;
	}
	list_draw(list, pane, focused, draw_row, &drawing);
}

size_t
facet_column_row_at(const struct facet_column *column, const struct list *list, int line)
{
	int at = 0;

	for (size_t i = list->top; i < column->rows.count; i++) {
		at += rows_of(&column->rows.items[i]);
		if (line < at)
			return i;
	}
	return list->count;
}
