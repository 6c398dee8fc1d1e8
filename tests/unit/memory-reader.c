// SPDX-License-Identifier: GPL-3.0-or-later
#include "memory-reader.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "shoroku/archive/archive.h"
#include "shoroku/archive/store.h"
#include "shoroku/base/compiler.h"
#include "shoroku/base/file.h"
#include "shoroku/base/paths.h"
#include "shoroku/feed/parse.h"
#include "shoroku/text/utf8.h"
#include "scratch.h"
#include "tui/marking.h"
#include "tui/views.h"
#include "tui/wakeup.h"

#define LONGEST_WAIT_MS 60000
#define LOOK_INTERVAL_MS 5
#define LATE_MS 20

// --- the archive

// In memory where that can be: every mark is written through to the disk.
static void
make_directory(char directory[64])
{
	strcpy(directory, "/dev/shm/shoroku-reader-XXXXXX");
	if (mkdtemp(directory))
		return;
	strcpy(directory, "memory-reader-XXXXXX");
	if (!mkdtemp(directory))
		BUG("no directory");
}

// Editor and browser do nothing, and the proxy that everything is asked through is not there.
static void
confine(const char *directory)
{
	static const char *const programs[] = {"VISUAL", "EDITOR", "BROWSER"};
	static const char *const proxies[] = {"http_proxy", "https_proxy", "all_proxy"};
	static const char *const places[] = {"HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME",
					     "XDG_DATA_HOME"};

	for (size_t i = 0; i < ARRAY_LENGTH(programs); i++)
		setenv(programs[i], "true", 1);
	for (size_t i = 0; i < ARRAY_LENGTH(proxies); i++)
		setenv(proxies[i], "http://127.0.0.1:1", 1);
	for (size_t i = 0; i < ARRAY_LENGTH(places); i++)
		setenv(places[i], directory, 1);
	unsetenv("DISPLAY");
	unsetenv("WAYLAND_DISPLAY");
	setenv("SHOROKU_EXAMPLES", "none", 1);
	setenv("TZ", "UTC", 1);
	setenv("SHOROKU_NOW", "2025-09-24T12:00:00Z", 1);
}

void
memory_reader_open(struct memory_reader *reader)
{
	struct error err;

	*reader = (struct memory_reader){0};
	make_directory(reader->directory);
	confine(reader->directory);
	if (archive_prepare(reader->directory, &err))
		BUG("%s", err.text);
	// Below a file nothing can be written, so that no source is ever taken.
	reader->config = paths_join(reader->directory, "archive.db/config");
	reader->app = (struct app){.data_dir = reader->directory, .config_file = reader->config};
	reader->app.today = date_from_civil(2025, 9, 24);
}

void
memory_reader_import(struct memory_reader *reader, const char *source, const char *text)
{
	struct store_raw raw = {text, strlen(text), "test", "test", 1, NULL};
	struct parse_input input = {
	    .name = "test", .bytes = text, .length = strlen(text), .date = DATE_NONE};
	struct parse_result parsed;
	enum store_outcome outcome;
	struct archive *archive;
	struct arena arena;
	struct error err;

	arena_init(&arena);
	archive = archive_open(reader->directory, ARCHIVE_IMPORT, &err);
	if (!archive || parse_digests(&arena, &input, &parsed, &err))
		BUG("%s", err.text);
	parse_set_source(&arena, &parsed, source);
	if (store_digest(archive, parsed.digests, &raw, &outcome, &err))
		BUG("%s", err.text);
	archive_close(archive);
	arena_release(&arena);
}

void
memory_reader_import_file(struct memory_reader *reader, const char *source, const char *path)
{
	struct strbuf text;
	struct error err;

	strbuf_init(&text);
	if (file_read(path, PARSE_MAX_BYTES, &text, &err))
		BUG("%s", err.text);
	memory_reader_import(reader, source, text.data);
	strbuf_release(&text);
}

void
memory_reader_import_examples(struct memory_reader *reader)
{
	const char *top = getenv("top_srcdir");
	char path[4096];

	for (int day = 15; day <= 21; day++) {
		snprintf(path, sizeof(path), "%s/examples/2025-09-%02d.txt", top ? top : ".", day);
		memory_reader_import_file(reader, "examples", path);
	}
}

// --- from start to end

void
memory_reader_start(struct memory_reader *reader)
{
	struct session *session = &reader->session;
	struct error err;

	if (wakeup_open(&err))
		BUG("%s", err.text);
	session_init(session, &reader->app);
	reader->archive = archive_open(reader->directory, ARCHIVE_READ, &err);
	if (!reader->archive)
		BUG("%s", err.text);
	browser_init(&session->browser, reader->archive);
	saved_list_reload(session);
	if (browser_open(&session->browser, &err))
		BUG("%s", err.text);
	frame_init(&reader->frame, session);
	session->marker = marker_start(reader->directory, wakeup_write_fd());
	if (!session->marker)
		BUG("no thread");
	saved_list_reload(session);
}

bool
memory_reader_close(struct memory_reader *reader)
{
	struct session *session = &reader->session;

	frame_focus(&reader->frame, FRAME_DAYS); // leaves the paper being read
	frame_release(&reader->frame);
	working_release(session);
	marker_join(session->marker);
	finder_release(&session->finder);
	saved_list_release(&session->saved);
	gather_release(&session->gather);
	related_release(&session->related);
	wakeup_close();
	browser_release(&session->browser);
	archive_close(reader->archive);
	session_release(session);
	free(reader->config);
	return !scratch_remove(reader->directory);
}

// --- the loop

void
memory_reader_reload(struct memory_reader *reader)
{
	struct session *session = &reader->session;
	struct error err;
	bool behind;

	if (session->pending > 0)
		return;
	if (journal_is_behind(reader->archive, &behind, &err) ||
	    browser_reload(&session->browser, &err))
		BUG("%s", err.text);
	if (behind)
		marker_repair(session->marker);
	if (frame_active(&reader->frame)->ops == &search_view_ops)
		finder_ask_again(session);
	saved_list_reload(session);
	if (!behind)
		gather_refresh(session);
	session->reloads++;
	frame_reloaded(&reader->frame);
}

static void
run_outside(struct memory_reader *reader)
{
	struct session *session = &reader->session;
	void (*outside)(struct session *) = session->outside;

	session->outside = NULL;
	if (session->opening.command)
		opening_run(session);
	// A command typed by chance is no program's to run.
	if (outside && !session->taking.command)
		outside(session);
	free(session->taking.command);
	session->taking.command = NULL;
}

void
memory_reader_collect(struct memory_reader *reader)
{
	struct session *session = &reader->session;
	struct wakeup wakeup = wakeup_collect();
	bool any;

	run_outside(reader);
	if (wakeup.worker && marking_collect(session))
		memory_reader_reload(reader);
	any = wakeup.worker && finder_collect(session);
	any |= wakeup.worker && saved_list_collect(session);
	any |= wakeup.worker && gather_collect(session);
	any |= wakeup.worker && frame_collect_related(&reader->frame);
	any |= wakeup.worker && working_collect(session);
	any |= wakeup.child && opening_collect(session);
	if (any)
		frame_reloaded(&reader->frame);
	if (archive_changed(reader->archive))
		memory_reader_reload(reader);
}

static bool
is_waiting(const struct session *session)
{
	const struct saved_list *saved = &session->saved;

	return session->pending > 0 || session->finder.waiting || session->gather.waiting ||
	       session->related.asked || session->related.matching || saved->counting;
}

// What the marks thread does about it wakes nobody: its commit is seen in the archive.
static bool
is_behind(const struct memory_reader *reader)
{
	struct error err;
	bool behind;

	if (journal_is_behind(reader->archive, &behind, &err))
		BUG("%s", err.text);
	return behind;
}

// Counts, facets, and the hits of a question asked again: nobody waits for them.
static bool
comes_late(struct memory_reader *reader)
{
	struct pollfd polled = {wakeup_read_fd(), POLLIN, 0};

	if (!reader->session.finder.searcher || poll(&polled, 1, LATE_MS) <= 0)
		return false;
	memory_reader_collect(reader);
	return true;
}

static void
wait(struct memory_reader *reader)
{
	const struct session *session = &reader->session;
	struct pollfd polled = {wakeup_read_fd(), POLLIN, 0};
	bool told = is_waiting(session);

	if (poll(&polled, 1, told ? LONGEST_WAIT_MS : LOOK_INTERVAL_MS) <= 0 && told)
		BUG("no answer: %d marks, search %d, saved %d %d", session->pending,
		    session->finder.waiting, session->gather.waiting, session->saved.counting);
	memory_reader_collect(reader);
}

static void
settle_once(struct memory_reader *reader)
{
	struct session *session = &reader->session;
	struct error err;

	memory_reader_collect(reader);
	do {
		while (is_waiting(session) || is_behind(reader))
			wait(reader);
		memory_reader_collect(reader); // the commit that brought it up to date
	} while (is_waiting(session) || is_behind(reader) || comes_late(reader));
	while (browser_is_stale(&session->browser)) {
		if (browser_refresh(&session->browser, &err))
			BUG("%s", err.text);
		frame_reloaded(&reader->frame);
	}
	frame_draw(&reader->frame);
}

// What is drawn may ask for more: for what stands below the text of a paper.
void
memory_reader_settle(struct memory_reader *reader)
{
	do
		settle_once(reader);
	while (is_waiting(&reader->session));
}

// --- input

void
memory_reader_resize(struct memory_reader *reader, int columns, int rows)
{
	frame_resize(&reader->frame, rows, columns);
	frame_draw(&reader->frame);
}

void
memory_reader_key(struct memory_reader *reader, key_code key)
{
	frame_key(&reader->frame, key);
	frame_draw(&reader->frame);
}

void
memory_reader_press(struct memory_reader *reader, const char *keys)
{
	while (*keys) {
		size_t length = strcspn(keys, " ");

		memory_reader_key(reader, key_parse(keys, length));
		keys += length + strspn(keys + length, " ");
	}
}

void
memory_reader_type(struct memory_reader *reader, const char *text)
{
	size_t length = strlen(text);

	for (size_t i = 0; i < length;)
		memory_reader_key(reader, utf8_next(text, length, &i));
}

void
memory_reader_do(struct memory_reader *reader, const char *keys)
{
	while (*keys) {
		size_t length = strcspn(keys, " ");
		char word[64];

		snprintf(word, sizeof(word), "%.*s", (int)length, keys);
		if (*word == '=')
			memory_reader_type(reader, word + 1);
		else
			memory_reader_press(reader, word);
		memory_reader_settle(reader);
		keys += length + strspn(keys + length, " ");
	}
}

// --- what is seen

bool
memory_reader_is_sound(const struct memory_reader *reader)
{
	const struct canvas *canvas = &reader->frame.canvas;

	for (int i = 0; i < canvas->rows * canvas->columns; i++) {
		int column = i % canvas->columns;
		const struct cell *cell = &canvas->cells[i];

		if (cell->width > 2 ||
		    (cell->width == 2 && (column + 1 == canvas->columns || cell[1].width != 0)) ||
		    (cell->width == 0 && (column == 0 || cell[-1].width != 2)))
			return false;
	}
	return canvas->cursor_row >= 0 && canvas->cursor_row < canvas->rows &&
	       canvas->cursor_column >= 0 && canvas->cursor_column < canvas->columns;
}

int
memory_reader_find(const struct memory_reader *reader, const char *text)
{
	int found = -1;

	for (int row = 0; found < 0 && row < reader->frame.canvas.rows; row++) {
		struct strbuf line;

		strbuf_init(&line);
		canvas_row_text(&reader->frame.canvas, row, &line);
		if (strstr(line.data, text))
			found = row;
		strbuf_release(&line);
	}
	return found;
}
