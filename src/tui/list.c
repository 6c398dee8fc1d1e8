// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/list.h"

#include "shoroku/base/i18n.h"
#include "tui/views.h"

static int
item_rows(size_t index, list_item_drawer *draw, void *context, const struct pane *pane)
{
	struct pane nothing = *pane;

	nothing.rows = 0;
	return draw(context, index, &nothing, false);
}

// Moves `top` down until the rows from it to the end of the selected item fit.
static void
scroll_into_view(struct list *list, const struct pane *pane, list_item_drawer *draw, void *context)
{
	int rows = 0;
	size_t first = list->selected;

	if (list->top > list->selected)
		list->top = list->selected;
	for (;; first--) {
		rows += item_rows(first, draw, context, pane);
		if (rows > pane->rows || first == list->top)
			break;
	}
	if (rows > pane->rows && first < list->selected)
		first++;
	if (first > list->top)
		list->top = first;
}

// Whether all items from `top` on fit.
static bool
fits(struct list *list, size_t top, const struct pane *pane, list_item_drawer *draw, void *context)
{
	int rows = 0;

	list->top = top;
	for (size_t i = top; i < list->count && rows <= pane->rows; i++)
		rows += item_rows(i, draw, context, pane);
	return rows <= pane->rows;
}

// Moves `top` up as long as there is room below the last item.
static void
fill(struct list *list, const struct pane *pane, list_item_drawer *draw, void *context)
{
	size_t top = list->top;

	while (top > 0 && list->count - top < (size_t)pane->rows &&
	       fits(list, top - 1, pane, draw, context))
		top--;
	list->top = top;
}

void
list_draw(struct list *list, const struct pane *pane, bool focused, list_item_drawer *draw,
	  void *context)
{
	int row = 0;

	list->page = pane->rows;
	list->columns = pane->columns;
	if (!list->count || pane->rows <= 0)
		return;
	if (list->selected >= list->count)
		list->selected = list->count - 1;
	scroll_into_view(list, pane, draw, context);
	fill(list, pane, draw, context);
	for (size_t i = list->top; i < list->count && row < pane->rows; i++) {
		struct pane item = canvas_part(pane, row, 0, pane->rows - row, pane->columns);
		int rows;

		if (i == list->selected && focused)
			canvas_set_cursor(pane, row, 0);
		rows = draw(context, i, &item, i == list->selected);
		if (i == list->selected)
			list->item_rows = rows;
		row += rows;
	}
}

void
list_follow(struct list *list, size_t count, size_t selected)
{
	size_t above = list->selected > list->top ? list->selected - list->top : 0;

	list->count = count;
	list->selected = selected;
	list->top = selected > above ? selected - above : 0;
}

size_t
list_item_at(const struct list *list, int row, list_item_drawer *draw, void *context,
	     struct canvas *canvas)
{
	struct pane pane = {.canvas = canvas, .columns = list->columns};
	int at = 0;

	for (size_t i = list->top; i < list->count; i++) {
		at += item_rows(i, draw, context, &pane);
		if (row < at)
			return i;
	}
	return list->count;
}

static unsigned
move_to(struct list *list, size_t index)
{
	if (!list->count)
		return REACT_NOTHING;
	if (index >= list->count)
		index = list->count - 1;
	if (index == list->selected)
		return REACT_NOTHING;
	list->selected = index;
	return REACT_REDRAW | REACT_MOVED;
}

static unsigned
move_by(struct list *list, long by)
{
	if (by < 0 && (size_t)-by > list->selected)
		return move_to(list, 0);
	return move_to(list, list->selected + (size_t)by);
}

// Items in so many rows; at least one, so that paging always moves.
static long
items_in(const struct list *list, int rows)
{
	int items = rows / (list->item_rows > 0 ? list->item_rows : 1);

	return items > 1 ? items : 1;
}

static unsigned
down(struct session *session, void *state)
{
	(void)session;
	return move_by(state, 1);
}

static unsigned
up(struct session *session, void *state)
{
	(void)session;
	return move_by(state, -1);
}

static unsigned
first(struct session *session, void *state)
{
	(void)session;
	return move_to(state, 0);
}

static unsigned
last(struct session *session, void *state)
{
	(void)session;
	return move_to(state, ((struct list *)state)->count);
}

static unsigned
half_page_down(struct session *session, void *state)
{
	(void)session;
	return move_by(state, items_in(state, ((struct list *)state)->page / 2));
}

static unsigned
half_page_up(struct session *session, void *state)
{
	(void)session;
	return move_by(state, -items_in(state, ((struct list *)state)->page / 2));
}

static unsigned
page_down(struct session *session, void *state)
{
	(void)session;
	return move_by(state, items_in(state, ((struct list *)state)->page));
}

static unsigned
page_up(struct session *session, void *state)
{
	(void)session;
	return move_by(state, -items_in(state, ((struct list *)state)->page));
}

// clang-format off
static const struct action rows[] = {
	{ "down",           "j Down",  N_("Move to the next row"), NULL, NULL, down },
	{ "up",             "k Up",    N_("Move to the previous row"), NULL, NULL, up },
	{ "first",          "g Home",  N_("Move to the first row"), NULL, NULL, first },
	{ "last",           "G End",   N_("Move to the last row"), NULL, NULL, last },
	{ "half-page-down", "^D",      N_("Move half a page down"), NULL, NULL, half_page_down },
	{ "half-page-up",   "^U",      N_("Move half a page up"), NULL, NULL, half_page_up },
	{ "page-down",      "^F PgDn", N_("Move a page down"), NULL, NULL, page_down },
	{ "page-up",        "^B PgUp", N_("Move a page up"), NULL, NULL, page_up },
};
// clang-format on

const struct action_table list_action_table = {"list", rows, ARRAY_LENGTH(rows)};
