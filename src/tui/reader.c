// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "shoroku/tui/reader.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#if HAVE_SYS_INOTIFY_H
#include <sys/inotify.h>
#endif

#include "shoroku/archive/archive.h"
#include "shoroku/archive/judging.h"
#include "shoroku/archive/warned.h"
#include "shoroku/base/clock.h"
#include "shoroku/base/i18n.h"
#include "tui/frame.h"
#include "tui/marking.h"
#include "tui/place.h"
#include "tui/sources-view.h"
#include "tui/views.h"
#include "tui/wakeup.h"
#include "tui/wcwidth.h"

// After the last change of a file the archive is looked at so many times, so far apart.
#define LOOKS 5
#define LOOK_INTERVAL_MS 20

// While days keep coming they are shown a few times a second, between keys: none waits for it, but when keys
// never pause.
#define BEHIND_MS 150
#define BEHIND_LONGEST_MS 1000

struct reader {
	struct session session;
	struct frame frame;
	struct archive *archive;
	struct terminal *terminal;
	int watch; // inotify, or −1
	int looks; // left to take at the archive after its files changed
	// What is on the screen is older than the archive since then (clock_monotonic_ms()); 0: it is not.
	int64_t behind;
	bool all_behind; // not only the days that were told of
};

static bool
wants_color(const struct app *app)
{
	const char *no_color = getenv("NO_COLOR");

	if (app->color == APP_COLOR_AUTO)
		return !no_color || !*no_color;
	return app->color == APP_COLOR_ALWAYS;
}

// Another process's commit shows as a change of a file in the archive's directory.
static int
open_watch(const char *directory)
{
#if HAVE_SYS_INOTIFY_H
	int fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);

	if (fd >= 0 &&
	    inotify_add_watch(fd, directory, IN_MODIFY | IN_CLOSE_WRITE | IN_MOVED_TO) < 0) {
		close(fd);
		return -1;
	}
	return fd;
#else
	(void)directory;
	return -1;
#endif
}

static void
drain(int fd)
{
	char events[4096];

	while (read(fd, events, sizeof(events)) > 0)
		;
}

// While a mark is on its way the screen is ahead of the archive and stays as it is.
static void
reload(struct reader *reader)
{
	struct session *session = &reader->session;
	struct error err;
	bool behind = false;

	if (session->pending > 0)
		return;
	if (journal_is_behind(reader->archive, &behind, &err))
		session_complain(session, &err);
	else if (behind)
		marker_repair(session->marker); // its commit brings us here again
	if (browser_reload(&session->browser, &err))
		session_complain(session, &err);
	session->working.came = (struct date_range){DATE_NONE, DATE_NONE};
	session->working.came_elsewhere = false;
	reader->behind = 0;
	if (frame_active(&reader->frame)->ops == &search_view_ops)
		finder_ask_again(session);
	saved_list_reload(session);
	if (!behind)
		gather_refresh(session);
	session->reloads++;
	frame_reloaded(&reader->frame);
}

static void
fall_behind(struct reader *reader, bool all)
{
	reader->all_behind = all || (reader->behind && reader->all_behind);
	if (!reader->behind)
		reader->behind = clock_monotonic_ms();
}

// The days that a job brought; whatever else changed meanwhile waits for its end.
static void
reload_what_came(struct reader *reader)
{
	struct session *session = &reader->session;
	struct date_range range = session->working.came;
	const struct browser_day *day = browser_current_day(&session->browser);
	struct error err;

	if (session->pending > 0)
		return;
	if (range.first == DATE_NONE && day)
		range = (struct date_range){day->date, day->date};
	session->working.came = (struct date_range){DATE_NONE, DATE_NONE};
	reader->behind = 0;
	if (range.first != DATE_NONE && browser_reload_days(&session->browser, range, &err))
		session_complain(session, &err);
	frame_reloaded(&reader->frame);
}

// Between keys: brings the screen up to date, and the days that are not on it a few at a time.
static void
catch_up(struct reader *reader, bool quiet)
{
	struct session *session = &reader->session;
	int64_t since = reader->behind ? clock_monotonic_ms() - reader->behind : 0;
	struct error err;

	if (reader->behind && since >= BEHIND_MS && (quiet || since >= BEHIND_LONGEST_MS)) {
		if (working_is_busy(session) && !reader->all_behind)
			reload_what_came(reader);
		else
			reload(reader);
		reader->all_behind = false;
	} else if (quiet && browser_is_stale(&session->browser)) {
		if (browser_refresh(&session->browser, &err))
			session_complain(session, &err);
		frame_reloaded(&reader->frame);
	}
}

static void
show(struct reader *reader)
{
	struct session *session = &reader->session;

	if (session->theme_changed) {
		terminal_use_theme(reader->terminal, &session->theme);
		session->theme_changed = false;
	}
	wcwidth_set_ambiguous(session_ambiguous(session));
	if (reader->frame.repaint)
		terminal_repaint(reader->terminal);
	reader->frame.repaint = false;
	frame_draw(&reader->frame);
	terminal_show(reader->terminal, &reader->frame.canvas);
	if (session->taking.copied.length)
		terminal_copy(reader->terminal, session->taking.copied.data,
			      session->taking.copied.length);
	strbuf_clear(&session->taking.copied);
}

static void
adapt(struct reader *reader)
{
	int rows;
	int columns;

	terminal_adapt(reader->terminal);
	terminal_size(reader->terminal, &rows, &columns);
	frame_resize(&reader->frame, rows, columns);
}

static void
read_keys(struct reader *reader)
{
	key_code key;

	while (!reader->frame.quit && (key = terminal_read_key(reader->terminal)) != KEY_NONE) {
		if (key == KEY_CODE_MOUSE)
			frame_mouse(&reader->frame, terminal_mouse_event(reader->terminal));
		else if (key == KEY_CODE_RESIZE)
			adapt(reader);
		else
			frame_key(&reader->frame, key);
	}
}

static void
handle_wakeup(struct reader *reader)
{
	struct wakeup wakeup = wakeup_collect();

	if (wakeup.worker && marking_collect(&reader->session))
		reload(reader);
	if (wakeup.worker && finder_collect(&reader->session))
		frame_reloaded(&reader->frame);
	if (wakeup.worker && saved_list_collect(&reader->session))
		frame_reloaded(&reader->frame);
	if (wakeup.worker && gather_collect(&reader->session))
		frame_reloaded(&reader->frame);
	if (wakeup.worker && frame_collect_related(&reader->frame))
		frame_reloaded(&reader->frame);
	if (wakeup.worker && working_collect(&reader->session)) {
		const struct working *working = &reader->session.working;

		if (working->came.first != DATE_NONE || working->came_elsewhere)
			fall_behind(reader, !working_is_busy(&reader->session));
		frame_reloaded(&reader->frame);
	}
	if (wakeup.child)
		opening_collect(&reader->session);
	if (wakeup.resized || wakeup.continued)
		adapt(reader);
	if (wakeup.continued)
		reader->frame.repaint = true;
	if (wakeup.stopped)
		reader->frame.suspend = true;
	if (wakeup.ended)
		reader->frame.quit = true;
}

// The file changes before the commit can be seen, which is at most a disk's sync later. Where files
// cannot be watched every key is a reason to look.
static void
look_at_archive(struct reader *reader)
{
	if (!reader->looks && reader->watch >= 0)
		return;
	if (reader->looks)
		reader->looks--;
	if (!archive_changed(reader->archive))
		return;
	if (working_is_busy(&reader->session))
		fall_behind(reader, false);
	else
		reload(reader);
}

static int
patience(const struct reader *reader)
{
	int64_t left;

	if (browser_is_stale(&reader->session.browser))
		return 0;
	if (!reader->behind)
		return reader->looks ? LOOK_INTERVAL_MS : -1;
	left = reader->behind + BEHIND_MS - clock_monotonic_ms();
	return left < 0					   ? 0
	       : left < LOOK_INTERVAL_MS || !reader->looks ? (int)left
							   : LOOK_INTERVAL_MS;
}

static int
wait_for_something(struct reader *reader, struct error *err)
{
	struct pollfd polled[] = {
	    {STDIN_FILENO, POLLIN, 0},
	    {wakeup_read_fd(), POLLIN, 0},
	    {reader->watch, POLLIN, 0},
	};

	if (poll(polled, ARRAY_LENGTH(polled), patience(reader)) < 0) {
		if (errno != EINTR)
			return error_set_errno(err, errno, _("cannot wait for keys"));
		return 0;
	}
	if (polled[0].revents & (POLLHUP | POLLERR | POLLNVAL))
		reader->frame.quit = true; // the terminal is gone
	else if (polled[0].revents)
		read_keys(reader);
	if (polled[1].revents)
		handle_wakeup(reader);
	if (polled[2].revents) {
		drain(reader->watch);
		reader->looks = LOOKS;
	}
	look_at_archive(reader);
	catch_up(reader, !polled[0].revents);
	return 0;
}

static void
leave_terminal(struct reader *reader)
{
	struct session *session = &reader->session;
	void (*outside)(struct session *) = session->outside;

	session->outside = NULL;
	terminal_leave(reader->terminal);
	if (session->opening.command)
		opening_run(session);
	if (outside)
		outside(session);
	terminal_return(reader->terminal);
	adapt(reader);
	frame_reloaded(&reader->frame);
}

static int
run(struct reader *reader, struct error *err)
{
	while (!reader->frame.quit) {
		if (reader->frame.suspend) {
			reader->frame.suspend = false;
			terminal_suspend(reader->terminal);
			adapt(reader);
		}
		if (reader->session.opening.command || reader->session.outside)
			leave_terminal(reader);
		show(reader);
		if (wait_for_something(reader, err))
			return -1;
	}
	return 0;
}

static int
open_data(struct reader *reader, const struct app *app, struct error *err)
{
	struct session *session = &reader->session;
	size_t mistakes;

	if (session_read_config(session, &mistakes, err) || archive_prepare(app->data_dir, err))
		return -1;
	reader->archive = archive_open(app->data_dir, ARCHIVE_READ, err);
	if (!reader->archive)
		return -1;
	warned_set_threshold(reader->archive,
			     settings_get(&session->settings, SESSION_WARN_BELOW) / 100.0);
	browser_init(&session->browser, reader->archive);
	saved_list_reload(session);
	return browser_open(&session->browser, err);
}

static int
open_terminal(struct reader *reader, const struct app *app, struct error *err)
{
	struct session *session = &reader->session;

	wcwidth_set_ambiguous(session_ambiguous(session));
	reader->terminal = terminal_open(wants_color(app), err);
	if (!reader->terminal)
		return -1;
	terminal_use_theme(reader->terminal, &session->theme);
	session->taking.can_copy = terminal_can_copy(reader->terminal);
	return 0;
}

// What marks and news need comes after the first paint, which does not.
static int
start_working(struct reader *reader, const struct app *app, struct error *err)
{
	struct session *session = &reader->session;
	size_t unjudged;

	terminal_listen(reader->terminal, settings_get(&session->settings, SESSION_MOUSE));
	session->marker = marker_start(app->data_dir, wakeup_write_fd());
	if (!session->marker)
		return error_set(err, ERROR_DISK, _("cannot start a thread"));
	reader->watch = open_watch(app->data_dir);
	reader->looks = 1;	    // at what changed since the archive was read
	saved_list_reload(session); // counts
	gather_resume(session);
	if (judging_left(reader->archive, &unjudged, err))
		return -1;
	if (unjudged)
		working_judge(session);
	if (sources_view_is_wanted(session))
		frame_push(&reader->frame, &sources_view_ops);
	return 0;
}

static int
run_all(struct reader *reader, const struct app *app, struct error *err)
{
	int result;

	if (open_data(reader, app, err) || wakeup_open(err))
		return -1;
	if (open_terminal(reader, app, err)) {
		wakeup_close();
		return -1;
	}
	frame_init(&reader->frame, &reader->session);
	place_restore(&reader->frame);
	adapt(reader);
	show(reader);
	if (start_working(reader, app, err))
		return -1;
	result = run(reader, err);
	place_keep(&reader->frame);
	frame_focus(&reader->frame, FRAME_DAYS); // leaves the paper being read
	return result;
}

int
reader_run(const struct app *app, struct error *err)
{
	struct reader reader = {.watch = -1};
	int result;

	session_init(&reader.session, app);
	result = run_all(&reader, app, err);
	if (reader.frame.session) {
		frame_release(&reader.frame);
	}
	terminal_close(reader.terminal);
	working_release(&reader.session);
	marker_join(reader.session.marker);
	finder_release(&reader.session.finder);
	saved_list_release(&reader.session.saved);
	gather_release(&reader.session.gather);
	related_release(&reader.session.related);
	if (reader.terminal)
		wakeup_close();
	if (reader.watch >= 0)
		close(reader.watch);
	if (reader.archive)
		browser_release(&reader.session.browser);
	archive_close(reader.archive);
	session_release(&reader.session);
	return result;
}

size_t
reader_settings(const struct setting_row **rows)
{
	return session_setting_rows(rows);
}

static size_t
count_actions(void)
{
	size_t count = 0;

	for (const struct action_table *const *table = keymap_tables(); *table; table++)
		count += (*table)->count;
	return count;
}

size_t
reader_actions(struct arena *arena, const struct reader_action **actions)
{
	struct reader_action *rows = arena_alloc(arena, count_actions() * sizeof(*rows));
	size_t count = 0;

	for (const struct action_table *const *table = keymap_tables(); *table; table++) {
		for (size_t i = 0; i < (*table)->count; i++) {
			const struct action *action = &(*table)->rows[i];

			rows[count++] = (struct reader_action){(*table)->name, action->name,
							       action->keys, action->help};
		}
	}
	*actions = rows;
	return count;
}
