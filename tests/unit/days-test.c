// SPDX-License-Identifier: GPL-3.0-or-later
// The days drawn into memory: a month with its shades and signs, what is below the list of days at every
// height, and that a click finds what was drawn.
#include <stdlib.h>

#include "shoroku/base/memory.h"
#include "tap.h"
#include "tui/calendar.h"
#include "tui/heat.h"
#include "tui/saved-column.h"

static struct canvas canvas;

static struct pane
paper(int rows, int columns)
{
	canvas_resize(&canvas, rows, columns);
	return canvas_whole(&canvas);
}

static void
row_is(int row, const char *wanted, const char *what)
{
	struct strbuf line;

	strbuf_init(&line);
	canvas_row_text(&canvas, row, &line);
	tap_is_str(line.data, wanted, what);
	strbuf_release(&line);
}

// --- the calendar

static void
add_day(struct browser *browser, date_day date, int papers, int unread, int favourites,
	enum day_state state)
{
	*vec_push(&browser->list.days) = (struct browser_day){.date = date,
							      .state = state,
							      .papers = papers,
							      .unread = unread,
							      .favourites = favourites};
	browser->days = browser->list.days.items;
	browser->day_count = browser->list.days.count;
}

static void
test_month(struct browser *browser)
{
	date_day first = date_from_civil(2025, 9, 1);
	struct pane pane = paper(CALENDAR_ROWS, CALENDAR_COLUMNS);
	struct strbuf text;

	add_day(browser, date_from_civil(2026, 1, 1), 900, 0, 0, DAY_COMPLETE);
	add_day(browser, first + 6, 0, 0, 0, DAY_NOT_PUBLISHED);
	add_day(browser, first + 5, 0, 0, 0, DAY_FAILED);
	add_day(browser, first + 4, 12, 0, 0, DAY_CHANGED);
	add_day(browser, first + 3, 3, 3, 0, DAY_COMPLETE);
	add_day(browser, first + 2, 6, 0, 2, DAY_COMPLETE);
	add_day(browser, first, 1, 1, 1, DAY_COMPLETE);
	tap_is_int(calendar_draw(&pane, browser, first, first + 3, false), 12, "twelve rows");
	row_is(2, "  1  2  3[ 4] 5  6  7", "the days, one of them chosen");
	row_is(3, "★░▫  ·★▒▪ ░▫ █↻  !  ~",
	       "favourites, shades of the year's fullest day, signs of what is left or went wrong");
	canvas_set_ambiguous(&canvas, WIDTH_WIDE);
	pane = paper(CALENDAR_ROWS, CALENDAR_COLUMNS);
	calendar_draw(&pane, browser, first, first + 3, false);
	row_is(3, "!:o  .!=x :o #r  !  ~", "the same in ASCII");
	canvas_set_ambiguous(&canvas, WIDTH_NARROW);
	strbuf_init(&text);
	calendar_day_text(browser, first + 2, &text);
	tap_is_str(text.data, "2025-09-03: 6 papers, 0 unread, 2 favourites", "in words");
	strbuf_clear(&text);
	calendar_day_text(browser, first + 4, &text);
	tap_ok(strstr(text.data, "12 papers, 0 unread · "), "and its state: %s", text.data);
	strbuf_release(&text);
}

static void
test_shades(const struct browser *browser)
{
	static const char *const wanted[] = {"papers ░ 1-3 ▒ 4-6 ▓ 7-9 █ 10-12",
					     "unread ▒ 1 ▓ 2 █ 3", "favourites ▒ 1 █ 2"};

	for (int measure = 0; measure < HEAT_MEASURES; measure++) {
		struct heat heat = heat_of_year(browser, 2025, (enum heat_measure)measure);
		struct strbuf text;

		strbuf_init(&text);
		heat_legend(&heat, canvas.glyphs, &text);
		tap_is_str(text.data, wanted[measure], "which shade stands for how many");
		strbuf_release(&text);
	}
}

// Two digits of the canvas, 0 where there are none.
static int
number_at(int row, int column)
{
	const struct cell *cell = &canvas.cells[row * canvas.columns + column];
	uint32_t tens = cell[0].text[0];
	uint32_t ones = cell[1].text[0];

	if (ones < '0' || ones > '9')
		return 0;
	return (int)(ones - '0') + (tens >= '0' && tens <= '9' ? 10 * (int)(tens - '0') : 0);
}

static void
test_places(const struct browser *browser)
{
	int wrong = 0;
	int unseen = 0;

	for (date_day day = date_from_civil(2024, 1, 1); day < date_from_civil(2026, 3, 1);
	     day += 5) {
		for (int rows = 4; rows <= CALENDAR_ROWS; rows++) {
			struct pane pane = paper(rows, CALENDAR_COLUMNS);
			bool seen = false;

			calendar_draw(&pane, browser, day, DATE_NONE, false);
			for (int row = 2; row < rows; row += 2) {
				for (int weekday = 0; weekday < 7; weekday++) {
					int column = weekday * 3 + 1;
					int number = number_at(row, column);
					date_day at = calendar_day_at(day, rows, CALENDAR_COLUMNS,
								      row, column);

					wrong += at == DATE_NONE ? number != 0
								 : number != date_to_civil(at).day;
					seen |= at == day;
				}
			}
			unseen += !seen;
		}
	}
	tap_is_int(wrong, 0, "a place is the day drawn there, in any month and height");
	tap_is_int(unseen, 0, "the week of the day is always among those drawn");
	tap_is_int(calendar_day_at(date_from_civil(2025, 9, 1), 14, CALENDAR_COLUMNS, 1, 1),
		   DATE_NONE, "above the weeks there is no day");
}

// --- below the days

static void
add_items(struct saved_list *saved, enum saved_kind kind, char letter, int count)
{
	for (int i = 0; i < count; i++) {
		struct saved_list_item *item = vec_push(&saved->items);
		char name[3] = {letter, (char)('0' + i), '\0'};

		item->kind = kind;
		item->name = memory_strdup(name);
		item->query = memory_strdup(name);
		item->counted = true;
		item->unread = (size_t)i;
	}
}

// What is drawn at that height, a row after the other.
static void
column_is(struct session *session, int rows, int selected, const char *wanted)
{
	struct saved_column column = {0};
	struct list list = {.count = session->saved.items.count, .selected = (size_t)selected};
	struct pane pane = paper(rows, 26);
	struct strbuf found;
	int left;

	session->saved.has_keys = selected >= 0;
	left = saved_column_draw(&column, session, &list, &pane, true);
	strbuf_init(&found);
	for (int row = left; row < rows; row++) {
		struct strbuf line;

		strbuf_init(&line);
		canvas_row_text(&canvas, row, &line);
		strbuf_addf(&found, "%s%.*s", row > left ? "/" : "",
			    line.length < 11 ? (int)line.length : 11, line.data);
		while (found.length && found.data[found.length - 1] == ' ')
			strbuf_truncate(&found, found.length - 1);
		strbuf_release(&line);
	}
	tap_is_str(found.data, wanted, "rows below the days");
	strbuf_release(&found);
}

static void
test_sharing(struct session *session)
{
	struct saved_list *saved = &session->saved;

	column_is(session, 20, -1, "");
	add_items(saved, SAVED_SOURCE, 's', 1);
	column_is(session, 20, -1, " sources/   s0");
	saved_list_release(saved);
	add_items(saved, SAVED_SEARCH, 'q', 2);
	add_items(saved, SAVED_TAG, 't', 6);
	add_items(saved, SAVED_SOURCE, 's', 2);
	column_is(session, 40, -1,
		  " saved/   q0/   q1/ tags/   t0/   t1/   t2/   t3/   t4/   t5/"
		  " sources/   s0/   s1");
	column_is(session, 20, -1,
		  " saved/   q0/   q1/ tags +3/   t0/   t1/   t2/ sources/   s0/   s1");
	column_is(session, 12, -1, " saved +1/   q0/ tags +5/   t0/ sources +1/   s0");
	column_is(session, 8, -1, " saved +1/   q0/ tags +7/   t0");
	column_is(session, 8, 7, " saved +1/   q0/ tags +7/ ▸ t5");
	column_is(session, 8, 9, " saved +1/   q0/ sources +7/ ▸ s1");
	column_is(session, 6, 4, " tags +8/   t1/ ▸ t2");
	column_is(session, 5, -1, "");
	column_is(session, 5, 9, " saved/   q0/   q1/ sources +7/ ▸ s1");
	column_is(session, 1, 9, " ▸ s1");
}

static void
test_clicks(struct session *session)
{
	struct saved_column column = {0};
	struct list list = {0};
	struct pane pane = paper(20, 26);
	const struct saved_list *saved = &session->saved;
	int top;

	session->saved.has_keys = false;
	top = saved_column_draw(&column, session, &list, &pane, false);
	tap_is_int(top, 10, "half of the rows are the days'");
	tap_is_int((long long)saved_column_at(&column, saved, top), 10, "a heading is no item");
	tap_is_int((long long)saved_column_at(&column, saved, top + 2), 1, "the second search");
	tap_is_int((long long)saved_column_at(&column, saved, top + 4), 2, "the first tag");
	tap_is_int((long long)saved_column_at(&column, saved, 19), 9, "the last source");
	tap_ok(!saved->searcher, "before the reader runs nothing is counted");
	tap_ok(saved->items.items[4].on_screen && !saved->items.items[5].on_screen,
	       "and then only what is on the screen");
}

int
main(void)
{
	struct app app = {.data_dir = "none", .config_file = "none"};
	struct session session;

	session_init(&session, &app);
	canvas_init(&canvas);
	browser_init(&session.browser, NULL);
	test_month(&session.browser);
	test_shades(&session.browser);
	test_places(&session.browser);
	test_sharing(&session);
	test_clicks(&session);
	browser_release(&session.browser);
	saved_list_release(&session.saved);
	session_release(&session);
	canvas_release(&canvas);
	return tap_done();
}
