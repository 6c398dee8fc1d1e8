// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/search-hits.h"

#include <string.h>

#include "shoroku/base/i18n.h"
#include "tui/author-line.h"
#include "tui/hit-text.h"
#include "tui/session.h"

enum {
	WARNING_COLUMN,
	CURSOR_COLUMN = 1,
	MARK_COLUMN = 3,
	NOTE_COLUMN = 4,
	DATE_COLUMN = 6,
	ROWS_AN_ITEM = 2
};
enum { NARROW = 60, AUTHOR_CELLS = 28, CELLS_BEFORE_HIT = 16 };

struct drawing {
	struct session *session;
	bool focused;
};

// The first section the words stand in, and where; else the beginning of the first that says anything.
static const char *
find_section(const struct session *session, const struct load_entry *hit,
	     struct highlight_spans *spans)
{
	const char *first = "";

	for (size_t i = 0; i < hit->entry.section_count; i++) {
		const char *text = hit->entry.sections[i].text;

		highlight_find(&session->finder.highlight,
			       highlight_text_of(hit->entry.sections[i].role), text, strlen(text),
			       spans);
		if (spans->list.count)
			return text;
		first = *first ? first : text;
	}
	return first;
}

// Where a line begins that shows the hit with a little before it.
static size_t
snippet_start(const char *text, size_t hit, enum width_ambiguous ambiguous)
{
	size_t start = hit;

	while (start > 0 && text[start - 1] != '\n' &&
	       width_text(text + start, hit - start, ambiguous) < CELLS_BEFORE_HIT) {
		do
			start--;
		while (start > 0 && ((unsigned char)text[start] & 0xC0) == 0x80);
	}
	return start;
}

static void
draw_snippet(const struct session *session, const struct pane *pane, int column,
	     const struct load_entry *hit)
{
	struct highlight_spans spans = {0};
	const char *text = find_section(session, hit, &spans);
	enum width_ambiguous ambiguous = pane->canvas->ambiguous;
	size_t start =
	    spans.list.count ? snippet_start(text, spans.list.items[0].start, ambiguous) : 0;
	size_t length = strcspn(text + start, "\n");

	if (start > 0)
		column =
		    canvas_put_string(pane, 1, column, pane->canvas->glyphs->ellipsis, STYLE_META);
	hit_text_put_cut(pane, 1, column, pane->columns - 1 - column, text, start, start + length,
			 &spans, STYLE_META, false);
	highlight_spans_release(&spans);
}

// Before the title, or where there is no room for both below it. Returns the column for what follows.
static int
draw_date(const struct pane *pane, int row, const struct load_entry *hit)
{
	char date[DATE_TEXT_SIZE];

	date_format(hit->entry.date, date);
	return canvas_put_string(pane, row, DATE_COLUMN, date, STYLE_META) + 1;
}

static void
draw_title(const struct drawing *drawing, const struct pane *pane, const struct load_entry *hit,
	   bool selected)
{
	const struct glyphs *glyphs = pane->canvas->glyphs;
	const char *title = hit->entry.paper.title;
	struct highlight_spans spans = {0};
	int column = pane->columns < NARROW ? DATE_COLUMN : draw_date(pane, 0, hit);

	if (selected)
		canvas_put_string(pane, 0, CURSOR_COLUMN, glyphs->cursor,
				  drawing->focused ? STYLE_CURSOR : STYLE_META);
	if (hit->marks.note)
		canvas_put_string(pane, 0, NOTE_COLUMN, glyphs->note, STYLE_META);
	if (hit->marks.favourite)
		canvas_put_string(pane, 0, MARK_COLUMN, glyphs->favourite, STYLE_FAVOURITE);
	else if (!hit->marks.read)
		canvas_put_string(pane, 0, MARK_COLUMN, glyphs->unread, STYLE_UNREAD);
	if (hit->entry.warning_count)
		canvas_put_string(pane, 0, WARNING_COLUMN, glyphs->warning, STYLE_WARNING);
	highlight_find(&drawing->session->finder.highlight, QUERY_TITLE, title, strlen(title),
		       &spans);
	hit_text_put_cut(pane, 0, column, pane->columns - 1 - column, title, 0, strlen(title),
			 &spans, STYLE_NORMAL, !hit->marks.read);
	highlight_spans_release(&spans);
}

// Returns the column for what follows.
static int
draw_authors(const struct session *session, const struct pane *pane, const struct load_entry *hit)
{
	struct highlight_spans spans = {0};
	struct strbuf authors;
	int column = DATE_COLUMN;

	if (!hit->entry.paper.author_count)
		return column;
	strbuf_init(&authors);
	author_line_short(&authors, &hit->entry.paper, AUTHOR_CELLS, pane->canvas->ambiguous);
	highlight_find(&session->finder.highlight, QUERY_AUTHORS, authors.data, authors.length,
		       &spans);
	column = hit_text_put_cut(pane, 1, column, AUTHOR_CELLS, authors.data, 0, authors.length,
				  &spans, STYLE_AUTHOR, false);
	highlight_spans_release(&spans);
	strbuf_release(&authors);
	return column + 2;
}

static int
draw_hit(void *context, size_t index, const struct pane *pane, bool selected)
{
	const struct drawing *drawing = context;
	const struct load_entry *hit = finder_hit(&drawing->session->finder, index);
	int column;

	if (!hit || !pane->rows)
		return ROWS_AN_ITEM;
	draw_title(drawing, pane, hit, selected);
	if (pane->rows < 2)
		return ROWS_AN_ITEM;
	column = pane->columns < NARROW ? draw_date(pane, 1, hit)
					: draw_authors(drawing->session, pane, hit);
	draw_snippet(drawing->session, pane, column, hit);
	return ROWS_AN_ITEM;
}

void
search_hits_draw(struct session *session, struct list *list, const struct pane *pane, bool focused)
{
	struct drawing drawing = {session, focused};
	const struct finder *finder = &session->finder;

	list->count = finder_hits(finder);
	list->selected = finder->selected;
	if (list->count) {
		list_draw(list, pane, focused, draw_hit, &drawing);
		return;
	}
	if (finder->answer && !finder->waiting)
		canvas_put_cut(pane, 1, 2, -1,
			       session->prompt.kind
				   ? _("Nothing was found.")
				   : _("Nothing was found; / changes what is searched for."),
			       STYLE_META, false);
	else if (!finder->text.length)
		canvas_put_cut(pane, 1, 2, -1,
			       _("Words, or title: author: tag: date: is: …; see "
				 "shoroku-query(7)."),
			       STYLE_META, false);
}

size_t
search_hits_at(const struct list *list, int row)
{
	return list->top + (size_t)(row / ROWS_AN_ITEM);
}
