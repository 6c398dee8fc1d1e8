// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/saved-list.h"

#include <stdlib.h>
#include <string.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/log.h"
#include "shoroku/base/memory.h"
#include "shoroku/query/narrow.h"
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
	free(saved->title);
	saved->title = NULL;
}

size_t
saved_list_begin(const struct saved_list *saved, unsigned kind)
{
	size_t i = 0;

	while (i < saved->items.count && (unsigned)saved->items.items[i].kind < kind)
		i++;
	return i;
}

// The index of a search's name, or where the searches end.
static size_t
find_search(const struct saved_list *saved, const char *name)
{
	size_t end = saved_list_begin(saved, SAVED_TAG);
	size_t i = 0;

	while (i < end && strcmp(saved->items.items[i].name, name) != 0)
		i++;
	return i;
}

static struct saved_list_item *
insert(struct saved_list *saved, size_t index)
{
	struct saved_list_item *items;

	vec_push(&saved->items);
	items = saved->items.items;
	memmove(items + index + 1, items + index,
		(saved->items.count - 1 - index) * sizeof(*items));
	items[index] = (struct saved_list_item){0};
	saved->chosen += saved->title && saved->chosen >= index;
	return &items[index];
}

static struct saved_list_item *
put_search(struct saved_list *saved, const char *name, const char *query)
{
	size_t index = find_search(saved, name);
	struct saved_list_item *item;

	if (index == saved_list_begin(saved, SAVED_TAG))
		insert(saved, index)->name = memory_strdup(name);
	item = &saved->items.items[index];
	item->counted = item->counted && !strcmp(item->query, query);
	item->fresh = item->fresh && item->counted;
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
drop(struct saved_list *saved, size_t index)
{
	struct saved_list_item *items = saved->items.items;

	if (saved->title && saved->chosen == index) {
		saved->lost = true;
		saved->lost_kind = items[index].kind;
	}
	release_item(&items[index]);
	memmove(items + index, items + index + 1,
		(saved->items.count - index - 1) * sizeof(*items));
	saved->items.count--;
	saved->chosen -= saved->chosen > index;
}

static void
take_searches(struct saved_list *saved, const struct saved_searches *searches)
{
	for (size_t i = saved_list_begin(saved, SAVED_TAG); i-- > 0;) {
		const struct saved_list_item *item = &saved->items.items[i];

		if (!item->configured && !has(searches, item->name))
			drop(saved, i);
	}
	for (size_t i = 0; i < searches->count; i++) {
		size_t index = find_search(saved, searches->items[i].name);

		if (index == saved_list_begin(saved, SAVED_TAG) ||
		    !saved->items.items[index].configured)
			put_search(saved, searches->items[i].name, searches->items[i].query);
	}
}

static void
say_query(enum saved_kind kind, const char *name, struct strbuf *out)
{
	struct query everything = {0};

	narrow_to(&everything, kind == SAVED_TAG ? NARROW_TAG : NARROW_SOURCE, name, out);
}

// Both lists are in the order of the names' bytes.
static void
take_names(struct saved_list *saved, enum saved_kind kind, const struct load_tags *names)
{
	size_t at = saved_list_begin(saved, kind);
	struct strbuf query;

	strbuf_init(&query);
	for (size_t i = 0; i < names->count; i++) {
		struct saved_list_item *item;

		while (at < saved->items.count && saved->items.items[at].kind == kind &&
		       strcmp(saved->items.items[at].name, names->names[i]) < 0)
			drop(saved, at);
		if (at < saved->items.count && saved->items.items[at].kind == kind &&
		    !strcmp(saved->items.items[at].name, names->names[i])) {
			at++;
			continue;
		}
		strbuf_clear(&query);
		say_query(kind, names->names[i], &query);
		item = insert(saved, at++);
		item->kind = kind;
		item->name = memory_strdup(names->names[i]);
		item->query = memory_strdup(query.data);
	}
	while (at < saved->items.count && saved->items.items[at].kind == kind)
		drop(saved, at);
	strbuf_release(&query);
}

// --- counting, one at a time

static bool
start(struct session *session)
{
	struct saved_list *saved = &session->saved;

	if (!saved->searcher)
		saved->searcher = session_start_searcher(session);
	return saved->searcher != NULL;
}

void
saved_list_count(struct session *session)
{
	struct saved_list *saved = &session->saved;
	struct strbuf query;

	if (!session->marker || saved->counting)
		return;
	for (saved->next = 0; saved->next < saved->items.count; saved->next++) {
		const struct saved_list_item *item = &saved->items.items[saved->next];

		if (item->on_screen && !item->fresh)
			break;
	}
	if (saved->next == saved->items.count || !start(session))
		return;
	saved->counting = true;
	strbuf_init(&query);
	strbuf_addf(&query, "(%s) is:unread", saved->items.items[saved->next].query);
	searcher_ask(saved->searcher, query.data, session->app->today, SEARCHER_COUNT_ONLY);
	strbuf_release(&query);
}

// What is being counted may be another one now, so that its answer is not waited for.
static void
count_all(struct session *session)
{
	struct saved_list *saved = &session->saved;

	for (size_t i = 0; i < saved->items.count; i++)
		saved->items.items[i].fresh = false;
	saved->counting = false;
	saved_list_count(session);
}

void
saved_list_configure(struct session *session, const char *name, const char *query)
{
	put_search(&session->saved, name, query)->configured = true;
	count_all(session);
}

// --- opening one

static void
remember(struct saved_list *saved, size_t index)
{
	const struct saved_list_item *item = &saved->items.items[index];

	free(saved->title);
	saved->title = memory_strdup(item->kind == SAVED_SEARCH ? item->name : item->query);
	saved->chosen = index;
}

static const char *
title_of(const struct saved_list_item *item)
{
	return item->kind == SAVED_SEARCH ? item->name : item->query;
}

bool
saved_list_choose(struct saved_list *saved, const char *title)
{
	size_t i = 0;

	while (i < saved->items.count && strcmp(title_of(&saved->items.items[i]), title) != 0)
		i++;
	if (i == saved->items.count)
		return false;
	remember(saved, i);
	return true;
}

static bool
is_shown(const struct session *session)
{
	const char *search = session->browser.search;
	const char *title = session->saved.title;

	return search && session->browser.saved && title && !strcmp(search, title);
}

size_t
saved_list_shown(const struct session *session)
{
	const struct saved_list *saved = &session->saved;

	return is_shown(session) ? saved->chosen : saved->items.count;
}

void
saved_list_open(struct session *session, size_t index)
{
	struct saved_list *saved = &session->saved;

	remember(saved, index);
	gather_open(session, saved->title, saved->items.items[index].query, true);
}

// The neighbour of the one that is gone, of its kind; the number of items where there is none.
static size_t
neighbour(const struct saved_list *saved)
{
	size_t first = saved_list_begin(saved, saved->lost_kind);
	size_t end = saved_list_begin(saved, saved->lost_kind + 1);

	if (first == end)
		return saved->items.count;
	return saved->chosen < end ? saved->chosen : end - 1;
}

// Where the one that is shown is gone, its neighbour takes its place, or the day.
static void
leave_missing(struct session *session)
{
	struct saved_list *saved = &session->saved;
	struct browser *browser = &session->browser;
	bool missing = saved->lost && is_shown(session);
	size_t next = neighbour(saved);
	struct error err;

	if (missing && saved->has_keys && next < saved->items.count)
		saved_list_open(session, next);
	else if (missing && browser_select_day(browser, browser->day, &err))
		session_complain(session, &err);
	saved->lost = false;
}

static int
load(struct session *session, struct arena *arena, struct error *err)
{
	struct archive *archive = session->browser.archive;
	struct saved_list *saved = &session->saved;
	struct saved_searches searches;
	struct load_tags tags;
	struct load_tags sources;

	if (saved_load(archive, arena, &searches, err) ||
	    load_tag_names(archive, arena, &tags, err) ||
	    load_source_names(archive, arena, &sources, err))
		return -1;
	take_searches(saved, &searches);
	take_names(saved, SAVED_TAG, &tags);
	take_names(saved, SAVED_SOURCE, &sources);
	return 0;
}

void
saved_list_reload(struct session *session)
{
	struct arena arena;
	struct error err;

	arena_init(&arena);
	if (load(session, &arena, &err))
		session_complain(session, &err);
	arena_release(&arena);
	leave_missing(session);
	count_all(session);
}

static void
take_count(struct session *session, const struct searcher_event *event)
{
	struct saved_list *saved = &session->saved;
	struct saved_list_item *item;

	if (!saved->counting)
		return;
	item = &saved->items.items[saved->next];
	saved->counting = false;
	item->fresh = true;
	item->counted = !event->failed;
	item->unread = event->count;
	if (event->failed)
		log_message(LOG_WARNING, "saved search %s: %s", item->name, event->error.text);
	saved_list_count(session);
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
	size_t index = find_search(saved, name);

	if (index < saved_list_begin(saved, SAVED_TAG) && saved->items.items[index].configured)
		return error_set(err, ERROR_USAGE,
				 _("“%s” is a search of the configuration; take another name"),
				 name);
	put_search(saved, name, query);
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
