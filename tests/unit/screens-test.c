// SPDX-License-Identifier: GPL-3.0-or-later
// Every view at every size, in Japanese, in English, and with characters of ambiguous width wide: what
// holds on each of these screens, whatever they show. A few lines of them are written down here.
// $SHOROKU_SHOW_SCREENS prints them all, to be looked at.
#include <locale.h>

#include "shoroku/base/compiler.h"
#include "shoroku/base/i18n.h"
#include "shoroku/text/utf8.h"
#include "memory-reader.h"
#include "tap.h"
#include "tui/views.h"

static struct memory_reader reader;

// Where the hardware cursor belongs.
enum cursor_place {
	ON_ROW,	      // one that the cursor's sign marks
	ON_SIGN,      // the sign itself
	IN_BRACKETS,  // a day of the calendar
	ON_TEXT,      // the first row of what is read
	AT_INSERTION, // in the prompt
};

static const struct {
	const char *name;
	const char *keys; // from the list of papers; what follows a "=" is typed
	const struct view_ops *ops;
	enum cursor_place cursor;
} screens[] = {
    {"days", "h", &days_view_ops, ON_ROW},
    {"papers", "", &papers_view_ops, ON_ROW},
    {"paper", "Enter", &paper_view_ops, ON_TEXT},
    {"search", "/ ^U =学習 Enter", &search_view_ops, ON_ROW},
    {"calendar", "c", &calendar_view_ops, IN_BRACKETS},
    {"year", "c y", &year_view_ops, ON_SIGN},
    {"triage", "T", &triage_view_ops, ON_TEXT},
    {"authors of a paper", "@", &authors_view_paper_ops, ON_ROW},
    {"author", "@ Enter", &author_view_ops, ON_ROW},
    {"raw page", "\\", &raw_view_ops, ON_ROW},
    {"authors", ": =all-authors Enter", &authors_view_ops, ON_ROW},
    {"tags", ": =tags Enter", &tags_view_ops, ON_ROW},
    {"history", ": =history Enter", &history_view_ops, ON_ROW},
    {"stats", ": =stats Enter", &stats_view_ops, ON_ROW},
    {"sources", ": =sources Enter", &sources_view_ops, ON_ROW},
    {"jobs", "B", &jobs_view_ops, ON_ROW},
    {"help", "?", &help_view_ops, ON_ROW},
    {"prompt", "t =+評価す", &papers_view_ops, AT_INSERTION},
    {"search prompt", "/ ^U =学習", &search_view_ops, AT_INSERTION},
};

static const struct {
	int columns;
	int rows;
} sizes[] = {{200, 60}, {120, 40}, {80, 24}, {40, 10}, {20, 5}};

// --- going there

// All views as when the reader starts, over the same archive and marks.
static void
begin_anew(void)
{
	prompt_close(&reader.session.prompt);
	frame_release(&reader.frame);
	frame_init(&reader.frame, &reader.session);
}

static void
go_to(size_t screen, size_t size)
{
	begin_anew();
	memory_reader_resize(&reader, sizes[size].columns, sizes[size].rows);
	memory_reader_do(&reader, screens[screen].keys);
	reader.session.message.text[0] = '\0';
	frame_draw(&reader.frame);
}

// --- what holds

static const struct cell *
cell_at(int row, int column)
{
	const struct canvas *canvas = &reader.frame.canvas;

	return &canvas->cells[row * canvas->columns + column];
}

static bool
row_has(int row, const char *text)
{
	struct strbuf line;
	bool found;

	strbuf_init(&line);
	canvas_row_text(&reader.frame.canvas, row, &line);
	found = strstr(line.data, text) != NULL;
	strbuf_release(&line);
	return found;
}

static bool
cursor_is_placed(enum cursor_place place)
{
	const struct canvas *canvas = &reader.frame.canvas;
	int row = canvas->cursor_row;
	int column = canvas->cursor_column;
	bool in_body = row > 0 && row < canvas->rows - 1;
	size_t ignored = 0;
	uint32_t sign = utf8_next(canvas->glyphs->cursor, strlen(canvas->glyphs->cursor), &ignored);

	switch (place) {
	case ON_ROW:
		return in_body && row_has(row, canvas->glyphs->cursor);
	case ON_SIGN:
		return in_body && cell_at(row, column)->text[0] == sign;
	case IN_BRACKETS:
		return in_body && column > 0 && cell_at(row, column - 1)->text[0] == '[';
	case ON_TEXT:
		return in_body;
	case AT_INSERTION:
		return row == canvas->rows - 1 && cell_at(row, column)->text[0] == ' ' &&
		       cell_at(row, column - 1)->text[0] != ' ';
	}
	BUG("place %d", (int)place);
}

// The day where the panes are, else the view's title, as much of it as a narrow screen has room for.
static bool
is_titled(const struct view_ops *ops)
{
	const char *title = _(ops->title);
	char beginning[32];
	size_t length = 0;

	if (!reader.frame.overlay_count)
		return row_has(0, "2025-09-21");
	for (int i = 0; i < 4 && title[length]; i++)
		utf8_next(title, strlen(title), &length);
	snprintf(beginning, sizeof(beginning), "%.*s", (int)length, title);
	return row_has(0, beginning);
}

// A key of the view's and what it does, or where there is a prompt its label.
static bool
has_hints(const struct view_ops *ops)
{
	const struct session *session = &reader.session;
	int row = reader.frame.canvas.rows - 1;
	bool found = false;

	if (session->prompt.kind)
		return row_has(row, _(session->prompt.kind->label));
	for (const struct action_table *const *table = ops->tables; *table; table++) {
		for (size_t i = 0; i < (*table)->count; i++) {
			const struct action *action = &(*table)->rows[i];
			struct strbuf hint;

			if (!action->hint)
				continue;
			strbuf_init(&hint);
			keymap_keys(&session->keymap, *table, action, 1, &hint);
			strbuf_addf(&hint, " %s", i18n_in("hint", action->hint));
			found |= row_has(row, hint.data);
			strbuf_release(&hint);
		}
	}
	return found;
}

static bool
has_body(void)
{
	const struct canvas *canvas = &reader.frame.canvas;
	bool any = false;

	for (int row = 1; row < canvas->rows - 1; row++) {
		for (int column = 0; column < canvas->columns; column++)
			any |= cell_at(row, column)->text[0] != ' ';
	}
	return any;
}

// Drawn into the middle of a larger canvas the view leaves its edges alone.
static bool
stays_inside(const struct frame_view *view)
{
	enum { EDGE = 2 };
	int rows = reader.frame.canvas.rows - 2;
	int columns = reader.frame.canvas.columns;
	struct canvas canvas;
	struct pane whole;
	struct pane part;
	bool inside = true;

	canvas_init(&canvas);
	canvas_set_ambiguous(&canvas, session_ambiguous(&reader.session));
	canvas_resize(&canvas, rows + 2 * EDGE, columns + 2 * EDGE);
	whole = canvas_whole(&canvas);
	for (int i = 0; i < canvas.rows * canvas.columns; i++)
		canvas_put_string(&whole, i / canvas.columns, i % canvas.columns, "#",
				  STYLE_NORMAL);
	part = canvas_part(&whole, EDGE, EDGE, rows, columns);
	view->ops->draw(&reader.session, view->state, &part, true);
	for (int i = 0; i < canvas.rows * canvas.columns; i++) {
		int row = i / canvas.columns - EDGE;
		int column = i % canvas.columns - EDGE;
		bool of_edge = row < 0 || row >= rows || column < 0 || column >= columns;

		inside = inside && (!of_edge ||
				    (canvas.cells[i].text[0] == '#' && canvas.cells[i].width == 1));
	}
	canvas_release(&canvas);
	return inside;
}

// A terminal that draws these in two cells gets their ASCII forms.
static bool
has_signs_of_narrow(void)
{
	static const char *const signs[] = {"▸", "•", "★", "✎", "│", "─",
					    "▫", "▪", "↻", "█", "━", "…"};
	bool found = false;

	for (size_t i = 0; i < ARRAY_LENGTH(signs); i++)
		found |= memory_reader_find(&reader, signs[i]) >= 0;
	return found;
}

static void
show_screen(void)
{
	for (int row = 0; row < reader.frame.canvas.rows; row++) {
		struct strbuf line;

		strbuf_init(&line);
		canvas_row_text(&reader.frame.canvas, row, &line);
		tap_note("|%s", line.data);
		strbuf_release(&line);
	}
	tap_note("cursor %d,%d", reader.frame.canvas.cursor_row, reader.frame.canvas.cursor_column);
}

static void
test_screen(const char *mode, size_t screen, size_t size)
{
	const struct frame_view *view;
	bool wide = session_ambiguous(&reader.session) == WIDTH_WIDE;
	struct strbuf wrong;

	go_to(screen, size);
	strbuf_init(&wrong);
	view = frame_active(&reader.frame);
	if (view->ops != screens[screen].ops)
		strbuf_addf(&wrong, " another view, %s;", view->ops->title);
	if (!memory_reader_is_sound(&reader))
		strbuf_add_string(&wrong, " a torn glyph;");
	if (!cursor_is_placed(screens[screen].cursor))
		strbuf_add_string(&wrong, " the cursor elsewhere;");
	if (!is_titled(view->ops))
		strbuf_add_string(&wrong, " no title;");
	if (!has_hints(view->ops))
		strbuf_add_string(&wrong, " no hints;");
	if (!has_body())
		strbuf_add_string(&wrong, " nothing in it;");
	if (wide && has_signs_of_narrow())
		strbuf_add_string(&wrong, " signs that are wide here;");
	if (!stays_inside(view))
		strbuf_add_string(&wrong, " drawn outside;");
	tap_ok(!wrong.length, "%s, %dx%d, %s:%s", screens[screen].name, sizes[size].columns,
	       sizes[size].rows, mode, wrong.length ? wrong.data : " as it should be");
	if (wrong.length || getenv("SHOROKU_SHOW_SCREENS"))
		show_screen();
	strbuf_release(&wrong);
}

// --- lines written down

// Of the examples, marked by mark_papers(): what a row has, by hand.
static const struct {
	const char *mode;
	const char *screen;
	int columns;
	int row;
	const char *text;
} lines[] = {
    // Words stay whole, what is cut says so, marks have a column of their own.
    {"C.UTF-8", "papers", 40, 1, " ▸ ★  Adam: A Method for Stochastic"},
    {"C.UTF-8", "papers", 40, 2, "      Optimization"},
    {"C.UTF-8", "papers", 40, 6, "   •  Mastering the game of Go with"},
    {"C.UTF-8", "papers", 40, 7, "      deep neural networks and tree se…"},
    {"C.UTF-8, wide", "papers", 80, 1, " > !  Adam: A Method for Stochastic Optimization"},
    {"C.UTF-8, wide", "papers", 80, 3, "   *  Mastering the game of Go with deep neural"},
    // 36 full-width characters a line; no line begins with a comma, which takes the character before along.
    {"ja_JP.UTF-8", "paper", 80, 7,
     "    勾配の一次と二次のモーメントを使う適応的な最適化手法。調整が少なくて済"},
    {"ja_JP.UTF-8", "paper", 80, 8, "    み、深層学習の標準となった。"},
    {"ja_JP.UTF-8", "paper", 200, 3, "Diederik P. Kingma, Jimmy Ba"},
    // The week of the chosen day is what a small screen shows.
    {"C.UTF-8", "calendar", 20, 1, "  16 17 18 19 20[21]"},
    {"C.UTF-8", "calendar", 20, 2, "  █▫ █▫ █▫ █▫ █▫★█▫"},
    {"ja_JP.UTF-8", "calendar", 40, 0, " カレンダー"},
    {"ja_JP.UTF-8", "days", 20, 1, " ▸ 09-21 日    3"},
    {"C.UTF-8", "days", 20, 2, "   09-20 Sa    3"},
    {"ja_JP.UTF-8", "author", 20, 2, "▸ ★ 2025-09-21 Adam…"},
};

static void
test_lines_of(const char *mode, size_t screen, size_t size)
{
	for (size_t i = 0; i < ARRAY_LENGTH(lines); i++) {
		struct strbuf line;

		if (strcmp(lines[i].mode, mode) != 0 || lines[i].columns != sizes[size].columns ||
		    strcmp(lines[i].screen, screens[screen].name) != 0)
			continue;
		strbuf_init(&line);
		canvas_row_text(&reader.frame.canvas, lines[i].row, &line);
		if (!tap_ok(strstr(line.data, lines[i].text), "row %d: %s", lines[i].row,
			    lines[i].text))
			tap_note("|%s", line.data);
		strbuf_release(&line);
	}
}

static void
test_all(const char *mode)
{
	for (size_t screen = 0; screen < ARRAY_LENGTH(screens); screen++) {
		for (size_t size = 0; size < ARRAY_LENGTH(sizes); size++) {
			test_screen(mode, screen, size);
			test_lines_of(mode, screen, size);
		}
	}
}

// --- what there is to see

// A job that is over, without the thread that would do one.
static void
add_job(void)
{
	struct working_job *job = vec_push(&reader.session.working.list);
	struct working_line *line;

	job->id = 1;
	job->kind = JOBS_FETCH;
	job->phase = JOBS_DONE;
	job->text = strdup("３本が届いた");
	line = vec_push(&job->lines);
	line->text = strdup("summarxiv: 2025-09-21 3 papers");
}

static void
mark_papers(void)
{
	memory_reader_resize(&reader, 80, 24);
	memory_reader_do(&reader, "f 4 t =+評価 Enter j t =toread Enter r k");
}

static bool
set_locale(const char *name)
{
	setenv("LC_ALL", name, 1);
	return !i18n_init() && !strcmp(setlocale(LC_MESSAGES, NULL), name);
}

// The locale is made here, for not every machine has it; the name of its directory stays in `directory`.
static bool
make_japanese(char *directory)
{
	char command[256];

	if (!mkdtemp(directory))
		return false;
	setenv("LOCPATH", directory, 1);
	snprintf(command, sizeof(command),
		 "localedef -i ja_JP -f UTF-8 %s/ja_JP.UTF-8 >/dev/null 2>&1", directory);
	return !system(command) && set_locale("ja_JP.UTF-8");
}

static void
test_japanese(void)
{
	int same = 0;

	for (size_t i = 0; i < ARRAY_LENGTH(screens); i++)
		same += !strcmp(_(screens[i].ops->title), screens[i].ops->title);
	tap_is_int(same, 0, "each title has its translation");
	test_all("ja_JP.UTF-8");
}

int
main(void)
{
	char directory[] = "screens-test-XXXXXX";
	char command[64];
	const char *build = getenv("top_builddir");
	char catalogues[4096];
	struct error err;

	snprintf(catalogues, sizeof(catalogues), "%s/po/locale", build ? build : ".");
	setenv("TEXTDOMAINDIR", catalogues, 1);
	set_locale("C.UTF-8");
	memory_reader_open(&reader);
	memory_reader_import_examples(&reader);
	memory_reader_start(&reader);
	mark_papers();
	add_job();
	test_all("C.UTF-8");
	if (settings_set(&reader.session.settings, "ambiguous-width", "wide", &err))
		BUG("%s", err.text);
	test_all("C.UTF-8, wide");
	if (settings_set(&reader.session.settings, "ambiguous-width", "narrow", &err))
		BUG("%s", err.text);
	if (make_japanese(directory))
		test_japanese();
	else if (getenv("CI"))
		tap_ok(false, "the locale ja_JP.UTF-8 cannot be made (localedef, package locales)");
	snprintf(command, sizeof(command), "rm -rf %s", directory);
	tap_ok(!system(command), "the locale is gone again");
	tap_ok(memory_reader_close(&reader), "nothing is left behind");
	return tap_done();
}
