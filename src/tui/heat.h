// SPDX-License-Identifier: GPL-3.0-or-later
// How much there is of each day of a year, in four shades: the fullest day of the year has the darkest.
#ifndef TUI_HEAT_H
#define TUI_HEAT_H

#include "tui/browser.h"
#include "tui/canvas.h"

enum heat_measure { HEAT_PAPERS, HEAT_UNREAD, HEAT_FAVOURITES };
#define HEAT_MEASURES 3

struct heat {
	enum heat_measure measure;
	int most; // of any day of the year
};

struct heat heat_of_year(const struct browser *browser, int year, enum heat_measure measure);

// The glyph of a day's shade; a blank where it has nothing of what is measured.
const char *heat_glyph(const struct heat *heat, const struct glyphs *glyphs,
		       const struct browser_day *day);

// "papers ░ 1 ▒ 2–3 …": which shade stands for how many.
void heat_legend(const struct heat *heat, const struct glyphs *glyphs, struct strbuf *out);

#endif
