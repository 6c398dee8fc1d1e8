// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/bars.h"

#include <string.h>

#include "shoroku/base/i18n.h"
#include "shoroku/export/brief.h"
#include "tui/date-text.h"
#include "tui/gather.h"
#include "tui/session.h"

static void
add_unread(int unread, struct strbuf *out)
{
	if (!unread)
		return;
	strbuf_add_string(out, " · ");
	strbuf_addf(out, _("%d unread"), unread);
}

static bool
is_sorted(const struct browser *browser)
{
	return browser->papers.count && browser->papers.roster.order != ROSTER_BY_DATE;
}

static void
add_order(const struct browser *browser, struct strbuf *out)
{
	if (is_sorted(browser))
		strbuf_addf(out, "%s · ", gather_order_text(browser->papers.roster.order));
}

// At most a third of the screen, since what follows says more than the end of a long query.
static void
add_name(const struct pane *screen, const char *name, struct strbuf *out)
{
	size_t most = screen->columns > 36 ? (size_t)screen->columns / 3 : 12;
	enum width_ambiguous ambiguous = screen->canvas->ambiguous;
	size_t length = strlen(name);
	size_t cells;

	if (width_text(name, length, ambiguous) <= most) {
		strbuf_add_string(out, name);
		return;
	}
	length = width_fit(name, length, most - 1, ambiguous, &cells);
	strbuf_add(out, name, length);
	strbuf_add_string(out, screen->canvas->glyphs->ellipsis);
}

static void
add_query(const struct browser *browser, const struct pane *screen, struct strbuf *out)
{
	const struct paper_set *papers = &browser->papers;

	add_name(screen, browser->search, out);
	strbuf_add_string(out, " · ");
	if (browser->search_waiting) {
		strbuf_add_string(out, _("searching…"));
		return;
	}
	add_order(browser, out);
	strbuf_addf(out, ngettext("%zu paper", "%zu papers", papers->count), papers->count);
	add_unread((int)papers->unread, out);
}

static void
add_day(const struct browser *browser, bool wide, struct strbuf *out)
{
	const struct browser_day *day = browser_current_day(browser);
	char date[DATE_TEXT_SIZE];

	if (!day)
		return;
	date_format(day->date, date);
	strbuf_addf(out, "%s %s · ", date, date_text_weekday(date_weekday(day->date)));
	add_order(browser, out);
	if (wide)
		strbuf_addf(out, "%s · ", day->sources);
	if (!day->papers)
		strbuf_add_string(out, brief_state(day->state));
	else
		strbuf_addf(out, ngettext("%d paper", "%d papers", (unsigned)day->papers),
			    day->papers);
	add_unread(day->unread, out);
	if (day->state == DAY_CHANGED && wide)
		strbuf_addf(out, " · %s", _("a poorer revision came later"));
}

// What, with a bar, how many of how many, and the key that stops it, as far as there is room.
static void
add_work(const struct session *session, const struct pane *screen, struct strbuf *out)
{
	const struct working_job *job = working_current(&session->working);
	bool ascii = session_ambiguous(session) == WIDTH_WIDE;
	int bar = screen->columns >= 120 ? 20 : screen->columns >= 70 ? 6 : 0;

	if (screen->columns >= 60) {
		working_name(job, out);
		if (out->length > 40)
			strbuf_truncate(out, 0);
		strbuf_add_byte(out, ' ');
	}
	working_progress(job, bar, ascii, out);
	if (screen->columns >= 60)
		strbuf_addf(out, "  ^C %s", _("stops"));
	else
		strbuf_add_string(out, " ^C");
}

void
bars_draw_status(const struct session *session, const struct pane *screen, const char *title)
{
	struct strbuf left;
	struct strbuf right;
	int room = screen->columns - 1;

	strbuf_init(&left);
	strbuf_init(&right);
	if (screen->columns >= 120)
		strbuf_add_string(&left, "shoroku   ");
	if (title)
		strbuf_add_string(&left, title);
	else if (session->browser.search)
		add_query(&session->browser, screen, &left);
	else
		add_day(&session->browser,
			screen->columns >= (is_sorted(&session->browser) ? 100 : 80), &left);
	if (!title && session->chosen.ids.count) {
		strbuf_addf(&right, _("%zu selected"), session->chosen.ids.count);
		strbuf_add_string(&right, "   ");
	}
	if (working_is_busy(session))
		add_work(session, screen, &right);
	else if (screen->columns >= 60)
		strbuf_addf(&right, _("favourites %d   ? help"), session->browser.favourites);
	else
		strbuf_add_string(&right, "?");
	room -= canvas_cells_of(screen->canvas, right.data) + 1;
	if (room > 12) {
		canvas_put_string(screen, 0, room, right.data, STYLE_META);
		room -= 1;
	} else {
		room = screen->columns - 1;
	}
	canvas_put_cut(screen, 0, 1, room - 1, left.data, STYLE_STATUS, false);
	strbuf_release(&left);
	strbuf_release(&right);
}

// Hints of one table, each "key text" with two blanks between, as long as they fit.
static int
draw_hints(const struct session *session, const struct pane *screen,
	   const struct action_table *table, int column, int end)
{
	int row = screen->rows - 1;

	for (size_t i = 0; i < table->count; i++) {
		const struct action *action = &table->rows[i];
		const char *hint;
		struct strbuf key;
		int cells;

		if (!action->hint || (action->needs && !action->needs(session)))
			continue;
		hint = i18n_in("hint", action->hint);
		strbuf_init(&key);
		keymap_keys(&session->keymap, table, action, 1, &key);
		cells = canvas_cells_of(screen->canvas, key.data) + 1 +
			canvas_cells_of(screen->canvas, hint);
		if (key.length && column + cells <= end) {
			column = canvas_put_string(screen, row, column, key.data, STYLE_CURSOR) + 1;
			column = canvas_put_string(screen, row, column, hint, STYLE_HINT) + 2;
		}
		strbuf_release(&key);
	}
	return column;
}

static void
draw_all_hints(const struct session *session, const struct pane *screen,
	       const struct action_table *const *tables, const char *place)
{
	int end = screen->columns - 1;
	int column = 1;

	if (*place && canvas_cells_of(screen->canvas, place) + 2 < end) {
		end -= canvas_cells_of(screen->canvas, place);
		canvas_put_string(screen, screen->rows - 1, end, place, STYLE_META);
		end -= 2;
	}
	for (; *tables; tables++)
		column = draw_hints(session, screen, *tables, column, end);
}

void
bars_draw_bottom(const struct session *session, const struct pane *screen,
		 const struct action_table *const *tables, const char *place)
{
	int row = screen->rows - 1;

	if (session->prompt.kind) {
		struct pane line = canvas_part(screen, row, 0, 1, screen->columns);

		if (session->message.text[0] && row > 1) {
			struct pane above = canvas_part(screen, row - 1, 0, 1, screen->columns);

			for (int i = 0; i < screen->columns; i++)
				canvas_put_string(&above, 0, i, " ", STYLE_NORMAL);
			canvas_put_cut(&above, 0, 1, -1, session->message.text, STYLE_ERROR, false);
		}
		prompt_draw(&session->prompt, &line);
	} else if (session->message.text[0]) {
		canvas_put_cut(screen, row, 1, -1, session->message.text,
			       session->message.is_error ? STYLE_ERROR : STYLE_NORMAL, false);
	} else {
		draw_all_hints(session, screen, tables, place);
	}
}
