// SPDX-License-Identifier: GPL-3.0-or-later
// The day one is on in the calendar and in the year. It stands first in the state of both views, so that
// these handlers of actions can move it.
#ifndef TUI_DAY_CURSOR_H
#define TUI_DAY_CURSOR_H

#include "tui/session.h"

struct day_cursor {
	date_day day;
};

// On the browser's day.
void day_cursor_init(struct day_cursor *cursor, const struct session *session);

// To a date, where there is such a one.
unsigned day_cursor_to(struct day_cursor *cursor, date_day day);

// A click on a day (DATE_NONE: on none) goes there, another opens it.
unsigned day_cursor_click(struct session *session, struct day_cursor *cursor, date_day day);

// Handlers of actions.
unsigned day_cursor_day_back(struct session *session, void *state);
unsigned day_cursor_day_on(struct session *session, void *state);
unsigned day_cursor_week_back(struct session *session, void *state);
unsigned day_cursor_week_on(struct session *session, void *state);
unsigned day_cursor_month_back(struct session *session, void *state);
unsigned day_cursor_month_on(struct session *session, void *state);
unsigned day_cursor_year_back(struct session *session, void *state);
unsigned day_cursor_year_on(struct session *session, void *state);
unsigned day_cursor_open(struct session *session, void *state); // in the browser
unsigned day_cursor_leave(struct session *session, void *state);

#endif
