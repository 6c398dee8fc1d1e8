// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/calendar.h"

#include <stdio.h>

#include "shoroku/base/i18n.h"
#include "shoroku/export/brief.h"
#include "tui/date-text.h"
#include "tui/heat.h"

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
	else if (found->state == DAY_CHANGED)
		canvas_put_string(pane, row, column, glyphs->changed, STYLE_WARNING);
	else
		canvas_put_string(pane, row, column, glyphs->day_read, STYLE_NORMAL);
}

// Favourite, how many papers, and the sign: three cells, the middle one below the number's tens.
static void
draw_heat(const struct pane *pane, const struct browser *browser, const struct heat *heat,
	  date_day day, int row, int column)
{
	const struct glyphs *glyphs = pane->canvas->glyphs;
	const struct browser_day *found = browser_find_day(browser, day);

	if (found && found->favourites)
		canvas_put_string(pane, row, column, glyphs->favourite, STYLE_FAVOURITE);
	if (found && found->papers)
		canvas_put_string(pane, row, column + 1, heat_glyph(heat, glyphs, found),
				  STYLE_NORMAL);
	calendar_draw_sign(pane, browser, day, row, column + 2);
}

static void
draw_day(const struct pane *pane, date_day day, int row, int column, bool chosen)
{
	enum style_role role = chosen ? STYLE_CURSOR : STYLE_NORMAL;
	char number[4];

	snprintf(number, sizeof(number), "%2d", date_to_civil(day).day % 100);
	if (chosen)
		canvas_put_string(pane, row, column, "[", role);
	canvas_put_string(pane, row, column + 1, number, role);
	if (chosen)
		canvas_put_string(pane, row, column + CELL, "]", role);
}

// Of a pane too small for the month the part with the day's own week and weekday.
struct part {
	int first_row; // of the weeks; there is no heading where it is 0
	int weeks;     // left out above
	int columns;   // left out at the left
};

static struct part
part_for(date_day day, int rows, int columns)
{
	struct part part = {.first_row =
				rows < FIRST_WEEK_ROW + ROWS_PER_WEEK ? 0 : FIRST_WEEK_ROW};
	int number = date_to_civil(day).day - 1;
	int week = (date_weekday(day - number) + number) / 7;
	int room = (rows - part.first_row) / ROWS_PER_WEEK;
	int hidden = (date_weekday(day) + 1) * CELL + 1 - columns;

	if (room < 1)
		room = 1;
	part.weeks = week >= room ? week - room + 1 : 0;
	part.columns = hidden > 0 ? hidden : 0;
	return part;
}

date_day
calendar_day_at(date_day day, int rows, int columns, int row, int column)
{
	struct part part = part_for(day, rows, columns);
	struct date_civil civil = date_to_civil(day);
	date_day first = date_from_civil(civil.year, civil.month, 1);
	int week = (row - part.first_row) / ROWS_PER_WEEK + part.weeks;
	int weekday = (column + part.columns) / CELL;
	int number = week * 7 + weekday - date_weekday(first);

	if (row < part.first_row || weekday > 6 || number < 0 ||
	    number >= date_days_in_month(civil.year, civil.month))
		return DATE_NONE;
	return first + number;
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
	struct heat heat = heat_of_year(browser, civil.year, HEAT_PAPERS);
	date_day first = date_from_civil(civil.year, civil.month, 1);
	int days = date_days_in_month(civil.year, civil.month);
	int offset = date_weekday(first);
	struct part part = part_for(day, pane->rows, pane->columns);
	int row = part.first_row;

	draw_heading(pane, civil, &part);
	for (int i = 0; i < days; i++) {
		int week = (offset + i) / 7 - part.weeks;
		int column = (offset + i) % 7 * CELL - part.columns;

		if (week < 0)
			continue;
		row = part.first_row + week * ROWS_PER_WEEK;
		draw_day(pane, first + i, row, column, first + i == chosen);
		draw_heat(pane, browser, &heat, first + i, row + 1, column);
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
	if (day && day->favourites)
		strbuf_addf(
		    out, ngettext(", %d favourite", ", %d favourites", (unsigned)day->favourites),
		    day->favourites);
	if (day && day->papers && day->state != DAY_COMPLETE)
		strbuf_addf(out, " · %s", brief_state(day->state));
	if (day && day->reason)
		strbuf_addf(out, " · %s", day->reason);
}

void
calendar_legend(const struct glyphs *glyphs, struct strbuf *out)
{
	strbuf_addf(out, _("%s favourite  %s unread  %s read  %s failed  %s none"),
		    glyphs->favourite, glyphs->day_unread, glyphs->day_read, glyphs->day_failed,
		    glyphs->day_none);
}
