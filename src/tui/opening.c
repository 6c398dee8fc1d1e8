// SPDX-License-Identifier: GPL-3.0-or-later
#include "tui/opening.h"

#include <stdlib.h>
#include <string.h>

#include "shoroku/base/i18n.h"
#include "shoroku/base/memory.h"
#include "shoroku/base/process.h"
#include "shoroku/base/words.h"
#include "shoroku/work/download.h"
#include "shoroku/work/source-url.h"
#include "shoroku/work/sources.h"
#include "tui/session.h"

// Programs known to draw on the terminal, where `set terminal-programs` names none.
#define TERMINAL_PROGRAMS "w3m lynx links links2 elinks browsh carbonyl tdf termpdf jfbview less"

void
opening_release(struct opening *opening)
{
	for (size_t i = 0; i < opening->children.count; i++)
		free(opening->children.items[i].command);
	vec_release(&opening->children);
	free(opening->command);
	free(opening->shown);
}

// $BROWSER is a list of commands parted by ":", "%s" in them stands for the URL; the first is used.
static char *
browser_of_environment(void)
{
	const char *value = getenv("BROWSER");
	size_t length = value ? strcspn(value, ":") : 0;
	char *command = length ? memory_strndup(value, length) : NULL;

	for (char *place = command; place && (place = strstr(place, "%s")); place += 2)
		place[1] = 'f';
	return command;
}

// The caller frees it.
static char *
program(const struct session *session, enum session_setting setting)
{
	const char *set = settings_get_words(&session->settings, setting);
	char *command = NULL;

	if (set)
		return memory_strdup(set);
	if (setting == SESSION_BROWSER)
		command = browser_of_environment();
	return command ? command : memory_strdup("xdg-open");
}

static bool
is_listed(const char *list, const char *name)
{
	struct words words;
	struct error ignored;
	bool found = false;

	words_init(&words);
	if (!words_split(&words, list, &ignored)) {
		for (size_t i = 0; i < words.list.count; i++)
			found |= !strcmp(words.list.items[i].text, name);
	}
	words_release(&words);
	return found;
}

bool
opening_draws(const struct session *session, const char *command)
{
	const char *set = settings_get_words(&session->settings, SESSION_TERMINAL_PROGRAMS);
	char *name = process_name(command);
	bool draws = is_listed(set ? set : TERMINAL_PROGRAMS, name);

	free(name);
	return draws;
}

// Without a window system there is nothing else for a program to draw on.
static bool
takes_terminal(const struct session *session, const char *command)
{
	const char *display = getenv("DISPLAY");
	const char *wayland = getenv("WAYLAND_DISPLAY");

	return opening_draws(session, command) ||
	       ((!display || !*display) && (!wayland || !*wayland));
}

void
opening_watch(struct session *session, pid_t child, const char *command)
{
	*vec_push(&session->opening.children) =
	    (struct opening_child){child, memory_strdup(command)};
}

static void
start_apart(struct session *session, const char *command, const char *shown)
{
	struct error err;
	pid_t child;
	char *name;

	if (process_start(command, shown, &child, &err)) {
		session_complain(session, &err);
		return;
	}
	opening_watch(session, child, command);
	name = process_name(command);
	session_say(session, _("opened with %s"), name);
	free(name);
}

static void
show(struct session *session, enum session_setting setting, const char *shown)
{
	struct opening *opening = &session->opening;
	char *command = program(session, setting);

	if (takes_terminal(session, command)) {
		free(opening->command);
		free(opening->shown);
		opening->command = command;
		opening->shown = memory_strdup(shown);
		return;
	}
	start_apart(session, command, shown);
	free(command);
}

void
opening_url(struct session *session, const char *url)
{
	if (process_url_is_safe(url))
		show(session, SESSION_BROWSER, url);
	else
		session_say(session, _("only web pages are opened, not %s"), url);
}

void
opening_page(struct session *session)
{
	char *url = download_page_url(&session->browser.open->entry.paper);

	if (!url)
		session_say(session, _("no page is known of this paper"));
	else
		opening_url(session, url);
	free(url);
}

static void
complain(void *context, const char *sentence)
{
	(void)context;
	(void)sentence; // was told when the reader started
}

// A link to where the user fetches from is as good as typed.
static enum http_trust
trust_of(const struct session *session, const char *url)
{
	enum http_trust trust = HTTP_FROM_PAGE;
	struct sources sources;

	sources_init(&sources);
	sources_read(session->app, &sources, complain, NULL);
	for (size_t i = 0; i < sources.count; i++) {
		if (source_url_same_origin(sources.items[i].url, url))
			trust = HTTP_TYPED;
	}
	sources_release(&sources);
	return trust;
}

void
opening_pdf(struct session *session)
{
	const struct paper *paper = &session->browser.open->entry.paper;
	char *url = download_pdf_url(paper);
	char *path = url ? download_pdf_path(paper, url) : NULL;

	if (!url)
		session_say(session, _("no PDF is known of this paper"));
	else if (!path)
		session_say(session, _("there is no directory to keep it in; set XDG_CACHE_HOME"));
	else if (download_is_there(path))
		show(session, SESSION_PDF_VIEWER, path);
	else
		working_download(session, url, trust_of(session, url), path,
				 paper->arxiv_id ? paper->arxiv_id : paper->title);
	free(path);
	free(url);
}

static bool
is_of_open_paper(const struct session *session, const char *path)
{
	const struct load_entry *open = session->browser.open;
	char *url = open ? download_pdf_url(&open->entry.paper) : NULL;
	char *own = url ? download_pdf_path(&open->entry.paper, url) : NULL;
	bool same = own && !strcmp(own, path);

	free(own);
	free(url);
	return same;
}

void
opening_downloaded(struct session *session, const char *path)
{
	char *command = program(session, SESSION_PDF_VIEWER);
	bool takes = takes_terminal(session, command);

	if (!takes || (is_of_open_paper(session, path) && !session->prompt.kind))
		show(session, SESSION_PDF_VIEWER, path);
	else
		session_say(session, _("the PDF has come; p on its paper shows it"));
	free(command);
}

bool
opening_collect(struct session *session)
{
	struct opening *opening = &session->opening;
	bool said = false;
	size_t kept = 0;

	for (size_t i = 0; i < opening->children.count; i++) {
		struct opening_child child = opening->children.items[i];
		struct error err;
		bool failed;

		if (!process_ended(child.pid, child.command, &failed, &err)) {
			opening->children.items[kept++] = child;
			continue;
		}
		if (failed)
			session_complain(session, &err);
		said |= failed;
		free(child.command);
	}
	opening->children.count = kept;
	return said;
}

void
opening_run(struct session *session)
{
	struct opening *opening = &session->opening;
	struct error err;

	if (process_run(opening->command, opening->shown, &err))
		session_complain(session, &err);
	free(opening->command);
	free(opening->shown);
	opening->command = opening->shown = NULL;
}
