// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/gather.h"

#include "shoroku/base/i18n.h"
#include "tui/session.h"
#include "tui/wakeup.h"

#define ORDER_STATE "papers-order"

void
gather_release(struct gather *gather)
{
	searcher_join(gather->searcher);
	gather->searcher = NULL;
}

static bool
start(struct session *session)
{
	struct gather *gather = &session->gather;

	if (!gather->searcher)
		gather->searcher = searcher_start(session->app->data_dir, wakeup_write_fd());
	if (!gather->searcher)
		session_say(session, _("cannot start a thread"));
	return gather->searcher != NULL;
}

static void
ask(struct session *session, enum gather_purpose purpose)
{
	struct gather *gather = &session->gather;
	struct error ignored;

	gather->waiting = true;
	gather->again = false;
	gather->purpose = purpose;
	if (load_change(session->browser.archive, &gather->change, &ignored))
		gather->change = 0;
	searcher_gather(gather->searcher, session->browser.query, session->app->today,
			session->browser.order);
}

void
gather_open(struct session *session, const char *name, const char *query, bool saved)
{
	session->gather.from_search = false;
	if (!start(session))
		return;
	browser_choose_query(&session->browser, name, query, saved);
	ask(session, GATHER_OPEN);
}

// --- the order

const char *
gather_order_text(enum roster_order order)
{
	switch (order) {
	case ROSTER_BY_DATE:
		return _("by date");
	case ROSTER_BY_TITLE:
		return _("by title");
	case ROSTER_BY_AUTHOR:
		return _("by author");
	case ROSTER_BY_RATING:
		return _("by rating");
	case ROSTER_BY_UNREAD:
		return _("unread first");
	case ROSTER_BY_RELEVANCE:
		return _("by relevance");
	case ROSTER_ORDERS:
		break;
	}
	BUG("order %d", (int)order);
}

enum roster_order
gather_next_order(enum roster_order order)
{
	return order < ROSTER_BY_UNREAD ? order + 1 : ROSTER_BY_DATE;
}

int
gather_sort(struct session *session, enum roster_order order, struct error *err)
{
	struct browser *browser = &session->browser;
	struct gather *gather = &session->gather;

	if (order == ROSTER_BY_RELEVANCE)
		return error_set(err, ERROR_USAGE,
				 _("only a query can ask for that: open WORDS sort:relevance"));
	browser->order = order;
	if (session->marker)
		marker_keep_state(session->marker, ORDER_STATE, roster_order_name(order));
	if (!browser->search_shown)
		return browser_sort_day(browser, err);
	if (gather->waiting && gather->purpose == GATHER_OPEN) {
		ask(session, GATHER_OPEN);
	} else if (start(session)) {
		gather->waiting = true;
		gather->purpose = GATHER_REPLACE;
		searcher_arrange(gather->searcher, browser->papers.roster.ids,
				 browser->papers.count, order);
	}
	return 0;
}

void
gather_restore(struct session *session)
{
	enum roster_order order = ROSTER_ORDERS;
	struct arena arena;
	struct error err;
	const char *name;

	arena_init(&arena);
	if (!load_state(session->browser.archive, &arena, ORDER_STATE, &name, &err) && name)
		order = roster_order_find(name);
	arena_release(&arena);
	if (order == ROSTER_BY_DATE || order >= ROSTER_BY_RELEVANCE)
		return;
	session->browser.order = order;
	if (browser_sort_day(&session->browser, &err))
		session_complain(session, &err);
}

// --- answers

void
gather_refresh(struct session *session)
{
	struct gather *gather = &session->gather;
	struct error ignored;
	int64_t change;

	if (!session->browser.search_shown ||
	    load_change(session->browser.archive, &change, &ignored) || change == gather->change)
		return;
	if (gather->waiting)
		gather->again = true;
	else if (start(session))
		ask(session, GATHER_REPLACE);
}

static void
fail(struct session *session, const struct searcher_event *event)
{
	struct browser *browser = &session->browser;
	struct error ignored;

	session_complain(session, &event->error);
	browser->search_waiting = false;
	if (session->gather.purpose == GATHER_OPEN && browser_leave_query(browser, &ignored))
		browser->open = NULL;
}

// What was found again leaves out what one has read meanwhile, where unread papers were asked for. The
// paper one is on stays.
static bool
keep_current(struct session *session, const struct roster *roster)
{
	struct paper_set *papers = &session->browser.papers;
	int64_t id = paper_set_id(papers, session->browser.paper);
	VEC(int64_t) ids = {0};

	if (!session->browser.open || roster->order == ROSTER_BY_RELEVANCE ||
	    roster_find(roster, id) < roster->count)
		return false;
	for (size_t i = 0; i < roster->count; i++)
		*vec_push(&ids) = roster->ids[i];
	*vec_push(&ids) = id;
	session->gather.waiting = true;
	searcher_arrange(session->gather.searcher, ids.items, ids.count, roster->order);
	vec_release(&ids);
	return true;
}

static void
take(struct session *session, struct searcher_event *event)
{
	struct gather *gather = &session->gather;
	struct error err;
	int result = 0;

	gather->waiting = false;
	if (!session->browser.search)
		return; // a day was gone to meanwhile
	if (event->failed)
		fail(session, event);
	else if (gather->purpose == GATHER_OPEN)
		result = browser_show_query(&session->browser, &event->roster, &err);
	else if (!keep_current(session, &event->roster))
		result = browser_replace(&session->browser, &event->roster, &err);
	if (result)
		session_complain(session, &err);
	if (gather->again && !gather->waiting)
		ask(session, GATHER_REPLACE);
}

bool
gather_collect(struct session *session)
{
	struct gather *gather = &session->gather;
	struct searcher_event *event;
	bool any = false;

	while (gather->searcher && (event = searcher_take(gather->searcher))) {
		any = true;
		take(session, event);
		searcher_event_free(event);
	}
	return any;
}
