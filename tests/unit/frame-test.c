// SPDX-License-Identifier: GPL-3.0-or-later
// The whole reader drawn into memory: what stands where at four sizes, and that no size and no key
// halves a glyph or leaves the screen.
#include "tui/frame.h"

#include <poll.h>
#include <stdint.h>
#include <unistd.h>

#include "shoroku/archive/archive.h"
#include "shoroku/archive/store.h"
#include "shoroku/base/compiler.h"
#include "shoroku/base/paths.h"
#include "shoroku/feed/parse.h"
#include "shoroku/work/app.h"
#include "shoroku/work/marker.h"
#include "scratch.h"
#include "tap.h"
#include "tui/session.h"
#include "tui/wakeup.h"

static char directory[] = "frame-test-XXXXXX";
static struct session session;
static struct frame frame;

static void
import_day(const char *text)
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
	archive = archive_open(directory, ARCHIVE_IMPORT, &err);
	if (!archive || parse_digests(&arena, &input, &parsed, &err) ||
	    store_digest(archive, parsed.digests, &raw, &outcome, &err))
		BUG("%s", err.text);
	archive_close(archive);
	arena_release(&arena);
}

static void
import_days(void)
{
	struct strbuf day;

	strbuf_init(&day);
	strbuf_add_string(&day, "2025-09-24 の注目論文\n\nTiny Recursive Readers\n\n");
	for (int i = 0; i < 30; i++)
		strbuf_addf(&day, "%sAuthor %c%cson", i ? ", " : "", 'A' + i % 26, 'a' + i % 26);
	strbuf_add_string(&day,
			  "\n\n選定理由\n\n小さな読み手が大きな画面で「読める」ことを示した。\n\n"
			  "かんたん要約 (SNS向け)\n\n短い。\n\n詳細要約\n\n");
	for (int i = 0; i < 40; i++)
		strbuf_addf(&day,
			    "段落%dでは、Transformerを用いて（前回と同様に）長い文を読む。\n\n",
			    i + 1);
	strbuf_add_string(&day, "Second Paper\n\nBo Li\n\n選定理由\n\n二番目。\n");
	import_day(day.data);
	import_day("2025-09-23 の注目論文\n\nOlder Paper\n\nCy Oz\n\n選定理由\n\n古い。\n");
	import_day("2025-08-01 の注目論文\n\nAugust Paper\n\nDi Fu\n\n選定理由\n\n夏。\n");
	strbuf_release(&day);
}

static void
press(const char *keys)
{
	while (*keys) {
		size_t length = strcspn(keys, " ");

		frame_key(&frame, key_parse(keys, length));
		keys += length + strspn(keys + length, " ");
	}
	frame_draw(&frame);
}

static void
resize(int columns, int rows)
{
	frame_resize(&frame, rows, columns);
	frame_draw(&frame);
}

static bool
is_sound(void)
{
	const struct canvas *canvas = &frame.canvas;

	for (int i = 0; i < canvas->rows * canvas->columns; i++) {
		int column = i % canvas->columns;
		const struct cell *cell = &canvas->cells[i];

		if (cell->width == 2 && (column + 1 == canvas->columns || cell[1].width != 0))
			return false;
		if (cell->width == 0 && (column == 0 || cell[-1].width != 2))
			return false;
	}
	return canvas->cursor_row >= 0 && canvas->cursor_row < canvas->rows &&
	       canvas->cursor_column >= 0 && canvas->cursor_column < canvas->columns;
}

// The row that holds the text, −1 where none does; *column is where it begins, in bytes.
static int
find(const char *text, size_t *column)
{
	int found = -1;

	for (int row = 0; found < 0 && row < frame.canvas.rows; row++) {
		struct strbuf line;
		const char *place;

		strbuf_init(&line);
		canvas_row_text(&frame.canvas, row, &line);
		place = strstr(line.data, text);
		if (place) {
			found = row;
			*column = (size_t)(place - line.data);
		}
		strbuf_release(&line);
	}
	return found;
}

static bool
shows(const char *text)
{
	size_t column;

	return find(text, &column) >= 0;
}

static void
test_layouts(void)
{
	static const struct {
		int columns;
		int rows;
		bool days; // shown beside the papers
		bool paper;
	} sizes[] = {
	    {200, 60, true, true},
	    {120, 40, true, true},
	    {80, 24, false, true},
	    {40, 10, false, false},
	};

	for (size_t i = 0; i < ARRAY_LENGTH(sizes); i++) {
		size_t column;

		resize(sizes[i].columns, sizes[i].rows);
		tap_ok(is_sound(), "%dx%d: sound", sizes[i].columns, sizes[i].rows);
		tap_ok(find("2025-09-24", &column) == 0, "the day in the first line");
		tap_ok(shows("Tiny Recursive Readers"), "its first paper");
		tap_ok(shows("September 2025") == sizes[i].days, "the calendar where it fits");
		tap_ok(shows("選定理由") == sizes[i].paper, "the paper where it fits");
		tap_ok(find("Enter", &column) == sizes[i].rows - 1, "hints in the last line");
	}
}

static void
test_reading(void)
{
	resize(80, 24);
	press("Enter");
	tap_ok(frame.focus == FRAME_PAPER, "Enter goes to the paper");
	tap_ok(shows("30 authors") || shows("+"), "thirty authors on one line with their count");
	press("a");
	tap_ok(shows("Author Zzson"), "or all of them");
	press("a G");
	tap_ok(shows("段落40では"), "the end");
	press("g");
	tap_ok(shows("選定理由") && shows("小さな読み手"), "the beginning");
	press("q");
	tap_ok(frame.focus == FRAME_PAPERS && !frame.quit, "back among the papers");
	resize(40, 10);
	press("Enter G");
	tap_ok(shows("段落40では"), "keys typed ahead act on what will be shown");
	press("q");
	resize(80, 24);
	press("j");
	tap_ok(session.browser.paper == 1, "down");
	press("[");
	tap_ok(shows("Older Paper") && shows("2025-09-23"), "the day before");
	press("]");
	tap_ok(shows("2025-09-24"), "and back");
}

static void
test_overlays(void)
{
	press("?");
	tap_ok(frame.overlay_count == 1 && shows("Keys"), "help lies over");
	press("?");
	tap_ok(frame.overlay_count == 0 && !frame.quit, "and goes");
	press("d");
	for (const char *typed = "2025-08-01"; *typed; typed++)
		frame_key(&frame, (key_code)*typed);
	press("Enter");
	tap_ok(shows("August Paper") && shows("2025-08-01"), "a date is gone to");
	press("d x");
	tap_ok(session.prompt.kind != NULL, "while a prompt is open keys are text");
	press("Enter");
	tap_ok(session.prompt.kind && session.message.is_error,
	       "a mistake is said, the prompt stays");
	press("Esc");
	tap_ok(!session.prompt.kind, "Esc closes it");
}

// xorshift64*, Vigna 2016.
static int
draw(int limit)
{
	static uint64_t state = 0x53484F52;

	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	return (int)((state * 2685821657736338717u >> 33) % (uint64_t)limit);
}

static void
test_storm(void)
{
	static const char *const keys[] = {"j", "k", "Enter", "q",     "a", "z", "Z",
					   "[", "]", "?",     "G",     "g", "d", "Esc",
					   "J", "K", "Tab",   "Space", "s", "V", "v"};
	int unsound = 0;

	for (int i = 0; i < 1500; i++) {
		if (i % 3 == 0)
			resize(1 + draw(210), 1 + draw(64));
		frame_key(&frame, key_parse(keys[draw(ARRAY_LENGTH(keys))], 1));
		press(keys[draw(ARRAY_LENGTH(keys))]);
		frame.quit = false;
		unsound += !is_sound();
	}
	tap_is_int(unsound, 0, "1,500 keys and 500 sizes, 1x1 to 210x64, all sound");
}

// Until what was asked last is answered, facets and all.
static void
wait_for_facets(void)
{
	session.finder.wants_facets = true;
	while (session.finder.waiting || !session.finder.facets) {
		struct pollfd polled = {wakeup_read_fd(), POLLIN, 0};

		if (poll(&polled, 1, 10000) <= 0)
			BUG("no answer");
		wakeup_collect();
		finder_collect(&session);
	}
	frame_draw(&frame);
}

static void
search_for(const char *text)
{
	while (frame.overlay_count || session.prompt.kind)
		press("Esc");
	frame_focus(&frame, FRAME_PAPERS);
	press("/ ^U");
	for (; *text; text++)
		frame_key(&frame, (key_code)*text);
	press("Enter");
}

// The search view with facets, and the saved searches, at any size.
static void
test_searching(void)
{
	static const char *const keys[] = {"j", "k", "Enter", "Tab", "G", "g", "^D",
					   "S", "q", "/",     "L",   "s", "V"};
	int unsound = 0;

	saved_list_configure(&session, "読む", "paper");
	resize(120, 30);
	search_for("paper");
	wait_for_facets();
	tap_ok(shows("author  Bo Li") && shows("source  summarxiv"), "facets beside the hits");
	resize(119, 30);
	tap_ok(!shows("Bo Li   "), "from 120 columns on");
	resize(120, 30);
	for (int i = 0; i < 600; i++) {
		if (i % 3 == 0)
			resize(100 + draw(60), 1 + draw(40));
		press(keys[draw(ARRAY_LENGTH(keys))]);
		finder_collect(&session);
		saved_list_collect(&session);
		gather_collect(&session);
		frame_reloaded(&frame);
		frame_draw(&frame);
		frame.quit = false;
		unsound += !is_sound();
		if (i % 20 == 0)
			search_for(i % 40 ? "paper" : "tiny");
	}
	tap_is_int(unsound, 0, "600 keys in and out of searches, all sound");
}

// The line last gone to lies beyond the end once the paper is laid out wider.
static void
test_former_hit(void)
{
	int elsewhere = 0;

	resize(120, 30);
	session.depth = DOCUMENT_ABSTRACT;
	search_for("transformer");
	wait_for_facets();
	resize(40, 10);
	press("Enter");
	for (int hits = 1; hits <= 40; hits++) {
		resize(40, 10);
		press("g n");
		for (int i = 1; i < hits; i++)
			press("n");
		resize(300, 100);
		press("N");
		elsewhere += !shows("Tiny Recursive Readers");
	}
	tap_is_int(elsewhere, 0, "from a former hit, wherever it was, to one of the same paper");
}

int
main(void)
{
	struct app app = {.data_dir = directory, .config_file = "none"};
	struct archive *archive;
	struct error err;
	int wake[2];

	app.today = date_from_civil(2025, 9, 24);
	if (!mkdtemp(directory) || pipe(wake) || wakeup_open(&err) ||
	    archive_prepare(directory, &err))
		return EXIT_FAILURE;
	import_days();
	session_init(&session, &app);
	archive = archive_open(directory, ARCHIVE_READ, &err);
	if (!archive)
		BUG("%s", err.text);
	browser_init(&session.browser, archive);
	if (browser_reload(&session.browser, &err))
		BUG("%s", err.text);
	session.marker = marker_start(directory, wake[1]);
	frame_init(&frame, &session);
	test_layouts();
	test_reading();
	test_overlays();
	test_storm();
	test_searching();
	test_former_hit();
	frame_release(&frame);
	finder_release(&session.finder);
	saved_list_release(&session.saved);
	gather_release(&session.gather);
	marker_join(session.marker);
	browser_release(&session.browser);
	archive_close(archive);
	session_release(&session);
	tap_ok(!scratch_remove(directory), "nothing is left behind");
	return tap_done();
}
