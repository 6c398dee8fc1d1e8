// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/marking.h"

#include <stdio.h>
#include <string.h>

#include "shoroku/archive/warned.h"
#include "shoroku/base/i18n.h"
#include "shoroku/base/words.h"
#include "shoroku/model/entry-id.h"
#include "shoroku/text/clean.h"
#include "shoroku/work/note.h"

static void
send(struct session *session, const struct journal_change *changes, size_t count,
     enum journal_origin origin)
{
	session->pending++;
	session->steps += origin == JOURNAL_USER;
	marker_apply(session->marker, changes, count, origin);
}

static struct browser_day *
day_of(struct session *session, size_t index)
{
	return browser_find_day(&session->browser,
				entry_id_day(paper_set_id(&session->browser.papers, index)));
}

static struct load_entry *
open_at(struct session *session, size_t index)
{
	struct load_entry *open = session->browser.open;

	return open && open->entry.id == paper_set_id(&session->browser.papers, index) ? open
										       : NULL;
}

// What the lists and the counts show changes before the archive does.
static void
show_read(struct session *session, size_t index, bool read)
{
	struct paper_set *papers = &session->browser.papers;
	struct browser_day *day = day_of(session, index);
	struct load_entry *open = open_at(session, index);

	if (day && paper_set_has(papers, index, ROSTER_READ) != read)
		day->unread += read ? -1 : 1;
	paper_set_flag(papers, index, ROSTER_READ, read);
	if (open)
		open->marks.read = read;
}

static void
show_favourite(struct session *session, size_t index, bool on)
{
	struct paper_set *papers = &session->browser.papers;
	struct browser_day *day = day_of(session, index);
	struct load_entry *open = open_at(session, index);
	int change = paper_set_has(papers, index, ROSTER_FAVOURITE) == on ? 0 : on ? 1 : -1;

	if (day)
		day->favourites += change;
	session->browser.favourites += change;
	paper_set_flag(papers, index, ROSTER_FAVOURITE, on);
	if (open)
		open->marks.favourite = on;
}

static void
show_rating(struct session *session, size_t index, int rating)
{
	struct load_entry *open = open_at(session, index);

	paper_set_rate(&session->browser.papers, index, rating);
	if (open)
		open->marks.rating = rating;
}

// Where the selected papers stand, when one is in the list and there are any, else the one the cursor is on.
typedef VEC(size_t) place_list;

static void
find_papers(struct session *session, place_list *places)
{
	const struct paper_set *papers = &session->browser.papers;
	const struct chosen *chosen = &session->chosen;

	for (size_t i = 0; session_in_list(session) && i < chosen->ids.count; i++) {
		size_t place = paper_set_find(papers, chosen->ids.items[i]);

		if (place < papers->count)
			*vec_push(places) = place;
	}
	if (!places->count && papers->count)
		*vec_push(places) = session->browser.paper;
}

// One step, however many papers. The marks thread finds out how they are called.
static void
send_for_all(struct session *session, const place_list *places,
	     const struct journal_change *changes, size_t count)
{
	VEC(int64_t) ids = {0};

	if (!places->count)
		return;
	for (size_t i = 0; i < places->count; i++)
		*vec_push(&ids) = paper_set_id(&session->browser.papers, places->items[i]);
	session->pending++;
	session->steps++;
	marker_apply_entries(session->marker, ids.items, ids.count, changes, count);
	vec_release(&ids);
}

void
marking_toggle_read(struct session *session)
{
	struct journal_change change = {.field = "read"};
	place_list places = {0};
	bool read = false;

	find_papers(session, &places);
	for (size_t i = 0; i < places.count; i++)
		read |= !paper_set_has(&session->browser.papers, places.items[i], ROSTER_READ);
	for (size_t i = 0; i < places.count; i++)
		show_read(session, places.items[i], read);
	change.value = read ? "1" : NULL;
	send_for_all(session, &places, &change, 1);
	vec_release(&places);
}

void
marking_read_automatically(struct session *session)
{
	struct journal_change change = {session->browser.open->entry.paper.key, "read", "1"};

	if (session->browser.open->marks.read)
		return;
	if (session->browser.paper < session->browser.papers.count)
		show_read(session, session->browser.paper, true);
	session->browser.open->marks.read = true;
	send(session, &change, 1, JOURNAL_AUTOMATIC);
}

void
marking_leave_paper(struct session *session)
{
	bool wanted = settings_get(&session->settings, SESSION_MARK_READ);

	if (session->end_seen && session->browser.open && wanted)
		marking_read_automatically(session);
	session->end_seen = false;
}

void
marking_toggle_favourite(struct session *session)
{
	struct journal_change change = {.field = "favourite"};
	place_list places = {0};
	bool on = false;

	find_papers(session, &places);
	for (size_t i = 0; i < places.count; i++)
		on |= !paper_set_has(&session->browser.papers, places.items[i], ROSTER_FAVOURITE);
	for (size_t i = 0; i < places.count; i++)
		show_favourite(session, places.items[i], on);
	change.value = on ? "1" : NULL;
	send_for_all(session, &places, &change, 1);
	vec_release(&places);
}

void
marking_rate(struct session *session, int rating)
{
	const char value[] = {(char)('0' + rating), '\0'};
	struct journal_change change = {.field = "rating", .value = rating ? value : NULL};
	place_list places = {0};

	find_papers(session, &places);
	for (size_t i = 0; i < places.count; i++)
		show_rating(session, places.items[i], rating);
	send_for_all(session, &places, &change, 1);
	vec_release(&places);
}

// Whose note changes now is the paper whose note was edited, wherever the cursor is.
void
marking_edit_note(struct session *session)
{
	const struct load_entry *open = session->browser.open;
	struct journal_change change = {.field = "note"};
	struct strbuf note;
	struct error err;

	if (!open)
		return;
	strbuf_init(&note);
	if (note_edit(open, &note, &err)) {
		session_complain(session, &err);
	} else if (strcmp(note.data, open->marks.note ? open->marks.note : "")) {
		change.key = open->entry.paper.key;
		change.value = note.length ? note.data : NULL;
		send(session, &change, 1, JOURNAL_USER);
	}
	strbuf_release(&note);
}

void
marking_dismiss_warnings(struct session *session)
{
	struct load_entry *paper = browser_current_paper(&session->browser);
	struct load_entry *open = session->browser.open;
	VEC(struct journal_change) changes = {0};
	struct arena arena;

	arena_init(&arena);
	for (size_t i = 0; i < open->entry.warning_count; i++)
		*vec_push(&changes) = (struct journal_change){
		    open->entry.paper.key, warned_field(&arena, &open->entry.warnings[i]), "1"};
	if (paper)
		paper->entry.warning_count = 0;
	open->entry.warning_count = 0;
	if (changes.count)
		send(session, changes.items, changes.count, JOURNAL_USER);
	vec_release(&changes);
	arena_release(&arena);
}

void
marking_read_day(struct session *session)
{
	const struct paper_set *papers = &session->browser.papers;
	struct journal_change change = {.field = "read", .value = "1"};
	place_list places = {0};

	for (size_t i = 0; i < papers->count; i++) {
		if (!paper_set_has(papers, i, ROSTER_READ))
			*vec_push(&places) = i;
	}
	for (size_t i = 0; i < places.count; i++)
		show_read(session, places.items[i], true);
	send_for_all(session, &places, &change, 1);
	vec_release(&places);
}

void
marking_decide(struct session *session, const char *field)
{
	size_t place = session->browser.paper;
	const char *key = session->browser.open->entry.paper.key;
	struct journal_change changes[] = {{key, field, "1"}, {key, "read", "1"}};
	bool listed = place < session->browser.papers.count;

	if (listed)
		show_read(session, place, true);
	if (listed && field && !strcmp(field, "favourite"))
		show_favourite(session, place, true);
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

int
marking_read_tags(struct arena *arena, const struct word *words, size_t count,
		  struct journal_change *changes, size_t *failed_at, struct error *err)
{
	for (size_t i = 0; i < count; i++) {
		const char *text = words[i].text;
		bool sign = *text == '+' || *text == '-';
		struct strbuf field;

		strbuf_init(&field);
		strbuf_add_string(&field, "tag:");
		clean_append(&field, text + sign, strlen(text + sign), CLEAN_LINE);
		changes[i] = (struct journal_change){NULL, arena_strdup(arena, field.data),
						     *text == '-' ? NULL : "1"};
		strbuf_release(&field);
		*failed_at = words[i].offset;
		if (!text[sign])
			return error_set(err, ERROR_USAGE, _("a tag's name is missing here"));
		if (journal_check_field(changes[i].field, err))
			return -1;
	}
	return 0;
}

void
marking_apply(struct session *session, const struct journal_change *changes, size_t count)
{
	place_list places = {0};

	find_papers(session, &places);
	send_for_all(session, &places, changes, count);
	vec_release(&places);
}

int
marking_tag(struct session *session, const char *text, size_t *failed_at, struct error *err)
{
	struct journal_change *changes;
	struct words words;
	struct arena arena;
	int result;

	words_init(&words);
	arena_init(&arena);
	result = words_split(&words, text, err);
	*failed_at = words.error_offset;
	changes = arena_alloc(&arena, (words.list.count + 1) * sizeof(*changes));
	if (!result)
		result = marking_read_tags(&arena, words.list.items, words.list.count, changes,
					   failed_at, err);
	if (!result)
		marking_apply(session, changes, words.list.count);
	arena_release(&arena);
	words_release(&words);
	return result;
}

void
marking_query(struct session *session, const char *query, bool many,
	      const struct journal_change *changes, size_t count)
{
	session->pending++;
	session->steps++;
	marker_apply_query(session->marker, query, session->app->today, many, changes, count);
}

void
marking_rename(struct session *session, const char *from, const char *to)
{
	session->pending++;
	session->steps++;
	marker_rename(session->marker, from, to);
}

void
marking_restore(struct session *session, int64_t step)
{
	session->pending++;
	session->steps++;
	marker_restore(session->marker, step);
}

static void
add_left(struct session *session, int left)
{
	size_t used = strlen(session->message.text);

	if (left)
		snprintf(session->message.text + used, sizeof(session->message.text) - used,
			 ngettext("; %d mark was changed since and is left",
				  "; %d marks were changed since and are left", (unsigned)left),
			 left);
}

// "favourite", "read", "tag 評価" …: which mark it is about, whatever it is now.
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
	else if (event->field && !strcmp(event->field, "note"))
		strbuf_add_string(out, _("note"));
	else if (event->field && !strcmp(event->field, "rating"))
		strbuf_add_string(out, _("rating"));
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
	add_left(session, event->left);
	strbuf_release(&what);
}

// What was done at once to many is said, with how to take it back.
static void
report_many(struct session *session, const struct marker_event *event)
{
	switch (event->request) {
	case MARKER_UNDO:
	case MARKER_REDO:
		report(session, event);
		break;
	case MARKER_APPLY:
	case MARKER_QUERY:
	case MARKER_RENAME:
		if (event->request != MARKER_APPLY && !event->changed)
			session_say(session, _("nothing to change"));
		else if (event->request != MARKER_APPLY || event->papers > 1)
			session_say(session,
				    ngettext("%d paper marked; u takes it back",
					     "%d papers marked; u takes it back",
					     (unsigned)event->papers),
				    event->papers);
		break;
	case MARKER_RESTORE:
		session_say(session,
			    ngettext("%d change taken back; u undoes that",
				     "%d changes taken back; u undoes that",
				     (unsigned)event->changed),
			    event->changed);
		add_left(session, event->left);
		break;
	case MARKER_SAVE:
		break;
	}
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
		else if (event->origin == JOURNAL_USER)
			report_many(session, event);
		marker_event_free(event);
	}
	return any;
}
