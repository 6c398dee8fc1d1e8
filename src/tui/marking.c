// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/marking.h"

#include <stdio.h>
#include <string.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/words.h"

static void
send(struct session *session, const struct journal_change *changes, size_t count,
     enum journal_origin origin)
{
	session->pending++;
	session->steps += origin == JOURNAL_USER;
	marker_apply(session->marker, changes, count, origin);
}

static void
send_flag(struct session *session, const char *field, bool on, enum journal_origin origin)
{
	struct journal_change change = {session->browser.open->entry.paper.key, field,
					on ? "1" : NULL};

	send(session, &change, 1, origin);
}

static struct browser_day *
day_of(struct session *session, const struct load_entry *paper)
{
	return browser_find_day(&session->browser, paper->entry.date);
}

// What the lists and the counts show changes before the archive does.
static void
show_read(struct session *session, struct load_entry *paper, bool read)
{
	struct browser_day *day = day_of(session, paper);

	if (day && paper->marks.read != read)
		day->unread += read ? -1 : 1;
	paper->marks.read = read;
}

static void
set_read(struct session *session, bool read, enum journal_origin origin)
{
	struct load_entry *paper = browser_current_paper(&session->browser);

	if (paper)
		show_read(session, paper, read);
	session->browser.open->marks.read = read;
	send_flag(session, "read", read, origin);
}

void
marking_toggle_read(struct session *session)
{
	set_read(session, !session->browser.open->marks.read, JOURNAL_USER);
}

void
marking_read_automatically(struct session *session)
{
	if (!session->browser.open->marks.read)
		set_read(session, true, JOURNAL_AUTOMATIC);
}

void
marking_leave_paper(struct session *session)
{
	bool wanted = settings_get(&session->settings, SESSION_MARK_READ);

	if (session->end_seen && session->browser.open && wanted)
		marking_read_automatically(session);
	session->end_seen = false;
}

static void
show_favourite(struct session *session, struct load_entry *paper, bool on)
{
	struct browser_day *day = day_of(session, paper);

	if (day && paper->marks.favourite != on)
		day->favourites += on ? 1 : -1;
	paper->marks.favourite = on;
}

void
marking_toggle_favourite(struct session *session)
{
	struct load_entry *paper = browser_current_paper(&session->browser);
	bool on = !session->browser.open->marks.favourite;

	if (paper)
		show_favourite(session, paper, on);
	session->browser.favourites += on ? 1 : -1;
	session->browser.open->marks.favourite = on;
	send_flag(session, "favourite", on, JOURNAL_USER);
}

void
marking_read_day(struct session *session)
{
	struct load_entries *papers = &session->browser.papers;
	VEC(struct journal_change) changes = {0};

	for (size_t i = 0; i < papers->count; i++) {
		struct load_entry *paper = &papers->items[i];

		if (paper->marks.read)
			continue;
		show_read(session, paper, true);
		*vec_push(&changes) = (struct journal_change){paper->entry.paper.key, "read", "1"};
	}
	if (session->browser.open)
		session->browser.open->marks.read = true;
	if (changes.count)
		send(session, changes.items, changes.count, JOURNAL_USER);
	vec_release(&changes);
}

void
marking_decide(struct session *session, const char *field)
{
	struct load_entry *paper = browser_current_paper(&session->browser);
	const char *key = session->browser.open->entry.paper.key;
	struct journal_change changes[] = {{key, field, "1"}, {key, "read", "1"}};

	if (paper)
		show_read(session, paper, true);
	if (paper && field && !strcmp(field, "favourite"))
		show_favourite(session, paper, true);
	if (field)
		send(session, changes, 2, JOURNAL_USER);
	else
		send(session, changes + 1, 1, JOURNAL_USER);
}

void
marking_undo(struct session *session)
{
	session->pending++;
	marker_undo(session->marker);
}

void
marking_redo(struct session *session)
{
	session->pending++;
	marker_redo(session->marker);
}

static int
check_tag(const struct word *word, const char *name, size_t *failed_at, struct error *err)
{
	*failed_at = word->offset;
	if (!*name)
		return error_set(err, ERROR_USAGE, _("a tag's name is missing here"));
	return 0;
}

int
marking_tag(struct session *session, const char *text, size_t *failed_at, struct error *err)
{
	VEC(struct journal_change) changes = {0};
	struct words words;
	struct arena arena;
	int result;

	words_init(&words);
	arena_init(&arena);
	result = words_split(&words, text, err);
	*failed_at = words.error_offset;
	for (size_t i = 0; !result && i < words.list.count; i++) {
		const struct word *word = &words.list.items[i];
		bool sign = *word->text == '+' || *word->text == '-';
		const char *name = word->text + sign;
		char *field = arena_alloc(&arena, strlen(name) + sizeof("tag:"));

		result = check_tag(word, name, failed_at, err);
		memcpy(field, "tag:", 4);
		memcpy(field + 4, name, strlen(name));
		*vec_push(&changes) = (struct journal_change){
		    session->browser.open->entry.paper.key, field, *word->text == '-' ? NULL : "1"};
	}
	if (!result && changes.count)
		send(session, changes.items, changes.count, JOURNAL_USER);
	vec_release(&changes);
	arena_release(&arena);
	words_release(&words);
	return result;
}

// "favourite", "read", "tag 評価" …, for messages.
static void
describe(const struct marker_event *event, struct strbuf *out)
{
	const char *tag = event->field ? journal_tag_name(event->field) : NULL;

	if (tag)
		strbuf_addf(out, _("tag %s"), tag);
	else if (event->field && !strcmp(event->field, "read"))
		strbuf_add_string(out, _("read"));
	else if (event->field && !strcmp(event->field, "favourite"))
		strbuf_add_string(out, _("favourite"));
	else if (event->field)
		strbuf_add_string(out, event->field);
}

static void
report(struct session *session, const struct marker_event *event)
{
	struct strbuf what;

	strbuf_init(&what);
	describe(event, &what);
	if (event->changed > 1)
		strbuf_addf(&what,
			    ngettext(" (%d change)", " (%d changes)", (unsigned)event->changed),
			    event->changed);
	if (event->request == MARKER_UNDO)
		session_say(session, event->changed ? _("Undone: %s") : _("Nothing undone%s"),
			    what.data);
	else
		session_say(session, event->changed ? _("Done again: %s") : _("Nothing redone%s"),
			    what.data);
	if (event->left) {
		size_t used = strlen(session->message.text);

		snprintf(session->message.text + used, sizeof(session->message.text) - used,
			 ngettext("; %d mark was changed since and is left",
				  "; %d marks were changed since and are left",
				  (unsigned)event->left),
			 event->left);
	}
	strbuf_release(&what);
}

bool
marking_collect(struct session *session)
{
	struct marker_event *event;
	bool any = false;

	while ((event = marker_take(session->marker))) {
		any = true;
		session->pending--;
		if (event->failed)
			session_complain(session, &event->error);
		else if (event->request == MARKER_UNDO || event->request == MARKER_REDO)
			report(session, event);
		marker_event_free(event);
	}
	return any;
}
