// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/gather.h"

#include <string.h>

#include "shoroku/base/i18n.h"
#include "tui/session.h"
#include "tui/trail.h"
#include "tui/wakeup.h"

#define ORDER_STATE "papers-order"
#define QUERY_STATE "papers-query" // whether it is saved, its text, its name, a line each

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
	session->gather.from_search = session->gather.sorted = false;
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
		gather->sorted = true;
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

void
gather_keep(struct session *session)
{
	const struct browser *browser = &session->browser;
	struct strbuf text;

	if (!session->marker)
		return;
	strbuf_init(&text);
	if (browser->search)
		strbuf_addf(&text, "%d\n%s\n%s", browser->saved, browser->query, browser->search);
	marker_keep_state(session->marker, QUERY_STATE, text.data);
	strbuf_release(&text);
}

static void
resume(struct session *session, char *text)
{
	char *query = strchr(text, '\n');
	char *name = query ? strchr(query + 1, '\n') : NULL;
	bool saved = *text == '1';

	if (!name || !start(session))
		return;
	*name = '\0';
	if (saved && !saved_list_choose(&session->saved, name + 1))
		return;
	browser_choose_query(&session->browser, name + 1, query + 1, saved);
	ask(session, GATHER_REPLACE);
}

void
gather_resume(struct session *session)
{
	struct arena arena;
	struct error ignored;
	const char *text;

	arena_init(&arena);
	if (!load_state(session->browser.archive, &arena, QUERY_STATE, &text, &ignored) && text)
		resume(session, arena_strdup(&arena, text));
	arena_release(&arena);
}

void
gather_return(struct session *session, const struct trail_step *step)
{
	struct gather *gather = &session->gather;

	if (!start(session))
		return;
	browser_choose_query(&session->browser, step->search, step->query, step->saved);
	session->browser.came_from = step->came_from;
	gather->sorted = step->sorted;
	gather->from_search = step->from_search;
	ask(session, GATHER_REPLACE);
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
	if ((session->gather.purpose == GATHER_OPEN || !browser->search_shown) &&
	    browser_leave_query(browser, &ignored))
		browser->open = NULL;
}

// What was found again leaves out what one has read meanwhile, where unread papers were asked for: the
// paper one is on stays. And it is in the order of the query, not in the one chosen since. Asks for what
// is wanted instead and returns true, where that differs.
static bool
arrange(struct session *session, const struct roster *roster)
{
	struct gather *gather = &session->gather;
	enum roster_order order = gather->sorted ? session->browser.order : roster->order;
	int64_t id = paper_set_id(&session->browser.papers, session->browser.paper);
	bool missing = session->browser.open && roster_find(roster, id) == roster->count;
	VEC(int64_t) ids = {0};

	if (order == ROSTER_BY_RELEVANCE || (!missing && order == roster->order))
		return false;
	for (size_t i = 0; i < roster->count; i++)
		*vec_push(&ids) = roster->ids[i];
	if (missing)
		*vec_push(&ids) = id;
	gather->waiting = true;
	searcher_arrange(gather->searcher, ids.items, ids.count, order);
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
	else if (!arrange(session, &event->roster))
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
