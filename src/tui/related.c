// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/related.h"

#include <string.h>

#include "shoroku/base/i18n.h"
#include "tui/marking.h"
#include "tui/session.h"
#include "tui/wakeup.h"

void
related_release(struct related *related)
{
	relater_join(related->relater);
	for (size_t i = 0; i < RELATED_KEPT; i++)
		relater_event_free(related->answers[i].event);
	*related = (struct related){0};
}

static bool
start(struct session *session)
{
	struct related *related = &session->related;
	double below = settings_get(&session->settings, SESSION_WARN_BELOW) / 100.0;

	if (!related->relater)
		related->relater = relater_start(session->app->data_dir, below, wakeup_write_fd());
	if (!related->relater)
		session_say(session, _("cannot start a thread"));
	return related->relater != NULL;
}

// --- the nearest

static struct related_answer *
find(struct related *related, int64_t entry)
{
	for (size_t i = 0; i < RELATED_KEPT; i++) {
		if (related->answers[i].event && related->answers[i].event->entry == entry)
			return &related->answers[i];
	}
	return NULL;
}

const struct relater_event *
related_of(struct session *session, int64_t entry)
{
	const struct related_answer *answer = find(&session->related, entry);

	return answer ? answer->event : NULL;
}

// Without those that are gone; returns how many are left.
static size_t
read_marks(struct archive *archive, struct relater_paper *papers, size_t count)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++) {
		struct relater_paper paper = papers[i];
		struct error ignored; // the next reading tells it

		if (!relater_read_marks(archive, &paper, &ignored))
			papers[kept++] = paper;
	}
	return kept;
}

const struct relater_event *
related_fresh(struct session *session, int64_t entry)
{
	struct related_answer *answer = find(&session->related, entry);
	struct archive *archive = session->browser.archive;
	struct relater_event *event = answer ? answer->event : NULL;

	if (event && answer->reloads != session->reloads) {
		event->count = read_marks(archive, event->papers, event->count);
		event->elsewhere_count =
		    read_marks(archive, event->elsewhere, event->elsewhere_count);
		answer->reloads = session->reloads;
	}
	return event;
}

static int64_t
change_now(const struct session *session)
{
	struct error ignored;
	int64_t change;

	return load_change(session->browser.archive, &change, &ignored) ? 0 : change;
}

void
related_begin(struct session *session, int64_t entry)
{
	struct related_answer *answer = find(&session->related, entry);

	session->related.chosen = session->related.resumed = 0;
	if (!answer || answer->change == change_now(session))
		return;
	relater_event_free(answer->event);
	answer->event = NULL;
}

// A match that somebody waits for goes before.
void
related_want(struct session *session, int64_t entry)
{
	struct related *related = &session->related;

	if (related->asked == entry || related->matching || related_of(session, entry) ||
	    !session->marker || !start(session))
		return;
	related->asked = entry;
	related->listing = 0;
	related->change = change_now(session);
	relater_find(related->relater, entry, SIMILAR_USUAL);
}

// In the place of the former answer about the same, else of the oldest.
static void
keep(struct session *session, struct relater_event *event)
{
	struct related *related = &session->related;
	struct related_answer *former = find(related, event->entry);
	size_t place = former ? (size_t)(former - related->answers) : RELATED_KEPT - 1;

	relater_event_free(related->answers[place].event);
	memmove(related->answers + 1, related->answers, place * sizeof(related->answers[0]));
	related->answers[0] = (struct related_answer){event, related->change, session->reloads};
}

// --- a list of them

// Ids do as well as any query: what is found by them can be sorted, marked, and listed in the next run.
static void
open_list(struct session *session, const struct relater_event *answer)
{
	const struct load_entry *open = session->browser.open;
	struct strbuf query;
	struct strbuf name;

	strbuf_init(&query);
	strbuf_init(&name);
	strbuf_addf(&query, "id:%lld", (long long)answer->entry);
	for (size_t i = 0; i < answer->count; i++)
		strbuf_addf(&query, " or id:%lld", (long long)answer->papers[i].entry);
	// Translators: the name of a list of papers; a title.
	strbuf_addf(&name, _("like %s"), open->entry.paper.title);
	marking_leave_paper(session);
	gather_open(session, name.data, query.data, false);
	session->to_papers = true;
	strbuf_release(&name);
	strbuf_release(&query);
}

void
related_list(struct session *session)
{
	struct related *related = &session->related;

	if (!start(session))
		return;
	related->asked = related->listing = session->browser.open->entry.id;
	related->matching = 0;
	related->change = change_now(session);
	relater_find(related->relater, related->listing, RELATED_LISTED);
	session_say(session, _("looking for related papers…"));
}

static void
take_list(struct session *session, const struct relater_event *answer, bool covered)
{
	const struct load_entry *open = session->browser.open;

	session->related.listing = 0;
	if (answer->failed || covered || !open || open->entry.id != answer->entry)
		return;
	session->message.text[0] = '\0';
	if (answer->count)
		open_list(session, answer);
	else
		session_say(session, _("no related papers are known"));
}

// --- the better match

void
related_match(struct session *session)
{
	struct related *related = &session->related;

	if (!start(session))
		return;
	related->asked = related->listing =
	    0; // it is asked for again when nothing else is on its way
	related->matching = session->browser.open->entry.id;
	relater_match(related->relater, related->matching);
	session_say(session, _("looking for the paper that it fits better…"));
}

static void
go_to_match(struct session *session, const struct relater_event *answer)
{
	struct error err;

	if (!answer->match) {
		session_say(session, _("no paper is known that it fits better"));
		return;
	}
	session->message.text[0] = '\0';
	marking_leave_paper(session);
	if (browser_select_entry(&session->browser, answer->match, &err))
		session_complain(session, &err);
}

static void
take_match(struct session *session, const struct relater_event *answer, bool covered)
{
	const struct load_entry *open = session->browser.open;

	session->related.matching = 0;
	if (covered || !open || open->entry.id != answer->entry)
		return; // one has gone on meanwhile
	if (answer->failed)
		session_complain(session, &answer->error);
	else
		go_to_match(session, answer);
}

// --- answers

static void
take(struct session *session, struct relater_event *answer, bool covered)
{
	struct related *related = &session->related;

	if (answer->is_match) {
		take_match(session, answer, covered);
		relater_event_free(answer);
		return;
	}
	related->asked = 0;
	if (answer->failed) {
		session_complain(session, &answer->error);
		related->going = 0;
	}
	if (related->listing)
		take_list(session, answer, covered);
	keep(session, answer);
}

bool
related_collect(struct session *session, bool covered)
{
	struct related *related = &session->related;
	struct relater_event *answer;
	bool any = false;

	while (related->relater && (answer = relater_take(related->relater))) {
		any = true;
		take(session, answer, covered || session->prompt.kind);
	}
	return any;
}
