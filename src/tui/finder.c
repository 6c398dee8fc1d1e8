// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/finder.h"

#include "shoroku/archive/hits.h"
#include "shoroku/base/i18n.h"
#include "tui/reader-prompts.h"
#include "tui/session.h"
#include "tui/wakeup.h"

void
finder_init(struct finder *finder)
{
	*finder = (struct finder){0};
	strbuf_init(&finder->text);
	recall_init(&finder->recall, "searches");
}

static void
forget(struct finder *finder)
{
	searcher_event_free(finder->answer);
	finder->answer = NULL;
	searcher_event_free(finder->facets);
	finder->facets = NULL;
	finder->count = 0;
	finder->counted = false;
	finder->selected = 0;
	highlight_release(&finder->highlight);
}

void
finder_release(struct finder *finder)
{
	searcher_join(finder->searcher);
	finder->searcher = NULL;
	forget(finder);
	strbuf_release(&finder->text);
	recall_release(&finder->recall);
}

static bool
start(struct session *session)
{
	struct finder *finder = &session->finder;

	if (!finder->searcher)
		finder->searcher = session_start_searcher(session);
	if (!finder->searcher)
		session_say(session, _("cannot start a thread"));
	return finder->searcher != NULL;
}

static void
ask(struct session *session)
{
	struct finder *finder = &session->finder;

	searcher_ask(finder->searcher, finder->text.data, session->app->today,
		     (finder->live ? SEARCHER_LIVE : 0) |
			 (finder->wants_facets ? SEARCHER_FACETS : 0));
}

void
finder_ask(struct session *session, const char *text, bool live)
{
	struct finder *finder = &session->finder;

	strbuf_clear(&finder->text);
	strbuf_add_string(&finder->text, text);
	finder->live = live;
	finder->within = false;
	finder->waiting = *text && start(session);
	if (finder->waiting)
		ask(session);
	else
		forget(finder);
}

void
finder_ask_again(struct session *session)
{
	struct finder *finder = &session->finder;

	finder->within = false;
	if (finder->answer && !finder->waiting)
		ask(session);
}

void
finder_want_facets(struct session *session, bool wanted)
{
	struct finder *finder = &session->finder;
	bool before = finder->wants_facets;

	finder->wants_facets = wanted;
	if (wanted && !before && (finder->answer || finder->waiting))
		ask(session);
}

void
finder_narrow(struct session *session, enum narrow_facet facet, const char *value)
{
	struct finder *finder = &session->finder;
	struct strbuf narrowed;
	struct arena arena;
	struct query query;
	struct error err;
	size_t offset;

	arena_init(&arena);
	strbuf_init(&narrowed);
	if (query_parse(&arena, finder->text.data, session->app->today, false, &query, &offset,
			&err)) {
		session_complain(session, &err);
	} else {
		narrow_to(&query, facet, value, &narrowed);
		finder_ask(session, narrowed.data, false);
		recall_add(session, &finder->recall, narrowed.data);
	}
	strbuf_release(&narrowed);
	arena_release(&arena);
}

void
finder_sort(struct session *session)
{
	struct finder *finder = &session->finder;
	struct strbuf text;
	struct arena arena;
	struct query query;
	struct error err;
	size_t offset;

	arena_init(&arena);
	strbuf_init(&text);
	if (query_parse(&arena, finder->text.data, session->app->today, false, &query, &offset,
			&err)) {
		session_complain(session, &err);
	} else {
		query.sort = query.sort < QUERY_BY_AUTHOR ? query.sort + 1 : QUERY_BY_DATE;
		query_print(&query, &text);
		finder_ask(session, text.data, false);
	}
	strbuf_release(&text);
	arena_release(&arena);
}

// The words of the text as far as it is a query; a mistake is told by who accepts it.
static void
set_words(struct session *session, const char *text)
{
	struct arena arena;
	struct query query;
	struct error ignored;
	size_t offset;

	arena_init(&arena);
	if (!query_parse(&arena, text, session->app->today, true, &query, &offset, &ignored))
		highlight_set(&session->finder.highlight, &query);
	arena_release(&arena);
}

void
finder_look_within(struct session *session, const char *text)
{
	session->finder.within = true;
	session->finder.jump = true;
	set_words(session, text);
}

// The cursor stays on the paper it is on where that is still a hit.
static void
select_again(struct finder *finder, int64_t id)
{
	finder->selected = 0;
	for (size_t i = 0; i < finder->answer->hits.count; i++) {
		if (finder->answer->hits.items[i].entry.id == id)
			finder->selected = i;
	}
}

static void
take_hits(struct session *session, struct searcher_event *event)
{
	struct finder *finder = &session->finder;
	const struct load_entry *selected = finder_hit(finder, finder->selected);
	int64_t id = selected ? selected->entry.id : 0;

	searcher_event_free(finder->answer);
	finder->answer = event;
	finder->count = event->count;
	finder->counted = event->complete;
	select_again(finder, id);
	// An answer that comes late leaves the words one looks for in a paper meanwhile.
	if (!finder->within)
		set_words(session, finder->text.data);
}

// A mistake is shown where it is; the former hits stay.
static void
take_failure(struct session *session, const struct searcher_event *event)
{
	session_complain(session, &event->error);
	if (session->prompt.kind == &reader_prompts_search &&
	    event->offset <= session->prompt.text.length) {
		session->prompt.failed = true;
		session->prompt.failed_at = event->offset;
	}
}

static void
take(struct session *session, struct searcher_event *event)
{
	struct finder *finder = &session->finder;

	if (event->failed) {
		take_failure(session, event);
		searcher_event_free(event);
	} else if (event->is_facets) {
		searcher_event_free(finder->facets);
		finder->facets = event;
	} else if (event->is_count) {
		finder->count = event->count;
		finder->counted = true;
		searcher_event_free(event);
	} else {
		take_hits(session, event);
	}
}

bool
finder_collect(struct session *session)
{
	struct finder *finder = &session->finder;
	struct searcher_event *event;
	bool any = false;

	while (finder->searcher && (event = searcher_take(finder->searcher))) {
		any = true;
		finder->waiting = finder->waiting && (event->is_count || event->is_facets);
		take(session, event);
	}
	return any;
}

size_t
finder_hits(const struct finder *finder)
{
	return finder->answer ? finder->answer->hits.count : 0;
}

const struct load_entry *
finder_hit(const struct finder *finder, size_t index)
{
	return index < finder_hits(finder) ? &finder->answer->hits.items[index] : NULL;
}

int64_t
finder_step(struct session *session, int direction)
{
	struct finder *finder = &session->finder;
	size_t next = finder->selected + (size_t)direction;

	if (finder->within ||
	    !finder_hit(finder, next)) // before the first one it wraps round and is none
		return 0;
	finder->selected = next;
	return finder_hit(finder, next)->entry.id;
}

void
finder_describe(const struct finder *finder, struct strbuf *out)
{
	if (finder->waiting && !finder->answer)
		strbuf_add_string(out, _("searching…"));
	else if (!finder->answer)
		return;
	else if (finder->count > SEARCHER_COUNT)
		strbuf_addf(out, _("%d+ hits"), SEARCHER_COUNT);
	else if (finder->counted)
		strbuf_addf(out, ngettext("%zu hit", "%zu hits", finder->count), finder->count);
	else
		strbuf_addf(out, _("%zu+ hits"), finder->count);
	if (finder->answer && finder->answer->partial)
		strbuf_addf(out, _(", sorted among the newest %d"), HITS_SORTED);
}
