// SPDX-License-Identifier: GPL-3.0-or-later
// Any set of papers in the list, drawn into memory: headings, orders, where the cursor stays, marks on
// many; and that moving through thousands costs what moving through hundreds does, in steps of SQLite's
// machine.
#include "tui/frame.h"

#include <poll.h>
#include <unistd.h>

#include <sqlite3.h>

#include "archive/handle.h"
#include "shoroku/archive/journal.h"
#include "shoroku/archive/records.h"
#include "shoroku/base/compiler.h"
#include "shoroku/base/memory.h"
#include "shoroku/model/key.h"
#include "scratch.h"
#include "tap.h"
#include "tui/marking.h"
#include "tui/session.h"
#include "tui/views.h"
#include "tui/wakeup.h"

#define FIRST_DAY 20000 // 2024-10-04, a Friday
#define A_DAY 50
#define FEW 500
#define MANY 5000

static char directory[] = "papers-test-XXXXXX";
static struct session session;
static struct frame frame;
static struct error err;

// Titles fall as numbers grow, so that their order is the other way round.
static void
fill(struct entry *entry, struct arena *arena, unsigned number)
{
	char title[32];

	snprintf(title, sizeof(title), "Title %05u", 99999 - number);
	*entry = (struct entry){.date = FIRST_DAY + (date_day)(number / A_DAY), .source = "test"};
	entry->paper.title = arena_strdup(arena, title);
	entry->paper.key = key_of_paper(arena, &entry->paper);
}

static void
store(unsigned first, unsigned count)
{
	struct archive *archive = archive_open(directory, ARCHIVE_IMPORT, &err);
	struct records_terms *terms = records_terms_new();
	struct records_terms_maker *maker = records_terms_maker_new();
	struct entry *entries = memory_alloc(count * sizeof(*entries));
	struct records_totals totals = {0};
	struct arena arena;

	if (!archive)
		BUG("%s", err.text);
	arena_init(&arena);
	for (unsigned i = 0; i < count; i++)
		fill(&entries[i], &arena, first + i);
	records_terms_make(maker, entries, count, terms);
	if (records_store(archive, entries, count, &(struct records_found){.terms = terms}, &totals,
			  &err))
		BUG("%s", err.text);
	records_terms_maker_free(maker);
	records_terms_free(terms);
	records_settle(archive);
	archive_close(archive);
	arena_release(&arena);
	free(entries);
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
type(const char *text)
{
	press(":");
	for (; *text; text++)
		frame_key(&frame, (key_code)*text);
	press("Enter");
}

// Until everything that was asked for has come.
static void
wait_for_answers(void)
{
	while (session.gather.waiting || session.pending) {
		struct pollfd polled = {wakeup_read_fd(), POLLIN, 0};

		if (poll(&polled, 1, 10000) <= 0)
			BUG("no answer");
		wakeup_collect();
		gather_collect(&session);
		if (marking_collect(&session) && !session.pending &&
		    browser_reload(&session.browser, &err))
			BUG("%s", err.text);
		frame_reloaded(&frame);
	}
	frame_draw(&frame);
}

static void
open_query(const char *query)
{
	struct strbuf line;

	strbuf_init(&line);
	strbuf_addf(&line, "open %s", query);
	type(line.data);
	strbuf_release(&line);
	wait_for_answers();
}

static void
row_is(int row, const char *wanted, const char *what)
{
	struct strbuf line;

	strbuf_init(&line);
	canvas_row_text(&frame.canvas, row, &line);
	if (!tap_ok(strstr(line.data, wanted) != NULL, "%s: %s", what, wanted))
		tap_note("%s", line.data);
	strbuf_release(&line);
}

static int64_t
current(void)
{
	return paper_set_id(&session.browser.papers, session.browser.paper);
}

static void
test_headings(void)
{
	frame_resize(&frame, 12, 110);
	open_query("date:2024-10-04..2024-10-05");
	row_is(0, "100 papers · 100 unread", "both days are there");
	row_is(1, "2024-10-05 Sa  50 papers", "the newest day stands first");
	row_is(2, "Title 99949", "its first paper below");
	press("G");
	row_is(1, "2024-10-04 Fr  50 papers", "the day of what is seen stays above it");
	press("k k k k k k k k k k k k k k k k k k k k k k k k k k k k k k k k k k k k k k k k k "
	      "k k k k k k k k k");
	row_is(1, "2024-10-05", "up to the last of the day after");
	tap_is_int(frame.canvas.cursor_row, 2, "the cursor is on the paper");
	press("g ^F ^F ^F ^F ^F j j j j j");
	row_is(1, "2024-10-05 Sa", "down again");
	row_is(frame.canvas.cursor_row - 1, "2024-10-04 Fr", "a heading between the days");
}

static void
test_orders(void)
{
	int64_t id;
	int row;

	press("g j j j");
	id = current();
	row = frame.canvas.cursor_row;
	press("s");
	tap_ok(session.gather.waiting, "a query's papers are put in order by another thread");
	wait_for_answers();
	row_is(0, "by title", "said in the status line");
	row_is(frame.canvas.cursor_row, "Title 99946", "the cursor stays on its paper");
	tap_ok(current() == id, "of which there is one");
	tap_is_int(frame.canvas.cursor_row, row - 1, "and in its row, but for the heading");
	press("g");
	row_is(1, "Title 99900", "the least title first");
	type("sort date");
	wait_for_answers();
	tap_ok(session.browser.papers.roster.order == ROSTER_BY_DATE, "asked for by name");
	type("sort size");
	tap_ok(session.message.is_error && session.prompt.kind, "an unknown one is refused");
	press("Esc");
	type("sort title");
	wait_for_answers();
	press("q");
	tap_ok(!session.browser.search, "q leaves the query");
	row_is(0, "50 papers", "for the day");
	row_is(0, "by title", "in the same order");
	type("sort date");
	open_query("date:2024-10-04 sort:title");
	row_is(0, "by title", "a query's own order goes before");
	row_is(1, "Title 99950", "its first");
	press("q");
}

static void
test_marks(void)
{
	open_query("date:2024-10");
	press("g Space G V");
	tap_is_int((long long)session.chosen.ids.count, FEW, "a range from the first to the last");
	press("r");
	tap_is_int((long long)session.browser.papers.unread, 0, "all are shown read at once");
	wait_for_answers();
	tap_is_int((long long)session.browser.papers.unread, 0, "and are");
	press("u");
	wait_for_answers();
	tap_is_int((long long)session.browser.papers.unread, FEW, "until it is undone");
	press("Esc g Space v");
	tap_is_int((long long)session.chosen.ids.count, FEW - 1, "all but one");
	type("tag +many");
	wait_for_answers();
	press("Esc q");
	open_query("tag:many");
	tap_is_int((long long)session.browser.papers.count, FEW - 1, "are tagged");
	press("A");
	wait_for_answers();
	open_query("is:unread date:2024-10");
	tap_is_int((long long)session.browser.papers.count, 1, "all of the view but one are read");
	press("r");
	wait_for_answers();
	tap_is_int((long long)session.browser.papers.count, 1, "what was read stays in the list");
	press("u");
	wait_for_answers();
	press("u");
	wait_for_answers();
	press("q");
}

// What is unread of what came.
static void
repair(void)
{
	struct archive *archive = archive_open(directory, ARCHIVE_MARK, &err);

	if (!archive || journal_repair(archive, &err))
		BUG("%s", err.text);
	archive_close(archive);
}

// What came meanwhile is shown, and the cursor is not moved by it.
static void
test_news(void)
{
	int64_t id;

	open_query("is:unread date:2024-10");
	press("g j j r");
	wait_for_answers();
	id = current();
	store(FEW - A_DAY, A_DAY + 10);
	repair();
	if (browser_reload(&session.browser, &err))
		BUG("%s", err.text);
	gather_refresh(&session);
	wait_for_answers();
	tap_is_int((long long)session.browser.papers.count, FEW + 10, "ten came");
	tap_ok(current() == id, "the cursor stays, on a paper that is no longer asked for");
	gather_refresh(&session);
	tap_ok(!session.gather.waiting, "once is enough");
	press("u");
	wait_for_answers();
	press("q");
	open_query("date:2024-10 sort:title");
	type("sort date");
	wait_for_answers();
	store(FEW - A_DAY, A_DAY + 20);
	if (browser_reload(&session.browser, &err))
		BUG("%s", err.text);
	gather_refresh(&session);
	wait_for_answers();
	tap_is_int((long long)session.browser.papers.count, FEW + 20, "another ten came");
	tap_ok(session.browser.papers.roster.order == ROSTER_BY_DATE, "in the order chosen since");
	press("q");
}

static void
test_mistakes(void)
{
	type("open is:blue");
	tap_ok(session.message.is_error && session.prompt.kind && !session.browser.search,
	       "a query that is none is not opened");
	press("Esc");
	open_query("date:1999");
	row_is(0, "0 papers", "nothing is found");
	row_is(2, "Nothing was found.", "which is said");
	press("j k g G s Space V v r f q");
	tap_ok(!session.browser.search, "and left");
}

static long long
count_steps(const struct archive *archive)
{
	long long steps = 0;

	for (sqlite3_stmt *st = sqlite3_next_stmt(archive->db, NULL); st;
	     st = sqlite3_next_stmt(archive->db, st))
		steps += sqlite3_stmt_status(st, SQLITE_STMTSTATUS_VM_STEP, 0);
	return steps;
}

static long long
cost_of(const char *keys)
{
	long long before = count_steps(session.browser.archive);

	press(keys);
	return count_steps(session.browser.archive) - before;
}

static const char *const moves[] = {"G", "^B", "^U", "k", "g", "^F", "^D", "j", "Space", "Esc"};

static void
measure(long long *costs)
{
	frame_resize(&frame, 40, 120);
	open_query("date:2024");
	for (size_t i = 0; i < ARRAY_LENGTH(moves); i++)
		costs[i] = cost_of(moves[i]);
	press("q");
}

static void
test_work(void)
{
	long long few[ARRAY_LENGTH(moves)];
	long long many[ARRAY_LENGTH(moves)];

	measure(few);
	store(FEW + 20, MANY - FEW);
	if (browser_reload(&session.browser, &err))
		BUG("%s", err.text);
	measure(many);
	for (size_t i = 0; i < ARRAY_LENGTH(moves); i++)
		tap_ok(many[i] <= few[i] * 2 + 1000, "%s: %lld steps in %d, %lld in %d", moves[i],
		       few[i], FEW, many[i], MANY);
}

static void
set_up(const struct app *app)
{
	struct archive *archive;

	session_init(&session, app);
	archive = archive_open(directory, ARCHIVE_READ, &err);
	if (!archive)
		BUG("%s", err.text);
	browser_init(&session.browser, archive);
	if (browser_reload(&session.browser, &err))
		BUG("%s", err.text);
	gather_restore(&session);
	session.marker = marker_start(directory, wakeup_write_fd());
	frame_init(&frame, &session);
	frame_resize(&frame, 24, 80);
	frame_draw(&frame);
}

static void
tear_down(void)
{
	struct archive *archive = session.browser.archive;

	frame_release(&frame);
	finder_release(&session.finder);
	saved_list_release(&session.saved);
	gather_release(&session.gather);
	marker_join(session.marker);
	browser_release(&session.browser);
	archive_close(archive);
	session_release(&session);
}

int
main(void)
{
	struct app app = {.data_dir = directory, .config_file = "none", .today = FIRST_DAY + 200};

	if (!mkdtemp(directory) || wakeup_open(&err) || archive_prepare(directory, &err))
		return EXIT_FAILURE;
	store(0, FEW);
	set_up(&app);
	test_headings();
	test_orders();
	test_marks();
	test_news();
	test_mistakes();
	test_work();
	type("sort rating");
	tear_down();
	set_up(&app);
	tap_ok(session.browser.papers.roster.order == ROSTER_BY_RATING, "the order is kept");
	tear_down();
	tap_ok(!scratch_remove(directory), "nothing is left behind");
	return tap_done();
}
