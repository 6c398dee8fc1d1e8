// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done wherever one is among days, papers and paper.
#include <stdlib.h>
#include <string.h>

#include "shoroku/base/i18n.h"
#include "tui/copying.h"
#include "tui/exporting.h"
#include "tui/linking.h"
#include "tui/marking.h"
#include "tui/raw-view.h"
#include "tui/reader-prompts.h"
#include "tui/session.h"
#include "tui/sources-view.h"
#include "tui/views.h"

static unsigned
to_day(struct session *session, int direction, bool unread)
{
	struct browser *browser = &session->browser;
	const struct browser_day *day = browser_current_day(browser);
	struct error err;
	date_day found;

	if (load_near_day(browser->archive, day->date, direction, unread, &found, &err)) {
		session_complain(session, &err);
	} else if (found == DATE_NONE) {
		session_say(session, "%s",
			    direction < 0 ? _("there is no older day")
					  : _("there is no newer day"));
	} else {
		marking_leave_paper(session);
		if (browser_select_date(browser, found, &err))
			session_complain(session, &err);
	}
	return REACT_REDRAW;
}

static unsigned
older_day(struct session *session, void *state)
{
	(void)state;
	return to_day(session, -1, false);
}

static unsigned
newer_day(struct session *session, void *state)
{
	(void)state;
	return to_day(session, 1, false);
}

static unsigned
older_unread_day(struct session *session, void *state)
{
	(void)state;
	return to_day(session, -1, true);
}

static unsigned
newer_unread_day(struct session *session, void *state)
{
	(void)state;
	return to_day(session, 1, true);
}

// Among the papers of a query, wrapping round.
static unsigned
next_unread_hit(struct session *session)
{
	struct browser *browser = &session->browser;
	size_t next = paper_set_next_unread(&browser->papers, browser->paper);
	struct error err;

	if (next == browser->papers.count)
		session_say(session, _("nothing else is unread"));
	else if (browser_select_paper(browser, next, &err))
		session_complain(session, &err);
	return REACT_REDRAW;
}

static unsigned
next_unread(struct session *session, void *state)
{
	struct browser *browser = &session->browser;
	int64_t now = browser->open ? browser->open->entry.id : 0;
	struct error err;
	int64_t id;

	(void)state;
	marking_leave_paper(session);
	if (browser->search_shown)
		return next_unread_hit(session);
	if (load_next_unread(browser->archive, now, &id, &err))
		session_complain(session, &err);
	else if (!id || id == now)
		session_say(session, _("nothing else is unread"));
	else if (browser_select_entry(browser, id, &err))
		session_complain(session, &err);
	return REACT_REDRAW;
}

static unsigned
go_to_date(struct session *session, void *state)
{
	(void)state;
	prompt_open(&session->prompt, &reader_prompts_date);
	return REACT_REDRAW;
}

static unsigned
tag(struct session *session, void *state)
{
	(void)state;
	prompt_open(&session->prompt, &reader_prompts_tag);
	return REACT_REDRAW;
}

static unsigned
toggle_read(struct session *session, void *state)
{
	(void)state;
	marking_toggle_read(session);
	return REACT_REDRAW;
}

static unsigned
read_day(struct session *session, void *state)
{
	(void)state;
	marking_read_day(session);
	return REACT_REDRAW;
}

static unsigned
favourite(struct session *session, void *state)
{
	(void)state;
	marking_toggle_favourite(session);
	return REACT_REDRAW;
}

static bool
has_warning(const struct session *session)
{
	return session->browser.open && session->browser.open->entry.warning_count > 0;
}

static unsigned
better_match(struct session *session, void *state)
{
	const struct entry *entry = &session->browser.open->entry;
	int64_t other = 0;
	struct error err;

	(void)state;
	for (size_t i = 0; !other && i < entry->warning_count; i++)
		other = entry->warnings[i].other;
	if (!other) {
		related_match(session);
		return REACT_REDRAW;
	}
	marking_leave_paper(session);
	if (browser_select_entry(&session->browser, other, &err))
		session_complain(session, &err);
	return REACT_REDRAW;
}

static unsigned
dismiss_warning(struct session *session, void *state)
{
	(void)state;
	marking_dismiss_warnings(session);
	return REACT_REDRAW;
}

static unsigned
rate(struct session *session, int rating)
{
	marking_rate(session, rating);
	return REACT_REDRAW;
}

#define RATE(name, rating)                                                                         \
	static unsigned name(struct session *session, void *state)                                 \
	{                                                                                          \
		(void)state;                                                                       \
		return rate(session, rating);                                                      \
	}

RATE(rate_0, 0)
RATE(rate_1, 1)
RATE(rate_2, 2)
RATE(rate_3, 3)
RATE(rate_4, 4)
RATE(rate_5, 5)

// The editor has the terminal meanwhile.
static unsigned
note(struct session *session, void *state)
{
	(void)state;
	session->outside = marking_edit_note;
	return REACT_REDRAW;
}

static unsigned
history(struct session *session, void *state)
{
	(void)state;
	return session_push(session, &history_view_ops);
}

static unsigned
tags(struct session *session, void *state)
{
	(void)state;
	return session_push(session, &tags_view_ops);
}

static unsigned
undo(struct session *session, void *state)
{
	(void)state;
	marking_undo(session);
	return REACT_REDRAW;
}

static unsigned
redo(struct session *session, void *state)
{
	(void)state;
	marking_redo(session);
	return REACT_REDRAW;
}

static const char *
depth_name(enum document_depth depth)
{
	switch (depth) {
	case DOCUMENT_TITLE:
		return _("title");
	case DOCUMENT_REASON:
		return _("why chosen");
	case DOCUMENT_SHORT:
		return _("short summary");
	case DOCUMENT_DETAIL:
		return _("detailed summary");
	case DOCUMENT_ABSTRACT:
		return _("everything");
	}
	BUG("depth %d", (int)depth);
}

static unsigned
zoom(struct session *session, int by)
{
	int depth = (int)session->depth + by;

	if (depth >= DOCUMENT_TITLE && depth <= DOCUMENT_ABSTRACT)
		session->depth = (enum document_depth)depth;
	session_say(session, _("Shown down to: %s"), depth_name(session->depth));
	return REACT_REDRAW;
}

static unsigned
deeper(struct session *session, void *state)
{
	(void)state;
	return zoom(session, 1);
}

static unsigned
shallower(struct session *session, void *state)
{
	(void)state;
	return zoom(session, -1);
}

static unsigned
authors(struct session *session, void *state)
{
	(void)state;
	session->all_authors = !session->all_authors;
	return REACT_REDRAW;
}

static unsigned
calendar(struct session *session, void *state)
{
	(void)state;
	return session_push(session, &calendar_view_ops);
}

static unsigned
similar(struct session *session, void *state)
{
	(void)state;
	related_list(session);
	return REACT_REDRAW;
}

static unsigned
all_authors(struct session *session, void *state)
{
	(void)state;
	return session_push(session, &authors_view_ops);
}

static unsigned
choose_author(struct session *session, void *state)
{
	(void)state;
	return session_push(session, &authors_view_paper_ops);
}

static unsigned
stats(struct session *session, void *state)
{
	(void)state;
	return session_push(session, &stats_view_ops);
}

static unsigned
triage(struct session *session, void *state)
{
	(void)state;
	if (session->browser.papers.unread)
		return session_push(session, &triage_view_ops);
	session_say(session, _("everything here is read; { and } go to days with unread papers"));
	return REACT_REDRAW;
}

static unsigned
enrich(struct session *session, void *state)
{
	(void)state;
	working_enrich(session);
	return REACT_REDRAW;
}

static unsigned
fetch(struct session *session, void *state)
{
	(void)state;
	return sources_view_fetch(session);
}

static unsigned
sources(struct session *session, void *state)
{
	(void)state;
	return session_push(session, &sources_view_ops);
}

static unsigned
web(struct session *session, void *state)
{
	(void)state;
	opening_page(session);
	return REACT_REDRAW;
}

static unsigned
pdf(struct session *session, void *state)
{
	(void)state;
	opening_pdf(session);
	return REACT_REDRAW;
}

static unsigned
open_link(struct session *session, void *state)
{
	(void)state;
	linking_ask(session);
	return REACT_REDRAW;
}

static unsigned
raw_page(struct session *session, void *state)
{
	(void)state;
	return raw_view_open(session);
}

static unsigned
copy_link(struct session *session, void *state)
{
	(void)state;
	copying_links(session);
	return REACT_REDRAW;
}

static unsigned
copy_bibtex(struct session *session, void *state)
{
	(void)state;
	copying_bibtex(session);
	return REACT_REDRAW;
}

static unsigned export(struct session *session, void *state)
{
	(void)state;
	exporting_ask(session);
	return REACT_REDRAW;
}

static unsigned
pipe_papers(struct session *session, void *state)
{
	(void)state;
	exporting_ask_command(session);
	return REACT_REDRAW;
}

static unsigned
search(struct session *session, void *state)
{
	(void)state;
	return session_push(session, &search_view_ops);
}

// clang-format off
static const struct action rows[] = {
	{ "favourite",        "f",   N_("Make a favourite, or no longer"), N_("favourite"), session_has_paper, favourite },
	{ "tag",              "t",   N_("Give and take tags: +a -b"), N_("tag"), session_has_paper, tag },
	{ "note",             "e",   N_("Write a note in the editor"), N_("note"), session_has_paper, note },
	{ "rate-0",           "0",   N_("Take the rating away"), NULL, session_has_paper, rate_0 },
	{ "rate-1",           "1",   N_("Rate 1 of 5"), NULL, session_has_paper, rate_1 },
	{ "rate-2",           "2",   N_("Rate 2 of 5"), NULL, session_has_paper, rate_2 },
	{ "rate-3",           "3",   N_("Rate 3 of 5"), NULL, session_has_paper, rate_3 },
	{ "rate-4",           "4",   N_("Rate 4 of 5"), NULL, session_has_paper, rate_4 },
	{ "rate-5",           "5",   N_("Rate 5 of 5"), NULL, session_has_paper, rate_5 },
	{ "toggle-read",      "r",   N_("Mark read, or unread again"), N_("read/unread"), session_has_paper, toggle_read },
	{ "read-day",         "A",   N_("Mark all papers of the view read"), NULL, session_has_paper, read_day },
	{ "undo",             "u",   N_("Take back the last change of marks"), N_("undo"), NULL, undo },
	{ "redo",             "^R",  N_("Do what was undone again"), NULL, NULL, redo },
	{ "better-match",     "w",   N_("Go to the paper that a section warned of fits better"), NULL, has_warning, better_match },
	{ "dismiss-warning",  "W",   N_("Warn no more of what is wrong with the paper"), N_("dismiss"), has_warning, dismiss_warning },
	{ "next-unread",      "Tab", N_("Go to the next unread paper"), N_("unread"), session_has_days, next_unread },
	{ "older-day",        "[",   N_("Go to the day before"), N_("day before"), session_has_days, older_day },
	{ "newer-day",        "]",   N_("Go to the day after"), N_("after"), session_has_days, newer_day },
	{ "older-unread-day", "{",   N_("Go to an earlier day with unread papers"), NULL, session_has_days, older_unread_day },
	{ "newer-unread-day", "}",   N_("Go to a later day with unread papers"), NULL, session_has_days, newer_unread_day },
	{ "go-to-date",       "d",   N_("Go to a date: today, -3, 9/24, 2025-09-24"), N_("date"), session_has_days, go_to_date },
	{ "search",           "/",   N_("Search the whole archive"), N_("search"), NULL, search },
	{ "calendar",         "c",   N_("Open the calendar"), NULL, session_has_days, calendar },
	{ "triage",           "T",   N_("Decide about the unread papers, one key each"), NULL, session_has_paper, triage },
	{ "web",              "o",   N_("Open the paper's page in the browser"), N_("web"), session_has_paper, web },
	{ "pdf",              "p",   N_("Show the paper's PDF, downloaded first where it is not there"), N_("PDF"), session_has_paper, pdf },
	{ "open-link",        "L",   N_("Open a link of the paper by its number"), NULL, session_has_paper, open_link },
	{ "raw",              "\\",  N_("Show the page the paper was read from as it came"), NULL, session_has_paper, raw_page },
	{ "copy-link",        "y",   N_("Copy the link of the paper, or of all selected"), N_("copy"), session_has_paper, copy_link },
	{ "copy-bibtex",      "Y",   N_("Copy the reference as BibTeX, or those of all selected"), NULL, session_has_paper, copy_bibtex },
	{ "export",           "x",   N_("Write the paper, the selected ones or the list into a file, by its ending: .bib .md .org .ris"), NULL, session_has_paper, export },
	{ "pipe",             "|",   N_("Give the paper, or all selected, as text to a command"), NULL, session_has_paper, pipe_papers },
	{ "enrich",           "",    N_("Ask arXiv about the papers that lack an abstract"), NULL, session_has_days, enrich },
	{ "fetch",            "R",   N_("Fetch what is new from all sources"), N_("fetch"), NULL, fetch },
	{ "sources",          "",    N_("Show the sources, and those to choose from"), NULL, NULL, sources },
	{ "stats",            "",   N_("Show how many papers there are and were read"), NULL, NULL, stats },
	{ "history",          "",    N_("Show what was done to marks, and go back to a point of it"), NULL, NULL, history },
	{ "tags",             "",    N_("Show all tags with their papers, and rename them"), NULL, NULL, tags },
	{ "deeper",           "z",   N_("Show more of each paper"), N_("depth"), session_has_paper, deeper },
	{ "shallower",        "Z",   N_("Show less of each paper"), NULL, session_has_paper, shallower },
	{ "authors",          "a",   N_("Show all authors, or one line of them"), N_("authors"), session_has_paper, authors },
	{ "author",           "@",   N_("Choose an author of the paper and see the others of theirs"), NULL, session_has_paper, choose_author },
	{ "similar",          "",    N_("List the papers that speak of the same as this one, by day, to sort and mark them"), NULL, session_has_paper, similar },
	{ "all-authors",      "",    N_("List the authors of the newest papers"), NULL, session_has_days, all_authors },
};
// clang-format on

const struct action_table reader_actions_table = {"reader", rows, ARRAY_LENGTH(rows)};
