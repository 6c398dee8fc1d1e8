// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/day-cursor.h"

#include "tui/marking.h"

void
day_cursor_init(struct day_cursor *cursor, const struct session *session)
{
	const struct browser_day *day = browser_current_day(&session->browser);

	cursor->day = day ? day->date : session->app->today;
}

unsigned
day_cursor_to(struct day_cursor *cursor, date_day day)
{
	if (day < DATE_MIN || day > DATE_MAX)
		return REACT_NOTHING;
	cursor->day = day;
	return REACT_REDRAW;
}

unsigned
day_cursor_click(struct session *session, struct day_cursor *cursor, date_day day)
{
	if (day == DATE_NONE)
		return REACT_NOTHING;
	return day == cursor->day ? day_cursor_open(session, cursor) : day_cursor_to(cursor, day);
}

static unsigned
move_by(struct day_cursor *cursor, int days, int months)
{
	return day_cursor_to(cursor, date_add_months(cursor->day, months) + days);
}

#define MOVE(name, days, months)                                                                   \
	unsigned name(struct session *session, void *state)                                        \
	{                                                                                          \
		(void)session;                                                                     \
		return move_by(state, days, months);                                               \
	}

MOVE(day_cursor_day_back, -1, 0)
MOVE(day_cursor_day_on, 1, 0)
MOVE(day_cursor_week_back, -7, 0)
MOVE(day_cursor_week_on, 7, 0)
MOVE(day_cursor_month_back, 0, -1)
MOVE(day_cursor_month_on, 0, 1)
MOVE(day_cursor_year_back, 0, -12)
MOVE(day_cursor_year_on, 0, 12)

unsigned
day_cursor_open(struct session *session, void *state)
{
	const struct day_cursor *cursor = state;
	struct error err;

	marking_leave_paper(session);
	if (browser_select_date(&session->browser, cursor->day, &err)) {
		session_complain(session, &err);
		return REACT_REDRAW;
	}
	return REACT_PAPERS;
}

unsigned
day_cursor_leave(struct session *session, void *state)
{
	(void)session;
	(void)state;
	return REACT_BACK;
}
