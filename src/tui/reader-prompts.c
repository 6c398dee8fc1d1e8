// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/reader-prompts.h"

#include <stdlib.h>
#include <string.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/words.h"
#include "shoroku/text/fold.h"
#include "tui/command-completion.h"
#include "tui/command-line.h"
#include "tui/marking.h"
#include "tui/search-completion.h"
#include "tui/session.h"
#include "tui/views.h"

// The day to go to: the newest one in the range, else the nearest one there is, older first.
static int
nearest_day(struct session *session, struct date_range range, date_day *day, struct error *err)
{
	struct archive *archive = session->browser.archive;

	if (load_near_day(archive, range.last + 1, -1, false, day, err))
		return -1;
	return *day != DATE_NONE ? 0 : load_near_day(archive, range.last, 1, false, day, err);
}

static int
go_to_range(struct session *session, struct date_range range, struct error *err)
{
	char wanted[DATE_TEXT_SIZE];
	date_day day;

	if (nearest_day(session, range, &day, err))
		return -1;
	marking_leave_paper(session);
	if (browser_select_date(&session->browser, day, err))
		return -1;
	if (day < range.first || day > range.last) {
		date_format(range.first, wanted);
		session_say(session, _("there is no digest of %s; this is the nearest"), wanted);
	}
	return 0;
}

// What an input method types full-width means its ASCII self here too.
static unsigned
accept_date(struct session *session, const char *typed, bool *failed, size_t *failed_at)
{
	char *text = fold_string(typed);
	struct date_range range;
	struct error err;

	*failed_at = 0;
	*failed = date_parse(text, session->app->today, &range, &err) ||
		  go_to_range(session, range, &err);
	free(text);
	if (*failed)
		session_complain(session, &err);
	return REACT_REDRAW;
}

static unsigned
accept_tag(struct session *session, const char *text, bool *failed, size_t *failed_at)
{
	struct error err;

	*failed = marking_tag(session, text, failed_at, &err) != 0;
	if (*failed)
		session_complain(session, &err);
	return REACT_REDRAW;
}

// Tags that begin with what was typed, after folding; the sign is kept.
static void
complete_tag(struct session *session, const char *word, struct strbuf *candidates)
{
	const char sign[] = {*word == '+' || *word == '-' ? *word : '\0', '\0'};
	char *wanted = fold_string(word + strlen(sign));

	search_completion_tags(session, sign, wanted, words_quote, candidates);
	free(wanted);
}

static unsigned
accept_command(struct session *session, const char *text, bool *failed, size_t *failed_at)
{
	struct error err;

	session->pushed = NULL;
	session->to_papers = false;
	*failed = command_line_run(session, text, failed_at, &err) != 0;
	if (*failed)
		session_complain(session, &err);
	else
		recall_add(session, &session->commands, text);
	return REACT_REDRAW | (session->pushed ? REACT_PUSH : 0) |
	       (session->to_papers ? REACT_PAPERS : 0);
}

static bool
recall_command(struct session *session, size_t back, struct strbuf *out)
{
	return recall_get(session, &session->commands, back, out);
}

// The hits are there already; Enter says that the words are whole.
static unsigned
accept_search(struct session *session, const char *text, bool *failed, size_t *failed_at)
{
	struct arena arena;
	struct query query;
	struct error err;

	arena_init(&arena);
	*failed =
	    query_parse(&arena, text, session->app->today, false, &query, failed_at, &err) != 0;
	arena_release(&arena);
	if (*failed) {
		session_complain(session, &err);
	} else {
		finder_ask(session, text, false);
		recall_add(session, &session->finder.recall, text);
	}
	return REACT_REDRAW;
}

static bool
recall_search(struct session *session, size_t back, struct strbuf *out)
{
	return recall_get(session, &session->finder.recall, back, out);
}

static unsigned
accept_find(struct session *session, const char *text, bool *failed, size_t *failed_at)
{
	(void)failed;
	(void)failed_at;
	finder_look_within(session, text);
	recall_add(session, &session->finder.recall, text);
	return REACT_REDRAW;
}

static void
find_changed(struct session *session, const char *text)
{
	finder_look_within(session, text);
}

static void
search_changed(struct session *session, const char *text)
{
	if (strcmp(text, session->finder.text.data) != 0)
		finder_ask(session, text, true);
}

static unsigned
search_cancelled(struct session *session)
{
	(void)session;
	return REACT_BACK;
}

static void
help_changed(struct session *session, const char *text)
{
	strbuf_clear(&session->help_words);
	strbuf_add_string(&session->help_words, text);
}

static unsigned
accept_help(struct session *session, const char *text, bool *failed, size_t *failed_at)
{
	(void)failed;
	(void)failed_at;
	help_changed(session, text);
	return REACT_REDRAW;
}

static unsigned
help_cancelled(struct session *session)
{
	strbuf_clear(&session->help_words);
	return REACT_REDRAW;
}

static unsigned
accept_save(struct session *session, const char *text, bool *failed, size_t *failed_at)
{
	struct strbuf name;
	struct error err;

	strbuf_init(&name);
	strbuf_add_string(&name, text + strspn(text, " "));
	while (name.length && name.data[name.length - 1] == ' ')
		strbuf_truncate(&name, name.length - 1);
	*failed_at = 0;
	*failed = (!name.length
		       ? error_set(&err, ERROR_USAGE, _("a name is missing here"))
		       : saved_list_add(session, name.data, session->finder.text.data, &err)) != 0;
	if (*failed)
		session_complain(session, &err);
	else
		session_say(session, _("saved as “%s”, beside the days"), name.data);
	strbuf_release(&name);
	return REACT_REDRAW;
}

static void
complete_save(struct session *session, const char *word, struct strbuf *candidates)
{
	for (size_t i = 0; i < saved_list_begin(&session->saved, SAVED_TAG); i++) {
		const struct saved_list_item *item = &session->saved.items.items[i];

		if (!item->configured && !strncmp(item->name, word, strlen(word)))
			strbuf_addf(candidates, "%s%s", candidates->length ? "\n" : "", item->name);
	}
}

const struct prompt_kind reader_prompts_date = {.label = N_("date:"), .accept = accept_date};
const struct prompt_kind reader_prompts_tag = {
    .label = N_("tags:"), .accept = accept_tag, .complete = complete_tag};
const struct prompt_kind reader_prompts_command = {
    .label = ":",
    .accept = accept_command,
    .complete = command_completion_find,
    .recall = recall_command,
};
const struct prompt_kind reader_prompts_search = {
    .label = "/",
    .accept = accept_search,
    .complete = search_completion_find,
    .changed = search_changed,
    .cancelled = search_cancelled,
    .recall = recall_search,
};
const struct prompt_kind reader_prompts_find = {
    .label = N_("find:"),
    .accept = accept_find,
    .changed = find_changed,
    .recall = recall_search,
};
const struct prompt_kind reader_prompts_save = {
    .label = N_("save as:"),
    .accept = accept_save,
    .complete = complete_save,
};
const struct prompt_kind reader_prompts_help = {
    .label = N_("find:"),
    .accept = accept_help,
    .changed = help_changed,
    .cancelled = help_cancelled,
};
