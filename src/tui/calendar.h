// SPDX-License-Identifier: GPL-3.0-or-later
// A month drawn as seven columns of days; below each number whether the day has favourites, a shade for how
// many papers, and a sign for what is left to read of it or went wrong.
#ifndef TUI_CALENDAR_H
#define TUI_CALENDAR_H

#include "tui/browser.h"
#include "tui/canvas.h"

#define CALENDAR_COLUMNS 22
#define CALENDAR_ROWS 14 // at most: heading, weekdays, six weeks of two rows

// The sign of one day, a cell.
void calendar_draw_sign(const struct pane *pane, const struct browser *browser, date_day day,
			int row, int column);

// "2025-09-24: 3 papers, 2 unread", or what else is known of the day.
void calendar_day_text(const struct browser *browser, date_day wanted, struct strbuf *out);

// "▫ unread  ▪ read …": what the signs mean.
void calendar_legend(const struct glyphs *glyphs, struct strbuf *out);

// Draws the month that holds `day`; of a pane too small for it the part with that day. Returns the rows
// used. The day `chosen`, if it is in the month, stands in brackets; with `cursor` the hardware cursor is put
// on it.
int calendar_draw(const struct pane *pane, const struct browser *browser, date_day day,
		  date_day chosen, bool cursor);

// The day drawn at that place in a pane of that size for the month that holds `day`; DATE_NONE where there
// is none.
date_day calendar_day_at(date_day day, int rows, int columns, int row, int column);

#endif
