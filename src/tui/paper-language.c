// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/paper-language.h"

#include "tui/marking.h"
#include "tui/paper-view.h"
#include "tui/session.h"

bool
paper_language_has_other(const struct session *session)
{
	return session->browser.open && session->browser.translation.id;
}

unsigned
paper_language_switch(struct session *session, void *state)
{
	struct browser *browser = &session->browser;
	struct document_place place = {0};
	enum section_role role;
	bool in_section;
	struct error err;

	in_section = document_role_at(browser->open, paper_view_top(state), &role);
	marking_leave_paper(session);
	if (browser_translate(browser, &err)) {
		session_complain(session, &err);
		return REACT_REDRAW;
	}
	if (in_section)
		place = document_section_place(browser->open, role);
	paper_view_set_top(state, browser->open->entry.id, place);
	return REACT_REDRAW;
}
