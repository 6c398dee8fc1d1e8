// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/calendar.h"

#include <stdio.h>

#include "shoroku/base/i18n.h"
#include "shoroku/export/brief.h"
#include "tui/date-text.h"

enum { CELL = 3, FIRST_WEEK_ROW = 2, ROWS_PER_WEEK = 2 };

void
calendar_draw_sign(const struct pane *pane, const struct browser *browser, date_day day, int row,
		   int column)
{
	const struct glyphs *glyphs = pane->canvas->glyphs;
	const struct browser_day *found = browser_find_day(browser, day);

	if (!found && day_list_absent(&browser->list, day))
		canvas_put_string(pane, row, column, glyphs->day_absent, STYLE_META);
	else if (!found)
		canvas_put_string(pane, row, column, glyphs->day_none, STYLE_META);
	else if (found->state == DAY_FAILED)
		canvas_put_string(pane, row, column, glyphs->day_failed, STYLE_ERROR);
	else if (!found->papers)
		canvas_put_string(pane, row, column, glyphs->day_waiting, STYLE_META);
	else if (found->unread)
		canvas_put_string(pane, row, column, glyphs->day_unread, STYLE_UNREAD);
	else
		canvas_put_string(pane, row, column, glyphs->day_read, STYLE_NORMAL);
}

static void
draw_day(const struct pane *pane, const struct browser *browser, date_day day, int row, int column,
	 bool chosen)
{
	enum style_role role = chosen ? STYLE_CURSOR : STYLE_NORMAL;
	char number[4];

	snprintf(number, sizeof(number), "%2d", date_to_civil(day).day % 100);
	if (chosen)
		canvas_put_string(pane, row, column, "[", role);
	canvas_put_string(pane, row, column + 1, number, role);
	if (chosen)
		canvas_put_string(pane, row, column + CELL, "]", role);
	calendar_draw_sign(pane, browser, day, row + 1, column + 2);
}

// Of a pane too small for the month the part with the chosen day.
struct part {
	int first_row; // of the weeks
	int weeks;     // left out above
	int columns;   // left out at the left
};

static struct part
part_for(const struct pane *pane, int chosen)
{
	struct part part = {.first_row = FIRST_WEEK_ROW};
	int rows;
	int columns;

	if (pane->rows < FIRST_WEEK_ROW + ROWS_PER_WEEK)
		part.first_row = 0;
	rows = part.first_row + chosen / 7 * ROWS_PER_WEEK + 1 - pane->rows;
	columns = (chosen % 7 + 1) * CELL + 1 - pane->columns;
	part.weeks = rows > 0 ? (rows + ROWS_PER_WEEK - 1) / ROWS_PER_WEEK : 0;
	part.columns = columns > 0 ? columns : 0;
	return part;
}

static void
draw_heading(const struct pane *pane, struct date_civil month, const struct part *part)
{
	struct strbuf heading;

	if (!part->first_row)
		return;
	strbuf_init(&heading);
	date_text_month(&heading, month.year, month.month);
	canvas_put_cut(pane, 0, 1, -1, heading.data, STYLE_HEADING, false);
	strbuf_release(&heading);
	for (int weekday = 0; weekday < 7; weekday++)
		canvas_put_string(pane, 1, weekday * CELL + 1 - part->columns,
				  date_text_weekday(weekday), STYLE_META);
}

int
calendar_draw(const struct pane *pane, const struct browser *browser, date_day day, date_day chosen,
	      bool cursor)
{
	struct date_civil civil = date_to_civil(day);
	date_day first = date_from_civil(civil.year, civil.month, 1);
	int days = date_days_in_month(civil.year, civil.month);
	int offset = date_weekday(first);
	bool here = chosen >= first && chosen < first + days;
	struct part part = part_for(pane, here ? offset + (chosen - first) : 0);
	int row = part.first_row;

	draw_heading(pane, civil, &part);
	for (int i = 0; i < days; i++) {
		int week = (offset + i) / 7 - part.weeks;
		int column = (offset + i) % 7 * CELL - part.columns;

		if (week < 0)
			continue;
		row = part.first_row + week * ROWS_PER_WEEK;
		draw_day(pane, browser, first + i, row, column, first + i == chosen);
		if (cursor && first + i == chosen)
			canvas_set_cursor(pane, row, column + 1);
	}
	return row + ROWS_PER_WEEK;
}

void
calendar_day_text(const struct browser *browser, date_day wanted, struct strbuf *out)
{
	const struct browser_day *day = browser_find_day(browser, wanted);
	char date[DATE_TEXT_SIZE];

	date_format(wanted, date);
	if (day && !day->papers)
		strbuf_addf(out, "%s: %s", date, brief_state(day->state));
	else if (!day && day_list_absent(&browser->list, wanted))
		strbuf_addf(out, "%s: %s", date, brief_state(DAY_ABSENT));
	else if (day)
		strbuf_addf(out,
			    ngettext("%s: %d paper, %d unread", "%s: %d papers, %d unread",
				     (unsigned)day->papers),
			    date, day->papers, day->unread);
	else
		strbuf_addf(out, _("%s: no digest"), date);
	if (day && day->reason)
		strbuf_addf(out, " · %s", day->reason);
}
