// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/saved-list.h"

#include <stdlib.h>
#include <string.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/log.h"
#include "shoroku/base/memory.h"
#include "tui/session.h"
#include "tui/wakeup.h"

void
saved_list_init(struct saved_list *saved)
{
	*saved = (struct saved_list){0};
}

static void
release_item(struct saved_list_item *item)
{
	free(item->name);
	free(item->query);
}

void
saved_list_release(struct saved_list *saved)
{
	searcher_join(saved->searcher);
	saved->searcher = NULL;
	for (size_t i = 0; i < saved->items.count; i++)
		release_item(&saved->items.items[i]);
	vec_release(&saved->items);
}

size_t
saved_list_find(const struct saved_list *saved, const char *name)
{
	size_t i = 0;

	while (i < saved->items.count && strcmp(saved->items.items[i].name, name) != 0)
		i++;
	return i;
}

// At the end, or in the place of the one of that name, whose count is kept for the same query.
static struct saved_list_item *
put(struct saved_list *saved, const char *name, const char *query)
{
	size_t index = saved_list_find(saved, name);
	struct saved_list_item *item;

	if (index == saved->items.count)
		vec_push(&saved->items)->name = memory_strdup(name);
	item = &saved->items.items[index];
	item->counted = item->counted && !strcmp(item->query, query);
	free(item->query);
	item->query = memory_strdup(query);
	return item;
}

static bool
has(const struct saved_searches *searches, const char *name)
{
	for (size_t i = 0; i < searches->count; i++) {
		if (!strcmp(searches->items[i].name, name))
			return true;
	}
	return false;
}

static void
drop_missing(struct saved_list *saved, const struct saved_searches *searches)
{
	size_t kept = 0;

	for (size_t i = 0; i < saved->items.count; i++) {
		struct saved_list_item *item = &saved->items.items[i];

		if (item->configured || has(searches, item->name))
			saved->items.items[kept++] = *item;
		else
			release_item(item);
	}
	saved->items.count = kept;
}

// --- counting, one at a time

static bool
start(struct session *session)
{
	struct saved_list *saved = &session->saved;

	if (!saved->searcher)
		saved->searcher = searcher_start(session->app->data_dir, wakeup_write_fd());
	return saved->searcher != NULL;
}

static void
count_next(struct session *session)
{
	struct saved_list *saved = &session->saved;
	struct strbuf query;

	saved->counting = saved->next < saved->items.count;
	if (!saved->counting || !start(session))
		return;
	strbuf_init(&query);
	strbuf_addf(&query, "(%s) is:unread", saved->items.items[saved->next].query);
	searcher_ask(saved->searcher, query.data, session->app->today, SEARCHER_COUNT_ONLY);
	strbuf_release(&query);
}

static void
count_all(struct session *session)
{
	session->saved.next = 0;
	count_next(session);
}

void
saved_list_configure(struct session *session, const char *name, const char *query)
{
	put(&session->saved, name, query)->configured = true;
	if (session->marker) // the reader runs: it was typed
		count_all(session);
}

void
saved_list_open(struct session *session, size_t index)
{
	struct saved_list *saved = &session->saved;
	const struct saved_list_item *item = &saved->items.items[index];

	saved->chosen = index;
	gather_open(session, item->name, item->query, true);
}

// Where the one that is shown is gone, its neighbour takes its place, or the day.
static void
leave_missing(struct session *session)
{
	struct saved_list *saved = &session->saved;
	struct browser *browser = &session->browser;
	struct error err;

	if (!browser->search || !browser->saved ||
	    saved_list_find(saved, browser->search) < saved->items.count)
		return;
	if (saved->has_keys && saved->items.count)
		saved_list_open(session, saved->chosen < saved->items.count
					     ? saved->chosen
					     : saved->items.count - 1);
	else if (browser_select_day(browser, browser->day, &err))
		session_complain(session, &err);
}

void
saved_list_reload(struct session *session)
{
	struct saved_list *saved = &session->saved;
	struct saved_searches searches;
	struct arena arena;
	struct error err;

	arena_init(&arena);
	if (saved_load(session->browser.archive, &arena, &searches, &err)) {
		session_complain(session, &err);
	} else {
		drop_missing(saved, &searches);
		for (size_t i = 0; i < searches.count; i++) {
			size_t index = saved_list_find(saved, searches.items[i].name);

			if (index == saved->items.count || !saved->items.items[index].configured)
				put(saved, searches.items[i].name, searches.items[i].query);
		}
	}
	arena_release(&arena);
	leave_missing(session);
	if (session->marker) // not before the first paint
		count_all(session);
}

static void
take_count(struct session *session, const struct searcher_event *event)
{
	struct saved_list *saved = &session->saved;

	if (!saved->counting || saved->next >= saved->items.count)
		return;
	if (event->failed) {
		log_message(LOG_WARNING, "saved search %s: %s",
			    saved->items.items[saved->next].name, event->error.text);
	} else {
		saved->items.items[saved->next].counted = true;
		saved->items.items[saved->next].unread = event->count;
	}
	saved->next++;
	count_next(session);
}

bool
saved_list_collect(struct session *session)
{
	struct saved_list *saved = &session->saved;
	struct searcher_event *event;
	bool any = false;

	while (saved->searcher && (event = searcher_take(saved->searcher))) {
		any = true;
		if (event->is_count)
			take_count(session, event);
		searcher_event_free(event);
	}
	return any;
}

// --- changing them

int
saved_list_add(struct session *session, const char *name, const char *query, struct error *err)
{
	struct saved_list *saved = &session->saved;
	size_t index = saved_list_find(saved, name);

	if (index < saved->items.count && saved->items.items[index].configured)
		return error_set(err, ERROR_USAGE,
				 _("“%s” is a search of the configuration; take another name"),
				 name);
	put(saved, name, query);
	session->pending++;
	marker_save(session->marker, name, query);
	return 0;
}

void
saved_list_remove(struct session *session, size_t index)
{
	const struct saved_list_item *item = &session->saved.items.items[index];

	session->pending++;
	marker_save(session->marker, item->name, NULL);
}
