// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/trail.h"

#include <stdlib.h>
#include <string.h>

#include "shoroku/base/memory.h"
#include "tui/marking.h"
#include "tui/session.h"

#define MOST_STEPS ((size_t)100)

static void
release_step(struct trail_step *step)
{
	free(step->search);
	free(step->query);
	step->search = step->query = NULL;
}

void
trail_clear(struct trail *trail)
{
	for (size_t i = 0; i < trail->steps.count; i++)
		release_step(&trail->steps.items[i]);
	vec_clear(&trail->steps);
}

void
trail_release(struct trail *trail)
{
	trail_clear(trail);
	vec_release(&trail->steps);
}

static int64_t
chosen_id(const struct browser *browser)
{
	return paper_set_id(&browser->papers, browser->paper);
}

static struct trail_step
step_here(const struct session *session, struct document_place top, int64_t item)
{
	const struct browser *browser = &session->browser;
	struct trail_step step = {
	    .from = chosen_id(browser),
	    .instead = browser->instead,
	    .instead_of = browser->instead_of,
	    .top = top,
	    .item = item,
	    .saved = browser->saved,
	    .sorted = session->gather.sorted,
	    .from_search = session->gather.from_search,
	    .came_from = browser->came_from,
	};

	if (browser->search_shown) {
		step.search = memory_strdup(browser->search);
		step.query = memory_strdup(browser->query);
	}
	return step;
}

static void
drop_oldest(struct trail *trail)
{
	release_step(&trail->steps.items[0]);
	memmove(trail->steps.items, trail->steps.items + 1,
		(trail->steps.count - 1) * sizeof(*trail->steps.items));
	trail->steps.count--;
}

bool
trail_follow(struct session *session, struct document_place top, int64_t entry)
{
	struct trail *trail = &session->trail;
	struct trail_step step = step_here(session, top, entry);
	struct error err;

	marking_leave_paper(session);
	if (browser_select_entry(&session->browser, entry, &err)) {
		session_complain(session, &err);
		release_step(&step);
		return false;
	}
	// Whoever went on from where the last step led begins anew.
	if (trail->steps.count && trail->steps.items[trail->steps.count - 1].item != step.from)
		trail_clear(trail);
	if (trail->steps.count == MOST_STEPS)
		drop_oldest(trail);
	*vec_push(&trail->steps) = step;
	return true;
}

bool
trail_return(struct session *session, struct trail_step *step)
{
	struct browser *browser = &session->browser;
	struct trail *trail = &session->trail;
	struct error err;

	if (!trail->steps.count)
		return false;
	*step = trail->steps.items[trail->steps.count - 1];
	if (step->item != chosen_id(browser)) {
		trail_clear(trail);
		return false;
	}
	trail->steps.count--;
	marking_leave_paper(session);
	browser->instead = step->instead;
	browser->instead_of = step->instead_of;
	if (browser_select_entry(browser, step->from, &err))
		session_complain(session, &err);
	else if (step->search)
		gather_return(session, step);
	release_step(step);
	return true;
}
