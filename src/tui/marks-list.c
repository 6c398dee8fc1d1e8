// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/marks-list.h"

#include <stdlib.h>

#include "shoroku/base/memory.h"
#include "tui/marking.h"

void *
marks_list_new(size_t size)
{
	struct marks_list *marks = memory_alloc(size);

	arena_init(&marks->arena);
	return marks;
}

void
marks_list_free(void *state)
{
	struct marks_list *marks = state;

	arena_release(&marks->arena);
	free(marks);
}

void
marks_list_begin(struct marks_list *marks, const struct session *session)
{
	arena_release(&marks->arena);
	marks->reloads = session->reloads;
}

bool
marks_list_is_old(const struct marks_list *marks, const struct session *session)
{
	return marks->reloads != session->reloads;
}

unsigned
marks_list_undo(struct session *session, void *state)
{
	(void)state;
	marking_undo(session);
	return REACT_REDRAW;
}

unsigned
marks_list_redo(struct session *session, void *state)
{
	(void)state;
	marking_redo(session);
	return REACT_REDRAW;
}

unsigned
marks_list_leave(struct session *session, void *state)
{
	(void)session;
	(void)state;
	return REACT_BACK;
}
