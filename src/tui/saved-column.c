// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/saved-column.h"

#include <stdio.h>

#include "shoroku/base/compiler.h"
#include "shoroku/base/i18n.h"

// Below these rows either the days or what is below them is shown, not both.
enum { LEAST_ROWS_FOR_BOTH = 6, COUNT_CELLS = 5 };

struct drawing {
	struct session *session;
	const struct pane *pane;
	size_t selected; // the number of items: none
	bool focused;
};

static const char *
heading_of(enum saved_kind kind)
{
	switch (kind) {
	case SAVED_SEARCH:
		return _("saved");
	case SAVED_TAG:
		return _("tags");
	case SAVED_SOURCE:
		return _("sources");
	}
	BUG("kind %d", (int)kind);
}

static int
count_of(const struct saved_list *saved, unsigned kind)
{
	return (int)(saved_list_begin(saved, kind + 1) - saved_list_begin(saved, kind));
}

static void
draw_count(const struct pane *pane, int row, int column, const struct saved_list_item *item,
	   enum style_role role)
{
	char count[32];

	if (!item->counted)
		return;
	if (!item->unread) {
		canvas_put_string(pane, row, column + COUNT_CELLS - 1,
				  pane->canvas->glyphs->day_none, STYLE_META);
		return;
	}
	if (item->unread > SEARCHER_COUNT)
		snprintf(count, sizeof(count), "%d+", SEARCHER_COUNT);
	else
		snprintf(count, sizeof(count), "%*zu", COUNT_CELLS, item->unread);
	canvas_put_string(pane, row, column, count, role);
}

// The name, and below the days' unread ones how many of its papers are unread.
static void
draw_item(const struct drawing *drawing, size_t index, int row)
{
	const struct pane *pane = drawing->pane;
	struct saved_list_item *item = &drawing->session->saved.items.items[index];
	enum style_role role = item->counted && item->unread ? STYLE_UNREAD : STYLE_NORMAL;
	enum style_role name =
	    item->kind == SAVED_TAG ? style_tag(&drawing->session->theme, item->name) : role;
	int end = (pane->columns < 30 ? 21 : 26) - COUNT_CELLS;

	item->on_screen = true;
	if (index == drawing->selected) {
		canvas_put_string(pane, row, 1, pane->canvas->glyphs->cursor,
				  drawing->focused ? STYLE_CURSOR : STYLE_META);
		if (drawing->focused)
			canvas_set_cursor(pane, row, 0);
	}
	canvas_put_cut(pane, row, 3, end - 4, item->name, name, role == STYLE_UNREAD);
	draw_count(pane, row, end, item, role);
}

static void
draw_heading(const struct pane *pane, int row, enum saved_kind kind, int more)
{
	int column = canvas_put_string(pane, row, 1, heading_of(kind), STYLE_HEADING);
	char text[16];

	if (more <= 0)
		return;
	snprintf(text, sizeof(text), "+%d", more);
	canvas_put_string(pane, row, column + 1, text, STYLE_META);
}

// Scrolls so far that the selected one is among those shown, and no further than to the last ones.
static void
scroll(struct saved_column_part *part, size_t first, size_t end, size_t selected)
{
	size_t rows = (size_t)part->rows;

	if (selected >= first && selected < end && selected < part->top)
		part->top = selected;
	if (selected >= first && selected < end && selected >= part->top + rows)
		part->top = selected - rows + 1;
	if (part->top + rows > end)
		part->top = end - rows;
	if (part->top < first)
		part->top = first;
}

// Without a row for the heading there is none.
static void
draw_part(struct saved_column_part *part, const struct drawing *drawing, enum saved_kind kind,
	  int row, int rows, int hidden)
{
	const struct saved_list *saved = &drawing->session->saved;
	size_t first = saved_list_begin(saved, (unsigned)kind);
	size_t end = saved_list_begin(saved, (unsigned)kind + 1);
	int heading = rows > 1;

	part->rows = rows - heading;
	part->row = row + heading;
	scroll(part, first, end, drawing->selected);
	if (heading)
		draw_heading(drawing->pane, row, kind, (int)(end - first) - part->rows + hidden);
	for (int i = 0; i < part->rows; i++)
		draw_item(drawing, part->top + (size_t)i, part->row + i);
}

// A heading and an item, or a single row where there is no other. Returns the rows left.
static int
give_least(const struct saved_list *saved, int kind, int left, bool alone, int *shares)
{
	int least = alone && left < 2 ? left : 2;

	if (!shares[kind] && count_of(saved, (unsigned)kind) && left >= least)
		shares[kind] = least;
	else
		least = 0;
	return left - least;
}

// Each kind gets the least, the one with the cursor before the others; then those that have use for it
// a row more in turn. Returns the rows given.
static int
share(const struct saved_list *saved, int first_kind, int rows, int shares[SAVED_KINDS])
{
	int left = give_least(saved, first_kind, rows, true, shares);
	bool any = true;

	for (int kind = 0; kind < SAVED_KINDS; kind++)
		left = give_least(saved, kind, left, left == rows, shares);
	while (left > 0 && any) {
		any = false;
		for (int kind = 0; kind < SAVED_KINDS && left > 0; kind++) {
			if (!shares[kind] || shares[kind] > count_of(saved, (unsigned)kind))
				continue;
			shares[kind]++;
			left--;
			any = true;
		}
	}
	return rows - left;
}

static int
last_of(const int *shares)
{
	int last = SAVED_KINDS - 1;

	while (last > 0 && !shares[last])
		last--;
	return last;
}

static void
draw_parts(struct saved_column *column, const struct drawing *drawing, const int *shares, int row)
{
	const struct saved_list *saved = &drawing->session->saved;
	int hidden = 0;

	for (unsigned kind = 0; kind < SAVED_KINDS; kind++)
		hidden += shares[kind] ? 0 : count_of(saved, kind);
	for (int kind = 0; kind < SAVED_KINDS; kind++) {
		if (!shares[kind])
			continue;
		draw_part(&column->parts[kind], drawing, (enum saved_kind)kind, row, shares[kind],
			  kind == last_of(shares) ? hidden : 0);
		row += shares[kind];
	}
}

static void
forget(struct saved_column *column, struct saved_list *saved)
{
	for (int kind = 0; kind < SAVED_KINDS; kind++)
		column->parts[kind].rows = 0;
	for (size_t i = 0; i < saved->items.count; i++)
		saved->items.items[i].on_screen = false;
}

int
saved_column_draw(struct saved_column *column, struct session *session, struct list *list,
		  const struct pane *pane, bool focused)
{
	struct saved_list *saved = &session->saved;
	bool alone = pane->rows < LEAST_ROWS_FOR_BOTH;
	struct drawing drawing = {session, pane, saved->items.count, focused};
	int shares[SAVED_KINDS] = {0};
	int first_kind = 0;
	int rows;

	forget(column, saved);
	if (!saved->items.count || (alone && !saved->has_keys))
		return pane->rows;
	if (saved->has_keys && list->selected < saved->items.count) {
		drawing.selected = list->selected;
		first_kind = (int)saved->items.items[list->selected].kind;
	}
	rows = share(saved, first_kind, alone ? pane->rows : pane->rows / 2, shares);
	list->page = rows;
	list->item_rows = 1;
	draw_parts(column, &drawing, shares, pane->rows - rows);
	saved_list_count(session);
	return alone ? 0 : pane->rows - rows;
}

size_t
saved_column_at(const struct saved_column *column, const struct saved_list *saved, int row)
{
	for (int kind = 0; kind < SAVED_KINDS; kind++) {
		const struct saved_column_part *part = &column->parts[kind];

		if (row >= part->row && row < part->row + part->rows)
			return part->top + (size_t)(row - part->row);
	}
	return saved->items.count;
}
