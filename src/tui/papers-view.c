// SPDX-License-Identifier: GPL-3.0-or-later
// The papers of a day or of a query: marks, title, first authors, tags. Those of several days stand under
// headings, where they are in that order.
#include <stdlib.h>
#include <string.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/model/entry-id.h"
#include "tui/author-line.h"
#include "tui/followed.h"
#include "tui/date-text.h"
#include "tui/list.h"
#include "tui/session.h"
#include "tui/tag-line.h"
#include "tui/views.h"

struct papers_state {
	struct list list;    // first: list actions move it
	uint64_t generation; // of the papers it shows
	int rows;	     // the pane it was last drawn in
};

struct drawing {
	struct session *session;
	const struct list *list;
	bool focused;
	bool grouped; // under headings; the one of the first row stands above the list
	bool compact; // one row a paper: the list stands over the reader
	bool dated;   // they are of several days
};

// Cursor, unread or favourite, warning or note, each a cell and a blank; then the title.
enum {
	WARNING_COLUMN,
	CURSOR_COLUMN = 1,
	SELECTED_COLUMN = 2,
	MARK_COLUMN = 3,
	NOTE_COLUMN = 4,
	TITLE_COLUMN = 6
};
enum {
	TITLE_LINES = 2,
	WIDE_ENOUGH_FOR_COMPACT = 76,
	DATE_CELLS = 11,
	LEAST_ROWS_FOR_HEADINGS = 4
};

static void
follow(struct session *session, void *item)
{
	struct papers_state *state = item;
	const struct paper_set *papers = &session->browser.papers;

	if (state->generation != papers->generation)
		list_follow(&state->list, papers->count, session->browser.paper);
	state->generation = papers->generation;
	state->list.selected = session->browser.paper;
}

static void *
start(struct session *session)
{
	struct papers_state *state = memory_alloc(sizeof(*state));

	follow(session, state);
	return state;
}

static void
draw_marks(const struct drawing *drawing, const struct pane *pane, const struct load_entry *paper,
	   bool selected)
{
	const struct glyphs *glyphs = pane->canvas->glyphs;

	if (selected)
		canvas_put_string(pane, 0, CURSOR_COLUMN, glyphs->cursor,
				  drawing->focused ? STYLE_CURSOR : STYLE_META);
	if (chosen_has(&drawing->session->chosen, paper->entry.id))
		canvas_put_string(pane, 0, SELECTED_COLUMN, glyphs->selected, STYLE_CURSOR);
	if (paper->marks.note)
		canvas_put_string(pane, 0, NOTE_COLUMN, glyphs->note, STYLE_META);
	if (paper->marks.favourite)
		canvas_put_string(pane, 0, MARK_COLUMN, glyphs->favourite, STYLE_FAVOURITE);
	else if (!paper->marks.read)
		canvas_put_string(pane, 0, MARK_COLUMN, glyphs->unread, STYLE_UNREAD);
	if (paper->entry.warning_count)
		canvas_put_string(pane, 0, WARNING_COLUMN, glyphs->warning, STYLE_WARNING);
}

static void
draw_date(const struct pane *pane, int row, const struct load_entry *paper)
{
	char date[DATE_TEXT_SIZE];

	date_format(paper->entry.date, date);
	canvas_put_string(pane, row, TITLE_COLUMN, date, STYLE_META);
}

// What rows of one line have at their right edge, in the place of a line of its own: the rating, and that
// an author is followed. Returns the cells it takes.
static int
draw_edge(const struct drawing *drawing, const struct pane *pane, const struct load_entry *paper,
	  int room)
{
	const char rating[] = {(char)('0' + paper->marks.rating), '/', '5', '\0'};
	const char *followed = pane->canvas->glyphs->followed;
	int cells = 0;

	if (paper->marks.rating && room > (int)sizeof(rating) * 2) {
		cells = (int)sizeof(rating);
		canvas_put_string(pane, 0, pane->columns - cells, rating, STYLE_FAVOURITE);
	}
	if (room > cells + 8 && followed_has(drawing->session, &paper->entry.paper)) {
		cells += canvas_cells_of(pane->canvas, followed) + 1;
		canvas_put_string(pane, 0, pane->columns - cells, followed, STYLE_FOLLOWED);
	}
	return cells;
}

// The title in at most `most` lines, the last one cut. Returns the lines it takes.
static int
draw_title(const struct drawing *drawing, const struct pane *pane, const struct load_entry *paper,
	   int most)
{
	struct session *session = drawing->session;
	const char *title = paper->entry.paper.title;
	int column = TITLE_COLUMN;
	int cells = pane->columns - TITLE_COLUMN - 1;
	struct wrap_lines lines = {0};
	struct error err;
	int count;

	if (drawing->dated && drawing->compact) {
		if (pane->rows)
			draw_date(pane, 0, paper);
		column += DATE_CELLS;
		cells -= DATE_CELLS;
	}
	if (drawing->compact && pane->rows)
		cells -= draw_edge(drawing, pane, paper, cells);
	if (cells < 2 || wrap_text(session->wrap, title, strlen(title), (size_t)cells,
				   session_ambiguous(session), &lines, &err))
		return 1;
	count = lines.list.count > (size_t)most ? most : (int)lines.list.count;
	for (int i = 0; i < count && i < pane->rows; i++) {
		const struct wrap_line *line = &lines.list.items[i];

		if (i == most - 1)
			canvas_put_cut(pane, i, column, cells, title + line->start, STYLE_NORMAL,
				       !paper->marks.read);
		else
			canvas_put(pane, i, column, cells, title + line->start,
				   line->end - line->start, STYLE_NORMAL, !paper->marks.read);
	}
	wrap_lines_release(&lines);
	return count > 0 ? count : 1;
}

// Only where the authors leave room for it.
static void
draw_seen(const struct pane *pane, int row, int left, int right)
{
	const char *text = _("seen before");
	int column = right - canvas_cells_of(pane->canvas, text);

	if (column >= left + 2)
		canvas_put_string(pane, row, column, text, STYLE_META);
}

static void
draw_authors(const struct drawing *drawing, const struct pane *pane, int row,
	     const struct load_entry *paper)
{
	struct strbuf authors;
	int right = pane->columns - 1;
	int left = TITLE_COLUMN + (drawing->dated ? DATE_CELLS : 0);
	int cells = tag_line_cells(pane, &paper->marks);
	int room = (pane->columns - left) / 2;

	if (drawing->dated)
		draw_date(pane, row, paper);
	strbuf_init(&authors);
	if (cells) {
		cells = cells < room ? cells : room;
		tag_line_draw(&drawing->session->theme, pane, row, right - cells, right,
			      &paper->marks);
		right -= cells + 1;
	}
	left = followed_draw(drawing->session, pane, row, left, right, &paper->entry.paper);
	author_line_short(&authors, &paper->entry.paper, right - left, pane->canvas->ambiguous);
	left = canvas_put_cut(pane, row, left, right - left, authors.data, STYLE_META, false);
	if (paper->entry.seen_before.id)
		draw_seen(pane, row, left, right);
	strbuf_release(&authors);
}

// The day, and how many of its papers there are, at the beginning of a day or in the midst of it.
static void
draw_heading(const struct drawing *drawing, const struct pane *pane, size_t index)
{
	const struct paper_set *papers = &drawing->session->browser.papers;
	date_day day = entry_id_day(paper_set_id(papers, index));
	char date[DATE_TEXT_SIZE];
	struct strbuf text;
	size_t first = index;
	size_t end = index + 1;
	int column;

	while (!paper_set_begins_day(papers, first))
		first--;
	while (end < papers->count && !paper_set_begins_day(papers, end))
		end++;
	date_format(day, date);
	strbuf_init(&text);
	strbuf_addf(&text, "%s %s", date, date_text_weekday(date_weekday(day)));
	column = canvas_put_cut(pane, 0, CURSOR_COLUMN, -1, text.data, STYLE_HEADING, false);
	strbuf_clear(&text);
	strbuf_addf(&text, ngettext("%zu paper", "%zu papers", end - first), end - first);
	canvas_put_cut(pane, 0, column + 2, -1, text.data, STYLE_META, false);
	strbuf_release(&text);
}

// Returns the rows it takes. One that is gone leaves an empty row until the list is asked for again.
static int
draw_row(const struct drawing *drawing, const struct pane *pane, size_t index, bool selected)
{
	const struct load_entry *paper = paper_set_at(&drawing->session->browser.papers, index);
	int lines;

	if (!paper)
		return 1;
	if (pane->rows)
		draw_marks(drawing, pane, paper, selected);
	lines = draw_title(drawing, pane, paper, drawing->compact ? 1 : TITLE_LINES);
	if (drawing->compact)
		return 1;
	if (lines < pane->rows)
		draw_authors(drawing, pane, lines, paper);
	return lines + 1;
}

static int
draw_paper(void *context, size_t index, const struct pane *pane, bool selected)
{
	const struct drawing *drawing = context;
	struct pane below = *pane;

	if (!drawing->grouped || index == drawing->list->top ||
	    !paper_set_begins_day(&drawing->session->browser.papers, index))
		return draw_row(drawing, pane, index, selected);
	if (pane->rows) {
		draw_heading(drawing, pane, index);
		below = canvas_part(pane, 1, 0, pane->rows - 1, pane->columns);
		if (selected && drawing->focused)
			canvas_set_cursor(&below, 0, 0);
	}
	return 1 + draw_row(drawing, &below, index, selected);
}

static struct drawing
drawing_for(struct session *session, const struct papers_state *state, bool focused, int columns)
{
	bool grouped =
	    browser_is_grouped(&session->browser) && state->rows >= LEAST_ROWS_FOR_HEADINGS;

	return (struct drawing){
	    .session = session,
	    .list = &state->list,
	    .focused = focused,
	    .grouped = grouped,
	    .compact = state->rows < 12 && columns >= WIDE_ENOUGH_FOR_COMPACT,
	    .dated = session->browser.search_shown && !grouped,
	};
}

static const char *
empty_text(const struct session *session)
{
	const struct browser_day *day = browser_current_day(&session->browser);

	if (session->browser.search_waiting)
		return _("searching…");
	if (session->browser.search)
		return _("Nothing was found.");
	if (working_is_busy(session) && !session_has_days(session))
		return _("Fetching; what comes is shown at once.");
	if (day && !day->papers && day->state == DAY_FAILED)
		return day->reason ? day->reason : _("Fetching this day failed; R tries again.");
	if (day && !day->papers)
		return _("Not yet published; R asks again.");
	if (session_has_days(session))
		return _("No papers that day; [ and ] go to another.");
	return _("No digests yet: R fetches some, shoroku import FILE brings some in.");
}

static void
draw_sentence(const struct session *session, const struct pane *pane, const char *text)
{
	struct wrap_lines lines = {0};
	struct error err;

	if (pane->columns < 5 ||
	    wrap_text(session->wrap, text, strlen(text), (size_t)pane->columns - 3,
		      session_ambiguous(session), &lines, &err))
		return;
	for (size_t i = 0; i < lines.list.count; i++) {
		const struct wrap_line *line = &lines.list.items[i];

		canvas_put(pane, 1 + (int)i, 2, pane->columns - 3, text + line->start,
			   line->end - line->start, STYLE_META, false);
	}
	wrap_lines_release(&lines);
}

static void
draw(struct session *session, void *item, const struct pane *pane, bool focused)
{
	struct papers_state *state = item;
	struct drawing drawing;
	struct pane part;

	state->rows = pane->rows;
	drawing = drawing_for(session, state, focused, pane->columns);
	if (!state->list.count) {
		draw_sentence(session, pane, empty_text(session));
		return;
	}
	part = canvas_part(pane, drawing.grouped, 0, pane->rows - drawing.grouped, pane->columns);
	list_draw(&state->list, &part, focused, draw_paper, &drawing);
	if (drawing.grouped)
		draw_heading(&drawing, pane, state->list.top);
}

static void
moved(struct session *session, void *item)
{
	struct papers_state *state = item;
	struct error err;

	if (browser_select_paper(&session->browser, state->list.selected, &err))
		session_complain(session, &err);
}

static unsigned
click(struct session *session, void *item, int row, int column)
{
	struct papers_state *state = item;
	struct canvas measure = {.ambiguous = session_ambiguous(session)};
	struct drawing drawing;
	size_t index;

	(void)column;
	canvas_set_ambiguous(&measure, measure.ambiguous);
	drawing = drawing_for(session, state, true, state->list.columns);
	index = list_item_at(&state->list, row - drawing.grouped, draw_paper, &drawing, &measure);
	if (index >= state->list.count)
		return REACT_NOTHING;
	if (index == state->list.selected)
		return REACT_OPEN;
	state->list.selected = index;
	return REACT_REDRAW | REACT_MOVED;
}

static unsigned
open_paper(struct session *session, void *item)
{
	(void)session;
	(void)item;
	return REACT_OPEN;
}

// What was opened by its words is left as it was come to.
static unsigned
back(struct session *session, void *item)
{
	struct browser *browser = &session->browser;
	struct error err;

	(void)item;
	if (!browser->search || browser->saved)
		return REACT_BACK;
	if (browser_leave_query(browser, &err))
		session_complain(session, &err);
	if (!session->gather.from_search)
		return REACT_REDRAW;
	session->finder.resumed = true;
	return session_push(session, &search_view_ops);
}

// To the next order, from the last to the first.
static unsigned
sort(struct session *session, void *item)
{
	enum roster_order next = gather_next_order(session->browser.papers.roster.order);
	struct error err;

	(void)item;
	if (gather_sort(session, next, &err))
		session_complain(session, &err);
	else
		session_say(session, _("in order: %s"), gather_order_text(next));
	return REACT_REDRAW;
}

static bool
has_saved(const struct session *session)
{
	return session->saved.items.count > 0;
}

// They stand beside the days.
static unsigned
go_to_saved(struct session *session, void *item)
{
	(void)item;
	session->saved.wanted = true;
	return REACT_BACK;
}

// On to the next one, as if one ticked off a list.
static unsigned
choose(struct session *session, void *item)
{
	struct papers_state *state = item;

	chosen_toggle(&session->chosen,
		      paper_set_id(&session->browser.papers, session->browser.paper));
	if (state->list.selected + 1 >= state->list.count)
		return REACT_REDRAW;
	state->list.selected++;
	return REACT_REDRAW | REACT_MOVED;
}

static unsigned
choose_range(struct session *session, void *item)
{
	(void)item;
	chosen_range(&session->chosen, &session->browser.papers, session->browser.paper);
	return REACT_REDRAW;
}

static unsigned
invert(struct session *session, void *item)
{
	(void)item;
	chosen_invert(&session->chosen, &session->browser.papers);
	return REACT_REDRAW;
}

static bool
has_chosen(const struct session *session)
{
	return session->chosen.ids.count > 0;
}

static unsigned
choose_none(struct session *session, void *item)
{
	(void)item;
	chosen_clear(&session->chosen);
	return REACT_REDRAW;
}

// clang-format off
static const struct action rows[] = {
	{ "open", "Enter l Right", N_("Read the paper"), NC_("hint", "read"), session_has_paper, open_paper },
	{ "select", "Space",       N_("Select the paper, or no longer, and go on: marks are about all selected"), N_("select"), session_has_paper, choose },
	{ "select-range", "V",     N_("Select all from the paper selected last"), NULL, session_has_paper, choose_range },
	{ "invert-selection", "v", N_("Select those that are not, and no longer those that are"), NULL, session_has_paper, invert },
	{ "select-none", "Esc",    N_("Select none"), N_("unselect"), has_chosen, choose_none },
	{ "sort", "s",             N_("Put the papers in the next order: by date, title, author, rating, unread first"), N_("sort"), session_has_paper, sort },
	{ "saved", "S",            N_("Go to the saved searches, beside the days"), NULL, has_saved, go_to_saved },
	{ "back", "q h Left",      N_("Back to the days, or from a query to where it was opened"), NULL, NULL, back },
};
// clang-format on

const struct action_table papers_view_action_table = {"papers", rows, ARRAY_LENGTH(rows)};

static const struct action_table *const tables[] = {&papers_view_action_table, &list_action_table,
						    &reader_actions_table, NULL};

const struct view_ops papers_view_ops = {
    .title = N_("Papers"),
    .tables = tables,
    .start = start,
    .release = free,
    .draw = draw,
    .moved = moved,
    .reloaded = follow,
    .click = click,
};
