// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/place.h"

#include <stdio.h>

#include "tui/paper-view.h"

#define STATE_NAME "reader-place"
#define OPENED_NAME "reader-opened"

// Entry, focus, depth, authors, then the place at the top of the paper.
#define FORMAT "%lld %d %d %d %d %zu"

void
place_keep(struct frame *frame)
{
	struct session *session = frame->session;
	const struct load_entry *open = session->browser.open;
	struct document_place top = paper_view_top(frame->panes[FRAME_PAPER].state);
	char text[128];

	gather_keep(session);
	if (!open || !session->marker)
		return;
	snprintf(text, sizeof(text), FORMAT, (long long)open->entry.id, (int)frame->focus,
		 (int)session->depth, (int)session->all_authors, top.part, top.offset);
	marker_keep_state(session->marker, STATE_NAME, text);
}

static void
restore(struct frame *frame, const char *text)
{
	struct session *session = frame->session;
	struct document_place top = {0};
	struct error err;
	long long id;
	int focus;
	int depth;
	int all_authors;

	if (sscanf(text, FORMAT, &id, &focus, &depth, &all_authors, &top.part, &top.offset) != 6)
		return;
	if (depth >= DOCUMENT_TITLE && depth <= DOCUMENT_ABSTRACT)
		session->depth = (enum document_depth)depth;
	session->all_authors = all_authors != 0;
	// The paper may be gone from the archive; then one starts at the newest day.
	if (browser_select_entry(&session->browser, id, &err))
		return;
	if (focus >= FRAME_DAYS && focus <= FRAME_PAPER)
		frame->focus = (enum frame_pane)focus;
	paper_view_set_top(frame->panes[FRAME_PAPER].state, id, top);
}

// What the archive was at the time before is what papers are new since.
static void
note_opening(struct session *session, struct arena *arena)
{
	const char *last = NULL;
	struct error ignored;
	int64_t now;
	char text[24];

	if (!session->marker || load_change(session->browser.archive, &now, &ignored) ||
	    load_state(session->browser.archive, arena, OPENED_NAME, &last, &ignored))
		return;
	marker_keep_state(session->marker, LOAD_NEW_SINCE, last ? last : "0");
	snprintf(text, sizeof(text), "%lld", (long long)now);
	marker_keep_state(session->marker, OPENED_NAME, text);
}

void
place_restore(struct frame *frame)
{
	struct arena arena;
	struct error err;
	const char *text;

	arena_init(&arena);
	gather_restore(frame->session);
	if (!load_state(frame->session->browser.archive, &arena, STATE_NAME, &text, &err) && text)
		restore(frame, text);
	note_opening(frame->session, &arena);
	arena_release(&arena);
	frame_reloaded(frame);
}
